import type { MissedWords } from "../en/missed/missed";
import type { Loaders } from "./words";
import type { Words } from "../words";

/** All that the page of missed calls says, in one language. */
export type MissedLexicon = Words & { readonly missed: MissedWords };

export const loadMissedWords: Loaders<MissedLexicon> = {
  en: async () => (await import("../en/missed/words")).missedWords,
  de: async () => (await import("../de/missed/words")).missedWords,
  es: async () => (await import("../es/missed/words")).missedWords,
  "pt-BR": async () => (await import("../pt-br/missed/words")).missedWords,
  fr: async () => (await import("../fr/missed/words")).missedWords,
};
