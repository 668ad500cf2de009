import { describe, expect, it } from "vitest";
import { z } from "zod";
import { composeMessage } from "../message/compose";
import { dated, HOSTILE_NAMES, NEVER, PARTS, STYLE } from "../testing/parts";
import { openReceiver } from "../testing/receiver";
import { fired, NINE_MS, resolved } from "../testing/some-news";
import { createTeamsChannel, teamsPayload } from "./teams";

const payloadOf = (news: Parameters<typeof dated>[0]) => teamsPayload(composeMessage(dated(news), STYLE, NINE_MS));

/** What of adaptivecards.io/schemas/1.2.0 is used: RichTextBlock, TextRun and their values; no actions, no links. */
const RUN = z.strictObject({
  type: z.literal("TextRun"),
  text: z.string().min(1),
  weight: z.enum(["Lighter", "Default", "Bolder"]).optional(),
  color: z.enum(["Default", "Dark", "Light", "Accent", "Good", "Warning", "Attention"]).optional(),
  isSubtle: z.boolean().optional(),
  size: z.enum(["Default", "Small", "Medium", "Large", "ExtraLarge"]).optional(),
});
const CARD = z.strictObject({
  $schema: z.literal("http://adaptivecards.io/schemas/adaptive-card.json"),
  type: z.literal("AdaptiveCard"),
  version: z.literal("1.2"),
  fallbackText: z.string(),
  body: z
    .array(
      z.strictObject({
        type: z.literal("RichTextBlock"),
        spacing: z.enum(["None", "Small", "Default", "Medium", "Large", "ExtraLarge", "Padding"]),
        inlines: z.array(RUN).min(1),
      }),
    )
    .min(1),
});
/** learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors: a message with one card, below 28 kB. */
const PAYLOAD = z.strictObject({
  type: z.literal("message"),
  attachments: z.tuple([
    z.strictObject({
      contentType: z.literal("application/vnd.microsoft.card.adaptive"),
      contentUrl: z.null(),
      content: CARD,
    }),
  ]),
});
const LARGEST_BYTES = 28_000;

describe("[NO23] what Teams is sent", () => {
  it("is one card of text runs", () => {
    const payload = payloadOf([fired("a", { severity: "critical" }), resolved("b")]);
    expect(PAYLOAD.safeParse(payload).error).toBeUndefined();
    expect(payload.attachments[0]?.content.body.map(({ inlines }) => inlines[0])).toEqual([
      { type: "TextRun", text: "Critical – Support: service level", weight: "Bolder", color: "Attention" },
      { type: "TextRun", text: "11 of 38 late in 15 min, since 09:00" },
      { type: "TextRun", text: "Resolved – Support: service level", weight: "Bolder", color: "Good" },
      { type: "TextRun", text: "back to normal, after 1:00" },
      { type: "TextRun", text: "Pickup · Acme", isSubtle: true, size: "Small" },
    ]);
  });

  it.each(HOSTILE_NAMES)("[NO30] neither mention, link, date nor markup comes of %j", (name) => {
    const payload = payloadOf(Array.from({ length: 10 }, (_, n) => fired(String(n), { subjectName: name })));
    expect(PAYLOAD.safeParse(payload).error).toBeUndefined();
    const text = JSON.stringify(payload.attachments[0]?.content.body);
    expect(text).not.toMatch(/[<>]|@[^\u2060]|[a-z]:\/\/|\]\(|\{\{/);
    expect(Buffer.byteLength(JSON.stringify(payload))).toBeLessThan(LARGEST_BYTES);
  });

  it("[NO6] that it was accepted is enough", async () => {
    const receiver = await openReceiver((response) => void response.writeHead(202).end());
    const teams = createTeamsChannel({ kind: "teams", id: "office", url: `${receiver.url}/workflows/x` }, PARTS);
    expect(await teams.send(dated([fired("a")]), NEVER)).toEqual({ kind: "delivered", status: 202, answer: "" });
    expect(JSON.parse(receiver.received[0]?.body ?? "")).toEqual(payloadOf([fired("a")]));
    await receiver.close();
  });
});
