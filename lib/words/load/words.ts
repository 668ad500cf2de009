import type { Language } from "../../config";
import type { Words } from "../words";

/** Fetches what is said; each language is a file of its own, so that a screen loads only what it says. */
export type Loaders<Said> = Readonly<Record<Language, () => Promise<Said>>>;

/** What every screen says. */
export const loadWords: Loaders<Words> = {
  en: async () => (await import("../en/words")).words,
  de: async () => (await import("../de/words")).words,
  es: async () => (await import("../es/words")).words,
  "pt-BR": async () => (await import("../pt-br/words")).words,
  fr: async () => (await import("../fr/words")).words,
};
