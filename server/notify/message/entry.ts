import type { Severity } from "../../../lib/alerts/alert-rule";
import type { Mask } from "../../../lib/desk/mask";
import { cleanName } from "../../../lib/names/names";
import type { MessageWords } from "../../../lib/words/en/alerts/message";
import type { SayWords } from "../../../lib/words/en/alerts/say";
import type { Formats } from "../../../lib/words/formats";
import type { SayMissedWords } from "../../../lib/words/missed/inbox-words";
import { cut } from "./inert";

/** How messages are worded, and for whom. */
export type MessageStyle = {
  readonly say: SayWords;
  readonly message: MessageWords;
  readonly missed: SayMissedWords;
  /**
   * Callers as readers of messages are told of them. Asked as a message is worded, not as it is decided: what waits
   * knows aliases, so that of a caller who is erased meanwhile nothing is told or left lying.
   */
  readonly mask: Mask;
  /** Where people reach this server, without a slash at the end; null: messages have no link. */
  readonly address: string | null;
  readonly formats: Formats;
  /** Of the site; instants are told in it. */
  readonly timeZone: string;
  readonly siteName: string;
};

/** One piece of news in a message; every text is one line, but as names are: not yet fit for where it is shown. */
export type Entry = {
  readonly look: Severity | "resolved" | "test";
  /** `Critical – Support: service level` */
  readonly title: string;
  /** `11 of 38 late in 15 min, since 10:42` */
  readonly says: string;
  /** Of a list, each of it. */
  readonly lines: readonly string[];
};

/** An address of ours, with what is written on it. */
export type Link = { readonly url: string; readonly says: string };

const LONGEST_TITLE = 140;
const LONGEST_TEXT = 300;
const LONGEST_LINE = 160;

export const titled = (text: string): string => cut(cleanName(text), LONGEST_TITLE);
export const plain = (text: string): string => cut(cleanName(text), LONGEST_TEXT);
export const line = (text: string): string => cut(cleanName(text), LONGEST_LINE);
