import type { Language } from "../../config";

/** That messages about alerts do not reach people; hardly ever said, so a file of its own. */
export const UNDELIVERED_WORDS: Readonly<Record<Language, string>> = {
  en: "Alerts are not getting out",
  de: "Alarme kommen nicht hinaus",
  es: "Las alertas no llegan a nadie",
  "pt-BR": "Os alertas não chegam a ninguém",
  fr: "Les alertes ne partent pas",
};
