import type { Language } from "../../config";
import { say as german } from "../de/alerts/say";
import { say as english, type SayWords } from "../en/alerts/say";
import { say as spanish } from "../es/alerts/say";
import { say as french } from "../fr/alerts/say";
import { say as portuguese } from "../pt-br/alerts/say";

/** How an alert is worded, in all languages: for messages. Screens load their own language alone. */
export const SAY_WORDS: Readonly<Record<Language, SayWords>> = {
  en: english,
  de: german,
  es: spanish,
  "pt-BR": portuguese,
  fr: french,
};
