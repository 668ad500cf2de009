import type { SuperviseWords } from "../en/desk/supervise";
import type { TableWords } from "../en/desk/tables";
import type { AlertTexts } from "./alerts";
import type { Loaders } from "./words";

/** All that the supervisor's page says, in one language. */
export type DeskLexicon = AlertTexts & { readonly supervise: SuperviseWords; readonly tables: TableWords };

export const loadDeskWords: Loaders<DeskLexicon> = {
  en: async () => (await import("../en/desk/words")).deskWords,
  de: async () => (await import("../de/desk/words")).deskWords,
  es: async () => (await import("../es/desk/words")).deskWords,
  "pt-BR": async () => (await import("../pt-br/desk/words")).deskWords,
  fr: async () => (await import("../fr/desk/words")).deskWords,
};
