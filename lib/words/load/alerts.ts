import type { AlertsWords } from "../en/alerts/alerts";
import type { SayWords } from "../en/alerts/say";
import type { TellWords } from "../en/alerts/tell";
import type { Loaders } from "./words";
import type { Words } from "../words";

/** How alerts are said, and how a laptop tells of them. */
export type AlertTexts = Words & { readonly say: SayWords; readonly tell: TellWords };

/** All that the page of alerts says, in one language. */
export type AlertsLexicon = AlertTexts & { readonly alerts: AlertsWords };

export const loadAlertsWords: Loaders<AlertsLexicon> = {
  en: async () => (await import("../en/alerts/words")).alertsWords,
  de: async () => (await import("../de/alerts/words")).alertsWords,
  es: async () => (await import("../es/alerts/words")).alertsWords,
  "pt-BR": async () => (await import("../pt-br/alerts/words")).alertsWords,
  fr: async () => (await import("../fr/alerts/words")).alertsWords,
};
