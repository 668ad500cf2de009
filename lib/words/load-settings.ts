import type { Language } from "../config";
import { assertNever } from "../vocabulary";
import type { DisplayWords } from "./en/settings/displays";
import type { FrameWords } from "./en/settings/frame";
import type { OwnWords } from "./en/settings/own";
import type { PartWords } from "./en/settings/parts";
import type { PeopleWords } from "./en/settings/people";
import type { SignInWords } from "./en/settings/sign-in";
import type { TokenWords } from "./en/settings/tokens";
import type { TrailWords } from "./en/settings/trail";

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

/** A language's words of coming in and of the settings. */
export async function loadSettingsWords(language: Language): Promise<SettingsWords> {
  switch (language) {
    case "en":
      return (await import("./en/settings/words")).settingsWords;
    case "de":
      return (await import("./de/settings/words")).settingsWords;
    case "es":
      return (await import("./es/settings/words")).settingsWords;
    case "pt-BR":
      return (await import("./pt-br/settings/words")).settingsWords;
    case "fr":
      return (await import("./fr/settings/words")).settingsWords;
    default:
      return assertNever(language);
  }
}
