import { createHash } from "node:crypto";
import { SEVERITIES } from "../../../lib/alerts/alert-rule";
import { type DatedNews, isAlertNews } from "../channel";
import { alertEntry } from "./alert-entry";
import { type Entry, type Link, type MessageStyle, titled } from "./entry";
import { linkOf, missedEntry } from "./missed-entry";

export type Message = {
  /** The same for the same news, however often it is sent. */
  readonly id: string;
  /** `Critical – Support: service level (+2)` */
  readonly headline: string;
  readonly entries: readonly Entry[];
  readonly link: Link | null;
  /** What is said below: who speaks. */
  readonly from: string;
};

/** NO29: what is told together, in the order in which it happened; the headline is the worst of it. */
export function composeMessage(news: readonly DatedNews[], style: MessageStyle, nowMs: number): Message {
  const entries = news.map((one) => entryOf(one, style, nowMs));
  const worst = LOOKS.map((look) => entries.find((entry) => entry.look === look)).find((entry) => entry !== undefined);
  const more = entries.length > 1 ? ` (+${entries.length - 1})` : "";
  return {
    id: idOf([style.siteName, ...news.map(newsId)]),
    headline: `${worst?.title ?? ""}${more}`,
    entries,
    link: linkOf(
      news.filter((one) => !isAlertNews(one)),
      style,
    ),
    from: fromOf(style),
  };
}

const entryOf = (news: DatedNews, style: MessageStyle, nowMs: number): Entry =>
  isAlertNews(news) ? alertEntry(news, style, nowMs) : missedEntry(news, style, nowMs);

const LOOKS: readonly Entry["look"][] = [...SEVERITIES, "resolved", "test"];

export function composeTest(style: MessageStyle, nowMs: number): Message {
  const { title, says } = style.message.test;
  const entry: Entry = { look: "test", title, says, lines: [] };
  const id = idOf([style.siteName, "test", String(nowMs)]);
  return { id, headline: title, entries: [entry], link: null, from: fromOf(style) };
}

/**
 * Of one piece of news, for whoever wants to know whether he has it already. News are counted from one in each
 * installation, and anew where its database was lost: their instant tells them apart.
 */
export const newsId = (news: DatedNews): string =>
  isAlertNews(news) ? `${news.alert.id}.${news.alert.firedAtMs}.${news.kind}` : `${news.id}.${news.atMs}.${news.kind}`;

const fromOf = ({ siteName }: MessageStyle): string => titled(`Pickup · ${siteName}`);

const idOf = (parts: readonly string[]): string =>
  `msg_${createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 24)}`;
