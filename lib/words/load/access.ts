import type { Language } from "../../config";
import type { FrameWords } from "../en/settings/frame";
import type { SignInWords } from "../en/settings/sign-in";
import type { Loaders } from "./words";

/** What is said to people who come in; a wall says nothing of it and loads nothing of it. */
export type AccessWords = {
  readonly language: Language;
  readonly signIn: SignInWords;
  readonly frame: FrameWords;
};

export const loadAccessWords: Loaders<AccessWords> = {
  en: async () => (await import("../en/settings/access")).accessWords,
  de: async () => (await import("../de/settings/access")).accessWords,
  es: async () => (await import("../es/settings/access")).accessWords,
  "pt-BR": async () => (await import("../pt-br/settings/access")).accessWords,
  fr: async () => (await import("../fr/settings/access")).accessWords,
};
