import { createFormats } from "../formats";
import type { Words } from "../words";
import { figures } from "./figures";
import { shared } from "./shared";
import { supervise } from "./supervise";
import { tables } from "./tables";
import { wall } from "./wall";
import { wayIn } from "./way-in";

export const words: Words = {
  language: "en",
  formats: createFormats("en"),
  figures,
  shared,
  wall,
  supervise,
  tables,
  wayIn,
};
