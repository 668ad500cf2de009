import type { Language } from "../config";
import { pairing as german } from "./de/wall/pairing";
import { pairing as english, type PairingWords } from "./en/wall/pairing";
import { pairing as spanish } from "./es/wall/pairing";
import { pairing as french } from "./fr/wall/pairing";
import { pairing as portuguese } from "./pt-br/wall/pairing";

/** What a screen says that wants to be let in, in all languages: few words, which a wall with a board does not load. */
export const PAIRING_WORDS: Readonly<Record<Language, PairingWords>> = {
  en: english,
  de: german,
  es: spanish,
  "pt-BR": portuguese,
  fr: french,
};
