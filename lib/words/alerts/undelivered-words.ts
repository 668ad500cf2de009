import type { Language } from "../../config";

export type UndeliveredWords = {
  /** A whole sentence. */
  readonly sentence: string;
  /** After "Alerts:". */
  readonly brief: string;
};

/** That messages about alerts do not reach people; hardly ever said, so a file of its own. */
export const UNDELIVERED_WORDS: Readonly<Record<Language, UndeliveredWords>> = {
  en: { sentence: "Alerts are not getting out", brief: "not getting out" },
  de: { sentence: "Alarme kommen nicht hinaus", brief: "kommen nicht hinaus" },
  es: { sentence: "Las alertas no llegan a nadie", brief: "no llegan a nadie" },
  "pt-BR": { sentence: "Os alertas não chegam a ninguém", brief: "não chegam a ninguém" },
  fr: { sentence: "Les alertes ne partent pas", brief: "ne partent pas" },
};
