import type { InboxKind } from "../../../lib/recovery/inbox/inbox-types";
import { sayInbox } from "../../../lib/words/missed/say-inbox";
import type { MissedNews } from "../channel";
import { cut } from "./inert";
import { type Entry, line, type Link, type MessageStyle, plain, titled } from "./entry";

/** RE65: who was missed, what is known of it, and as of when. */
export function missedEntry(
  news: MissedNews & { readonly atMs: number },
  { missed, mask, formats, timeZone }: MessageStyle,
  nowMs: number,
): Entry {
  const parts = { words: missed, formats, timeZone, mask, atMs: news.atMs, nowMs };
  const { title, says, lines } = sayInbox(news, parts);
  return { look: LOOKS[news.kind], title: titled(title), says: plain(says), lines: lines.map(line) };
}

const LOOKS: Readonly<Record<InboxKind, Entry["look"]>> = {
  missed: "notice",
  morning: "notice",
  "due-soon": "warning",
  overdue: "critical",
};

/** The page of missed calls, of their queue where they are all of one. @returns null: nobody said where it is */
export function linkOf(news: readonly MissedNews[], { address, missed }: MessageStyle): Link | null {
  if (address === null || news.length === 0) return null;
  const queues = new Set(news.map(({ queueId }) => queueId));
  const [queueId = null] = queues;
  const list = news.every(({ total, withheld }) => total === withheld) ? "withheld" : "open";
  const queue = queues.size === 1 && queueId !== null ? `&queue=${encodeURIComponent(queueId)}` : "";
  return { url: `${address}/missed?list=${list}${queue}`, says: cut(missed.inbox.open, LONGEST_LABEL) };
}

/** Of a button, by Teams' habit. */
const LONGEST_LABEL = 60;
