import { createHash } from "node:crypto";
import type { Severity } from "../../../lib/alerts/alert-rule";
import { SEVERITIES } from "../../../lib/alerts/alert-rule";
import { cleanName } from "../../../lib/names/names";
import { sayAlert } from "../../../lib/words/alerts/say-alert";
import type { MessageWords } from "../../../lib/words/en/alerts/message";
import type { SayWords } from "../../../lib/words/en/alerts/say";
import type { Formats } from "../../../lib/words/formats";
import type { DatedNews } from "../channel";
import { cut } from "./inert";

/** How messages are worded, and for whom. */
export type MessageStyle = {
  readonly say: SayWords;
  readonly message: MessageWords;
  readonly formats: Formats;
  /** Of the site; instants are told in it. */
  readonly timeZone: string;
  readonly siteName: string;
};

/** One alert in a message; every text is one line, but as names are: not yet fit for where it is shown. */
export type Entry = {
  readonly look: Severity | "resolved" | "test";
  /** `Critical – Support: service level` */
  readonly title: string;
  /** `11 of 38 late in 15 min, since 10:42` */
  readonly says: string;
};

export type Message = {
  /** The same for the same news, however often it is sent. */
  readonly id: string;
  /** `Critical – Support: service level (+2)` */
  readonly headline: string;
  readonly entries: readonly Entry[];
  /** What is said below: who speaks. */
  readonly from: string;
};

const LONGEST_TITLE = 140;
const LONGEST_TEXT = 300;

/** NO29: what is told together, in the order in which it happened; the headline is the worst of it. */
export function composeMessage(news: readonly DatedNews[], style: MessageStyle, nowMs: number): Message {
  const entries = news.map((one) => entryOf(one, style, nowMs));
  const worst = LOOKS.map((look) => entries.find((entry) => entry.look === look)).find((entry) => entry !== undefined);
  const more = entries.length > 1 ? ` (+${entries.length - 1})` : "";
  return {
    id: idOf([style.siteName, ...news.map(newsId)]),
    headline: `${worst?.title ?? ""}${more}`,
    entries,
    from: fromOf(style),
  };
}

const LOOKS: readonly Entry["look"][] = [...SEVERITIES, "resolved", "test"];

export function composeTest(style: MessageStyle, nowMs: number): Message {
  const { title, says } = style.message.test;
  const entry: Entry = { look: "test", title, says };
  return { id: idOf([style.siteName, "test", String(nowMs)]), headline: title, entries: [entry], from: fromOf(style) };
}

/**
 * Of one piece of news, for whoever wants to know whether he has it already. Alerts are counted from one in each
 * installation, and anew where its database was lost: their instant tells them apart.
 */
export const newsId = ({ kind, alert }: Pick<DatedNews, "kind" | "alert">): string =>
  `${alert.id}.${alert.firedAtMs}.${kind}`;

function entryOf(news: DatedNews, { say, formats, timeZone }: MessageStyle, nowMs: number): Entry {
  const { alert } = news;
  const { title, says } = sayAlert(alert, say, formats, news.atMs);
  if (news.kind === "fired") {
    const since = say.since(formats.moment(alert.firedAtMs, nowMs, timeZone));
    return {
      look: alert.severity,
      title: titled(say.severities[alert.severity], title),
      says: plain(`${says}, ${since}`),
    };
  }
  const lasted = say.lasted(formats.duration(news.alert.resolvedAtMs - alert.firedAtMs));
  return {
    look: "resolved",
    title: titled(say.states.resolved, title),
    says: plain(`${say.because[news.alert.because]}, ${lasted}`),
  };
}

const titled = (mark: string, title: string): string => cut(cleanName(`${mark} – ${title}`), LONGEST_TITLE);
const plain = (text: string): string => cut(cleanName(text), LONGEST_TEXT);
const fromOf = ({ siteName }: MessageStyle): string => cut(cleanName(`Pickup · ${siteName}`), LONGEST_TITLE);

const idOf = (parts: readonly string[]): string =>
  `msg_${createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 24)}`;
