import type { Language } from "../../config";

export type MissedLinkWords = {
  readonly open: (text: string) => string;
  readonly overdue: (text: string) => string;
};

/** What is said at the way to the missed calls, on all pages but the wall; so a file of its own. */
export const MISSED_LINK_WORDS: Readonly<Record<Language, MissedLinkWords>> = {
  en: { open: (text) => `${text} to call back`, overdue: (text) => `${text} overdue` },
  de: { open: (text) => `${text} zurückzurufen`, overdue: (text) => `${text} überfällig` },
  es: { open: (text) => `${text} por devolver`, overdue: (text) => `${text} fuera de plazo` },
  "pt-BR": { open: (text) => `${text} a retornar`, overdue: (text) => `${text} fora do prazo` },
  fr: { open: (text) => `${text} à rappeler`, overdue: (text) => `${text} en retard` },
};
