import type { KnownBlock } from "@slack/types";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { composeMessage } from "../message/compose";
import { dated, HOSTILE_NAMES, NEVER, PARTS, STYLE } from "../testing/parts";
import { openReceiver } from "../testing/receiver";
import { fired, NINE_MS, resolved } from "../testing/some-news";
import { createSlackChannel, slackPayload } from "./slack";

const payloadOf = (news: Parameters<typeof dated>[0]) => slackPayload(composeMessage(dated(news), STYLE, NINE_MS));

/** Slack's own types take what is sent. */
const typed = (news: Parameters<typeof dated>[0]): readonly KnownBlock[] => payloadOf(news).blocks;

/** Limits of docs.slack.dev/reference/block-kit: header, section and context blocks, text object, blocks of a message. */
const plainText = (most: number) =>
  z.strictObject({ type: z.literal("plain_text"), text: z.string().min(1).max(most), emoji: z.literal(false) });
const BLOCK = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("header"), text: plainText(150) }),
  z.strictObject({ type: z.literal("section"), text: plainText(3_000) }),
  z.strictObject({ type: z.literal("context"), elements: z.array(plainText(3_000)).min(1).max(10) }),
]);
const PAYLOAD = z.strictObject({
  text: z.string().min(1).max(4_000),
  mrkdwn: z.literal(false),
  unfurl_links: z.literal(false),
  unfurl_media: z.literal(false),
  blocks: z.array(BLOCK).min(1).max(50),
});

describe("[NO22] what Slack is sent", () => {
  it("is blocks of plain text, and a text for the notification", () => {
    expect(payloadOf([fired("a"), resolved("b")])).toEqual({
      text: "Warning – Support: service level (+1)",
      mrkdwn: false,
      unfurl_links: false,
      unfurl_media: false,
      blocks: [
        { type: "header", text: plain("Warning – Support: service level") },
        { type: "section", text: plain("11 of 38 late in 15 min, since 09:00") },
        { type: "header", text: plain("Resolved – Support: service level") },
        { type: "section", text: plain("back to normal, after 1:00") },
        { type: "context", elements: [plain("Pickup · Acme")] },
      ],
    });
    expect(typed([fired("a")])).toHaveLength(3);
  });

  it.each(HOSTILE_NAMES)("[NO30] neither mention, link nor markup comes of %j", (name) => {
    const payload = payloadOf(Array.from({ length: 10 }, (_, n) => fired(String(n), { subjectName: name })));
    expect(PAYLOAD.safeParse(payload).error).toBeUndefined();
    // What `<…>`, `&…;` and `@…` would be read as; entities are those that we wrote.
    expect(payload.text.replace(/&(?:amp|lt|gt);/g, "")).not.toMatch(/[<>&]/);
    expect(JSON.stringify(payload)).not.toMatch(/[<>]|@[^\u2060]|[a-z]:\/\/|\]\(/);
  });

  it("[NO6] its answer is told", async () => {
    const answers: readonly (readonly [number, string])[] = [
      [200, "ok"],
      [400, "invalid_payload"],
      [404, "no_service"],
    ];
    const given = answers.values();
    const receiver = await openReceiver((response) => {
      const [status, text] = given.next().value ?? [500, ""];
      response.writeHead(status).end(text);
    });
    const slack = createSlackChannel({ kind: "slack", id: "leads", url: `${receiver.url}/services/T/B/x` }, PARTS);
    const send = () => slack.send(dated([fired("a")]), NEVER);
    expect(await send()).toEqual({ kind: "delivered", status: 200, answer: "ok" });
    expect(await send()).toEqual({ kind: "refused", status: 400, answer: "invalid_payload" });
    expect(await send()).toEqual({ kind: "later", afterMs: null, status: 404, answer: "no_service" });
    const [first] = receiver.received;
    expect(first).toMatchObject({ method: "POST", path: "/services/T/B/x" });
    expect(first?.headers["content-type"]).toBe("application/json; charset=utf-8");
    expect(JSON.parse(first?.body ?? "")).toEqual(payloadOf([fired("a")]));
    await receiver.close();
  });
});

const plain = (text: string) => ({ type: "plain_text", text, emoji: false });
