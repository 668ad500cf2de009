import type { Language } from "../../config";
import { message as german } from "../de/alerts/message";
import { message as english, type MessageWords } from "../en/alerts/message";
import { message as spanish } from "../es/alerts/message";
import { message as french } from "../fr/alerts/message";
import { message as portuguese } from "../pt-br/alerts/message";

/** What only messages say, in all languages. */
export const MESSAGE_WORDS: Readonly<Record<Language, MessageWords>> = {
  en: english,
  de: german,
  es: spanish,
  "pt-BR": portuguese,
  fr: french,
};
