import { maskFor } from "../../../lib/desk/mask";
import { MESSAGE_WORDS } from "../../../lib/words/alerts/message-words";
import { SAY_WORDS } from "../../../lib/words/alerts/say-words";
import { createFormats } from "../../../lib/words/formats";
import { INBOX_WORDS } from "../../../lib/words/missed/inbox-words";
import type { ChannelParts } from "../channels/channel-parts";
import type { DatedNews, News } from "../channel";
import type { MessageStyle } from "../message/entry";
import { type Outgoing } from "../outgoing/ask";
import { resolveName } from "../outgoing/find-addresses";
import { NINE_MS } from "./some-news";

export const STYLE: MessageStyle = {
  say: SAY_WORDS.en,
  message: MESSAGE_WORDS.en,
  missed: INBOX_WORDS.en,
  mask: maskFor("end", (alias) => (alias === "gone" ? null : alias.slice(-4))),
  address: "https://wall.example",
  formats: createFormats("en"),
  timeZone: "Europe/Berlin",
  siteName: "Acme",
};

/** Receivers of tests lie on this machine. */
export const OUTGOING: Outgoing = { privateAddresses: true, resolve: resolveName, withinMs: 5_000 };

export const PARTS: ChannelParts = { clock: { nowMs: () => NINE_MS }, style: STYLE, outgoing: OUTGOING };

export const NEVER = new AbortController().signal;

export const dated = (news: readonly News[], atMs = NINE_MS): readonly DatedNews[] =>
  news.map((one) => ({ ...one, atMs }));

/** Names that would like to be more than names. */
export const HOSTILE_NAMES: readonly string[] = [
  "<!channel>",
  "<!here|here>",
  "<@U123>",
  "<https://evil.example/a|Support>",
  "https://evil.example/a",
  "www.evil.example",
  "evil.example",
  "a@evil.example",
  "*b* _i_ ~s~ `c`",
  "@here",
  "@channel @everyone",
  "<at>Anna</at>",
  "[Support](https://evil.example)",
  "![x](https://evil.example/x.png)",
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "Support\r\nBcc: evil@evil.example",
  "Support\nX-Header: 1",
  "=?utf-8?B?QmNjOiBldmls?=",
  "\u202eevil\u202c \u2066x\u2069",
  "A\u200b\u200dB\u0000\u001b[31m",
  "&lt;!channel&gt; &#60;",
  "{{DATE(2017-02-14T06:08:39Z,SHORT)}}",
  "${title} @{triggerBody()}",
  ":rotating_light: :+1:",
  `Z${"\u0335".repeat(500)}`,
  "😀".repeat(500),
  "x".repeat(10_000),
];
