import { describe, expect, it } from "vitest";
import type { MissedNews } from "../channel";
import { composeMessage } from "../message/compose";
import { bodyOf, openMailServer } from "../testing/mail-server";
import { dated, HOSTILE_NAMES, NEVER, PARTS, STYLE } from "../testing/parts";
import { openReceiver } from "../testing/receiver";
import { missedNews, NINE_MS, someCaller } from "../testing/some-news";
import { createEmailChannel } from "./email";
import { slackPayload } from "./slack";
import { teamsPayload } from "./teams";
import { createWebhookChannel } from "./webhook";

const LIST = missedNews("m1", [someCaller("caller 4711"), someCaller("caller 0815", { tries: 1 })], "overdue");
const messageOf = (news: readonly MissedNews[]) => composeMessage(dated(news), STYLE, NINE_MS);
const LINK = "https://wall.example/missed?list=open&queue=support";

/** As long as any: twenty callers of a queue with this name. */
const longListIn = (queueName: string): MissedNews =>
  missedNews(
    "m1",
    Array.from({ length: 30 }, (_, index) =>
      someCaller(`caller ${1_000 + index}`, { queueName, callback: true, why: "refused", reason: "empty" }),
    ),
  );

describe("[RE65] missed callers over each channel", () => {
  it("a mail has the list and the link, which can be followed", async () => {
    const { port, mails, close } = await openMailServer();
    const mail = createEmailChannel(
      {
        kind: "email",
        id: "mail",
        from: "pickup@example.com",
        to: ["leads@example.com"],
        host: "127.0.0.1",
        port,
        tls: "off",
        login: null,
      },
      PARTS,
    );
    expect(await mail.send(dated([LIST]), NEVER)).toMatchObject({ kind: "delivered" });
    await close();
    expect(
      bodyOf(mails[0]?.raw ?? "")
        .replace(/\r\n/g, "\n")
        .trimEnd(),
    ).toBe(
      [
        "Not called back in time: 2 callers, Support",
        "as of 09:00",
        "- •••4711, Support: 3 tries, last 08:58, waited 2:10, gave up, due 10:50",
        "- •••0815, Support: 1 try, 08:58, waited 2:10, gave up, due 10:50",
        "",
        "Open the missed calls",
        LINK,
        "",
        "-- ",
        "Pickup · Acme",
      ].join("\n"),
    );
  });

  it("a webhook has them as data: the end of a number, an id that says nothing, the link", async () => {
    const receiver = await openReceiver();
    const hook = createWebhookChannel({ kind: "webhook", id: "hook", url: receiver.url, secret: null }, PARTS);
    const withNumberAsId = someCaller("caller 4711", { key: "shop +49301234567 1" });
    await hook.send(dated([missedNews("m1", [withNumberAsId]), missedNews("m2", [withNumberAsId], "overdue")]), NEVER);
    await hook.sendTest(NEVER);
    await receiver.close();
    const [sent, test] = receiver.received.map(({ body }) => JSON.parse(body));
    expect([sent.type, sent.data.site, test.type, test.data.news]).toEqual(["missed.told", "Acme", "alerts.test", []]);
    expect(sent.data.news[0]).toEqual({
      id: `m1.${NINE_MS}.missed`,
      kind: "missed",
      atMs: NINE_MS,
      title: "Missed: •••4711, Support",
      says: "3 tries, last 08:58, waited 2:10, gave up, due 10:50, as of 09:00",
      missed: {
        total: 1,
        withheld: 0,
        link: LINK,
        callers: [
          {
            id: expect.stringMatching(/^[\w-]{22}$/),
            caller: { kind: "number", tail: "4711" },
            queueId: "support",
            queueName: "Support",
            tries: 3,
            firstMissedAtMs: NINE_MS - 600_000,
            lastMissedAtMs: NINE_MS - 120_000,
            longestWaitMs: 130_000,
            why: "abandoned",
            reason: null,
            callback: false,
            dueAtMs: NINE_MS + 6_600_000,
          },
        ],
      },
    });
    expect(sent.data.news[1].missed.callers[0].id).toBe(sent.data.news[0].missed.callers[0].id);
    expect(receiver.received.map(({ body }) => body).join()).not.toContain("1234567");
  });

  it("Slack has sections of plain text and the link as data", () => {
    const { text, blocks } = slackPayload(messageOf([LIST]));
    expect(text).toBe("Not called back in time: 2 callers, Support");
    expect(blocks.map(({ type }) => type)).toEqual(["header", "section", "section", "rich_text", "context"]);
    expect(JSON.stringify(blocks[3])).toContain(`{"type":"link","url":"${LINK}","text":"Open the missed calls"}`);
  });

  it("Teams has a run a line and the link as what can be done", () => {
    const [{ content } = { content: null }] = teamsPayload(messageOf([LIST])).attachments;
    expect(content?.body.map(({ inlines }) => inlines[0]?.text)).toEqual([
      "Not called back in time: 2 callers, Support",
      "as of 09:00",
      "•••4711, Support: 3 tries, last 08:58, waited 2:10, gave up, due 10:50",
      "•••0815, Support: 1 try, 08:58, waited 2:10, gave up, due 10:50",
      "Pickup · Acme",
    ]);
    expect(content?.actions).toEqual([{ type: "Action.OpenUrl", title: "Open the missed calls", url: LINK }]);
  });

  it.each(HOSTILE_NAMES)(
    "[NO30] a queue named %j stays a name, and no list is longer than a chat takes",
    (queueName) => {
      const message = messageOf([longListIn(queueName)]);
      const slack = slackPayload(message);
      expect(slack.blocks.length).toBeLessThanOrEqual(50);
      for (const block of slack.blocks) {
        if (block.type !== "section") continue;
        expect(block.text.text.length).toBeLessThanOrEqual(3_000);
        expect(block.text.text).not.toMatch(/[<>]|@[^\u2060]|:\/\//u);
      }
      const card = teamsPayload(message);
      expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28_000);
      for (const { inlines } of card.attachments[0]?.content.body ?? [])
        expect(inlines[0]?.text).not.toMatch(/[<>]|@[^\u2060]|:\/\//u);
    },
  );
});
