import { createFormats } from "../formats";
import type { Words } from "../words";
import { figures } from "./figures";
import { shared } from "./shared";

export const words: Words = {
  language: "es",
  formats: createFormats("es"),
  figures,
  shared,
};
