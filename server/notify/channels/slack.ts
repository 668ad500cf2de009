import type { SlackChannelConfig } from "../../../lib/alerts/channel-config";
import type { Channel } from "../channel";
import { composeMessage, composeTest, type Message } from "../message/compose";
import type { Link } from "../message/entry";
import { cut, inert } from "../message/inert";
import type { ChannelParts } from "./channel-parts";
import { postJson } from "./post-json";

/** Of a header block, by Slack's reference. */
const LONGEST_HEADER = 150;

/** An incoming webhook of Slack. */
export function createSlackChannel({ id, url }: SlackChannelConfig, parts: ChannelParts): Channel {
  const { clock, style, outgoing } = parts;
  const post = (message: Message, signal: AbortSignal) =>
    postJson(url, JSON.stringify(slackPayload(message)), {}, { outgoing, clock, signal });
  return {
    id,
    kind: "slack",
    send: (news, signal) => post(composeMessage(news, style, clock.nowMs()), signal),
    sendTest: (signal) => post(composeTest(style, clock.nowMs()), signal),
  };
}

/** NO22: blocks of plain text only. `text` is what a notification shows, the one place where Slack reads markup. */
export const slackPayload = (message: Message) => ({
  text: escaped(inert(message.headline)),
  mrkdwn: false,
  unfurl_links: false,
  unfurl_media: false,
  blocks: [
    ...message.entries.flatMap(({ title, says, lines }) => [
      { type: "header" as const, text: plainText(cut(inert(title), LONGEST_HEADER)) },
      { type: "section" as const, text: plainText(inert(says)) },
      ...sectionsOf(lines),
    ]),
    ...(message.link === null ? [] : [linkBlock(message.link)]),
    { type: "context" as const, elements: [plainText(inert(message.from))] },
  ],
});

/** A section holds 3,000 characters. */
const LINES_A_SECTION = 8;

function* sectionsOf(lines: readonly string[]) {
  for (let from = 0; from < lines.length; from += LINES_A_SECTION) {
    const some = lines.slice(from, from + LINES_A_SECTION).map((each) => `• ${inert(each)}`);
    yield { type: "section" as const, text: plainText(some.join("\n")) };
  }
}

/** The one address that is to be followed, as data: no markup is read. */
const linkBlock = ({ url, says }: Link) => ({
  type: "rich_text" as const,
  elements: [{ type: "rich_text_section" as const, elements: [{ type: "link" as const, url, text: says }] }],
});

const plainText = (text: string) => ({ type: "plain_text" as const, text, emoji: false });

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
