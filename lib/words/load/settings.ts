import type { Language } from "../../config";
import type { DisplayWords } from "../en/settings/displays";
import type { FrameWords } from "../en/settings/frame";
import type { OwnWords } from "../en/settings/own";
import type { PartWords } from "../en/settings/parts";
import type { PeopleWords } from "../en/settings/people";
import type { SignInWords } from "../en/settings/sign-in";
import type { TokenWords } from "../en/settings/tokens";
import type { TrailWords } from "../en/settings/trail";
import type { Loaders } from "./words";

/** What is said to people who come in and who configure; a wall says nothing of it and loads nothing of it. */
export type SettingsWords = {
  readonly language: Language;
  readonly signIn: SignInWords;
  readonly frame: FrameWords;
  readonly parts: PartWords;
  readonly own: OwnWords;
  readonly displays: DisplayWords;
  readonly people: PeopleWords;
  readonly tokens: TokenWords;
  readonly trail: TrailWords;
};

export const loadSettingsWords: Loaders<SettingsWords> = {
  en: async () => (await import("../en/settings/words")).settingsWords,
  de: async () => (await import("../de/settings/words")).settingsWords,
  es: async () => (await import("../es/settings/words")).settingsWords,
  "pt-BR": async () => (await import("../pt-br/settings/words")).settingsWords,
  fr: async () => (await import("../fr/settings/words")).settingsWords,
};
