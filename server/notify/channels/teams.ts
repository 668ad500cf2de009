import type { TeamsChannelConfig } from "../../../lib/alerts/channel-config";
import type { Channel } from "../channel";
import { composeMessage, composeTest, type Message } from "../message/compose";
import type { Entry, Link } from "../message/entry";
import { inert } from "../message/inert";
import type { ChannelParts } from "./channel-parts";
import { postJson } from "./post-json";

/** A Workflows webhook of Microsoft Teams ("post to a channel when a webhook request is received"). */
export function createTeamsChannel({ id, url }: TeamsChannelConfig, parts: ChannelParts): Channel {
  const { clock, style, outgoing } = parts;
  const post = (message: Message, signal: AbortSignal) =>
    postJson(url, JSON.stringify(teamsPayload(message)), {}, { outgoing, clock, signal });
  return {
    id,
    kind: "teams",
    send: (news, signal) => post(composeMessage(news, style, clock.nowMs()), signal),
    sendTest: (signal) => post(composeTest(style, clock.nowMs()), signal),
  };
}

/** NO23: a card of text runs, which unlike text blocks read no Markdown; version 1.2 has them first. */
export const teamsPayload = (message: Message) => ({
  type: "message",
  attachments: [
    {
      contentType: "application/vnd.microsoft.card.adaptive",
      contentUrl: null,
      content: {
        $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
        type: "AdaptiveCard",
        version: "1.2",
        fallbackText: inert(message.headline),
        body: [
          ...message.entries.flatMap(({ look, title, says, lines }) => [
            line({ text: title, weight: "Bolder", color: COLOURS[look] }, "Medium"),
            line({ text: says }, "None"),
            ...lines.map((each) => line({ text: each }, "None")),
          ]),
          line({ text: message.from, isSubtle: true, size: "Small" }, "Medium"),
        ],
        ...(message.link === null ? {} : { actions: [openUrl(message.link)] }),
      },
    },
  ],
});

const COLOURS: Readonly<Record<Entry["look"], string>> = {
  critical: "Attention",
  warning: "Warning",
  notice: "Accent",
  resolved: "Good",
  test: "Default",
};

const openUrl = ({ url, says }: Link) => ({ type: "Action.OpenUrl" as const, title: says, url });

type Run = {
  readonly text: string;
  readonly weight?: "Bolder";
  readonly color?: string;
  readonly isSubtle?: true;
  readonly size?: "Small";
};

const line = (run: Run, spacing: "None" | "Medium") => ({
  type: "RichTextBlock",
  spacing,
  inlines: [{ type: "TextRun", ...run, text: inert(run.text) }],
});
