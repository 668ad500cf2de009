import type { SayWords } from "../en/alerts/say";
import type { WallWords } from "../en/wall/wall";
import type { Loaders } from "./words";
import type { Words } from "../words";

/** All that a wall says, in one language. */
export type WallLexicon = Words & { readonly wall: WallWords; readonly say: SayWords };

export const loadWallWords: Loaders<WallLexicon> = {
  en: async () => (await import("../en/wall/words")).wallWords,
  de: async () => (await import("../de/wall/words")).wallWords,
  es: async () => (await import("../es/wall/words")).wallWords,
  "pt-BR": async () => (await import("../pt-br/wall/words")).wallWords,
  fr: async () => (await import("../fr/wall/words")).wallWords,
};
