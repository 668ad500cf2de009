import type { RuleFormWords } from "../en/settings/alerts/rule-form";
import type { RuleWords } from "../en/settings/alerts/rules";
import type { SilenceWords } from "../en/settings/alerts/silences";
import type { WayWords } from "../en/settings/alerts/ways";
import type { DisplayWords } from "../en/settings/displays";
import type { OwnWords } from "../en/settings/own";
import type { PartWords } from "../en/settings/parts";
import type { PeopleWords } from "../en/settings/people";
import type { TokenWords } from "../en/settings/tokens";
import type { TrailWords } from "../en/settings/trail";
import type { AccessWords } from "./access";
import type { Loaders } from "./words";

/** All that the settings say beside what every screen says, in one language. */
export type SettingsWords = AccessWords & {
  readonly parts: PartWords;
  readonly own: OwnWords;
  readonly displays: DisplayWords;
  readonly people: PeopleWords;
  readonly tokens: TokenWords;
  readonly trail: TrailWords;
  readonly rules: RuleWords;
  readonly ruleForm: RuleFormWords;
  readonly ways: WayWords;
  readonly silences: SilenceWords;
};

export const loadSettingsWords: Loaders<SettingsWords> = {
  en: async () => (await import("../en/settings/words")).settingsWords,
  de: async () => (await import("../de/settings/words")).settingsWords,
  es: async () => (await import("../es/settings/words")).settingsWords,
  "pt-BR": async () => (await import("../pt-br/settings/words")).settingsWords,
  fr: async () => (await import("../fr/settings/words")).settingsWords,
};
