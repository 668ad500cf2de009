import { createFormats } from "../formats";
import type { Words } from "../words";
import { figures } from "./figures";
import { shared } from "./shared";

export const words: Words = {
  language: "en",
  formats: createFormats("en"),
  figures,
  shared,
};
