import type { WayInWords } from "../en/way-in/way-in";
import type { Loaders } from "./words";
import type { Words } from "../words";

/** All that the way in says, in one language. */
export type WayInLexicon = Words & { readonly wayIn: WayInWords };

export const loadWayInWords: Loaders<WayInLexicon> = {
  en: async () => (await import("../en/way-in/words")).wayInWords,
  de: async () => (await import("../de/way-in/words")).wayInWords,
  es: async () => (await import("../es/way-in/words")).wayInWords,
  "pt-BR": async () => (await import("../pt-br/way-in/words")).wayInWords,
  fr: async () => (await import("../fr/way-in/words")).wayInWords,
};
