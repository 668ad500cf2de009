import type { Language } from "../config";
import type { FigureWords } from "./en/figures";
import type { SharedWords } from "./en/shared";
import type { Formats } from "./formats";

/** What every screen says, in one language; what a kind of screen says besides stands in its own lexicon. */
export type Words = {
  readonly language: Language;
  readonly formats: Formats;
  readonly figures: FigureWords;
  readonly shared: SharedWords;
};

/** A figure that has a name and a definition; all that a board shows, judges or lists are among them. */
export type FigureKey = keyof FigureWords["entries"];
