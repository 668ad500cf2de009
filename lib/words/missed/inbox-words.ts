import type { Language } from "../../config";
import { inbox as germanInbox } from "../de/missed/inbox";
import { missed as german } from "../de/missed/missed";
import { inbox as englishInbox, type InboxWords } from "../en/missed/inbox";
import { missed as english, type MissedWords } from "../en/missed/missed";
import { inbox as spanishInbox } from "../es/missed/inbox";
import { missed as spanish } from "../es/missed/missed";
import { inbox as frenchInbox } from "../fr/missed/inbox";
import { missed as french } from "../fr/missed/missed";
import { inbox as portugueseInbox } from "../pt-br/missed/inbox";
import { missed as portuguese } from "../pt-br/missed/missed";

/** What messages about missed callers are made of: a caller is worded as on the page. */
export type SayMissedWords = Pick<MissedWords, "row" | "why"> & { readonly inbox: InboxWords };

/** In all languages: for messages. */
export const INBOX_WORDS: Readonly<Record<Language, SayMissedWords>> = {
  en: { ...english, inbox: englishInbox },
  de: { ...german, inbox: germanInbox },
  es: { ...spanish, inbox: spanishInbox },
  "pt-BR": { ...portuguese, inbox: portugueseInbox },
  fr: { ...french, inbox: frenchInbox },
};
