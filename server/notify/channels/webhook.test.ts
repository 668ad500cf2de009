import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { dated, HOSTILE_NAMES, NEVER, PARTS } from "../testing/parts";
import { openReceiver, type Received } from "../testing/receiver";
import { fired, resolved } from "../testing/some-news";
import { createWebhookChannel } from "./webhook";
import { webhookKey } from "./webhook-signature";

const secretOf = (bytes: number): string => `whsec_${Buffer.alloc(bytes, 7).toString("base64")}`;
const SECRET = secretOf(32);

async function sendOne(
  news: Parameters<typeof dated>[0],
  secret: string | null,
  nowMs = Date.now(),
): Promise<Received> {
  const receiver = await openReceiver();
  const parts = { ...PARTS, clock: { nowMs: () => nowMs } };
  const hook = createWebhookChannel({ kind: "webhook", id: "hook", url: receiver.url, secret }, parts);
  expect(await hook.send(dated(news), NEVER)).toMatchObject({ kind: "delivered", status: 200 });
  await receiver.close();
  const [first] = receiver.received;
  if (first === undefined) throw new Error("nothing received");
  return first;
}

const signedOf = ({ headers }: Received): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

const idOf = async (news: Parameters<typeof dated>[0]) => (await sendOne(news, SECRET)).headers["webhook-id"];

describe("[NO20] a webhook is signed as Standard Webhooks has it", () => {
  it("its reference implementation takes it", async () => {
    const received = await sendOne([fired("a")], SECRET);
    expect(() => new Webhook(SECRET).verify(received.body, signedOf(received))).not.toThrow();
    expect(received.headers["webhook-signature"]).toMatch(/^v1,[A-Za-z0-9+/]{43}=$/);
  });

  it("and takes no other body, key or time", async () => {
    const received = await sendOne([fired("a")], SECRET);
    const hook = new Webhook(SECRET);
    expect(() => hook.verify(`${received.body} `, signedOf(received))).toThrow();
    expect(() => new Webhook(secretOf(24)).verify(received.body, signedOf(received))).toThrow();
    const old = await sendOne([fired("a")], SECRET, Date.now() - 10 * 60_000);
    expect(() => hook.verify(old.body, signedOf(old))).toThrow();
  });

  it("the same news keep their id, however often they are sent", async () => {
    expect(await idOf([fired("a")])).toBe(await idOf([fired("a")]));
    expect(await idOf([fired("a")])).not.toBe(await idOf([resolved("a")]));
    // Where alerts are counted from one again, as after a lost database.
    const told = fired("a");
    if (told.kind !== "fired") throw new Error("that was to fire");
    const later = { ...told, alert: { ...told.alert, firedAtMs: told.alert.firedAtMs + 1 } };
    expect(await idOf([told])).not.toBe(await idOf([later]));
  });

  it("without a secret it is not signed", async () => {
    const { headers } = await sendOne([fired("a")], null);
    expect(headers["webhook-id"]).toMatch(/^msg_[\w-]{24}$/);
    expect(headers["webhook-timestamp"]).toMatch(/^\d{10}$/);
    expect(headers["webhook-signature"]).toBeUndefined();
  });

  it("with one that is none there is no channel, rather than one that does not sign", () => {
    const config = { kind: "webhook", id: "hook", url: "https://hooks.example.com/", secret: "swordfish" } as const;
    expect(() => createWebhookChannel(config, PARTS)).toThrow("The secret of channel hook is no signing secret");
  });

  it.each([
    [secretOf(23), false],
    [secretOf(24), true],
    [secretOf(64), true],
    [secretOf(65), false],
    [SECRET.slice("whsec_".length), false],
    ["whsec_", false],
    ["whsec_not base64", false],
    ["", false],
  ])("a secret of the right form: %s, %s", (secret, isOne) => {
    expect(webhookKey(secret) !== null).toBe(isOne);
  });
});

describe("[NO21] what a webhook says", () => {
  it("is data, field by field", async () => {
    const { body } = await sendOne([fired("a"), resolved("a")], SECRET, 1_795_420_800_000);
    const sent = JSON.parse(body);
    expect(sent).toMatchObject({ type: "alerts.changed", timestamp: new Date(1_795_420_800_000).toISOString() });
    expect(sent.data.site).toBe("Acme");
    expect(sent.data.news).toEqual([
      {
        id: "a.1795420800000.fired",
        kind: "fired",
        atMs: expect.any(Number),
        title: "Warning – Support: service level",
        says: expect.stringMatching(/^11 of 38 late in 15 min, since /),
        alert: {
          id: "a",
          ruleId: "long-wait",
          ruleName: "Long wait",
          severity: "warning",
          condition: "service-level",
          subject: { kind: "queue", queueId: "support" },
          subjectName: "Support",
          firedAtMs: expect.any(Number),
          resolvedAtMs: null,
          because: null,
          evidence: { kind: "service-level", late: 11, decided: 38, minutes: 15 },
        },
      },
      expect.objectContaining({ id: "a.1795420800000.resolved", kind: "resolved" }),
    ]);
    expect(sent.data.news[1].alert).toMatchObject({ because: "clear", resolvedAtMs: expect.any(Number) });
  });

  it.each(HOSTILE_NAMES)("[NO30] %j is a name in it and nothing else", async (name) => {
    const received = await sendOne([fired("a", { subjectName: name, ruleName: name })], SECRET);
    expect(() => new Webhook(SECRET).verify(received.body, signedOf(received))).not.toThrow();
    expect(Object.keys(received.headers).sort()).toEqual([
      "connection",
      "content-length",
      "content-type",
      "host",
      "user-agent",
      "webhook-id",
      "webhook-signature",
      "webhook-timestamp",
    ]);
    expect(JSON.parse(received.body).data.news[0].alert.subjectName).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});
