import { expect, it } from "vitest";
import type { AlertDelivery } from "../../lib/alerts/channel-config";
import { createChannels } from "./create-channels";
import { testMessage } from "./test-message";
import { NEVER, STYLE } from "./testing/parts";
import { openMailServer } from "./testing/mail-server";
import { openReceiver } from "./testing/receiver";
import { NINE_MS } from "./testing/some-news";

const elapsedIn = (stepMs: number) => {
  let passedMs = 0;
  return () => (passedMs += stepMs);
};
const clockOf = (stepMs: number) => {
  let nowMs = NINE_MS - stepMs;
  return { nowMs: () => (nowMs += stepMs) };
};

const deliveryTo = (url: string, mailPort: number): AlertDelivery => ({
  privateAddresses: true,
  deadMansSwitch: null,
  channels: [
    { kind: "webhook", id: "hook", url, secret: null },
    { kind: "slack", id: "leads", url },
    { kind: "teams", id: "office", url },
    {
      kind: "email",
      id: "mail",
      from: "pickup@example.com",
      to: ["leads@example.com"],
      host: "127.0.0.1",
      port: mailPort,
      tls: "off",
      login: null,
    },
  ],
});

it("[NO28] a test goes out over every kind of channel, says that it is one, and how it went", async () => {
  const receiver = await openReceiver();
  const mailServer = await openMailServer();
  const channels = createChannels(deliveryTo(receiver.url, mailServer.port), { clock: clockOf(0), style: STYLE });
  const results = await Promise.all(channels.map((channel) => testMessage(channel, elapsedIn(40), NEVER)));
  expect(channels.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
    "hook webhook",
    "leads slack",
    "office teams",
    "mail email",
  ]);
  const taken = { outcome: "delivered", status: 200, answer: "ok", durationMs: 40 };
  expect(results).toEqual([taken, taken, taken, { ...taken, status: 250, answer: "Ok: queued" }]);
  const bodies = [...receiver.received.map(({ body }) => body), mailServer.mails[0]?.raw];
  expect(bodies.filter((body) => !body?.match(/Test message|alerts\.test/))).toEqual([]);
  await Promise.all([receiver.close(), mailServer.close()]);
});

it.each([
  [400, "refused"],
  [404, "failed"],
  [500, "failed"],
] as const)("[NO28] answered %i it was %s", async (status, outcome) => {
  const receiver = await openReceiver((response) => void response.writeHead(status).end("no_service"));
  const [hook] = createChannels(deliveryTo(receiver.url, 1), { clock: clockOf(0), style: STYLE });
  const result = hook && (await testMessage(hook, elapsedIn(5.2), NEVER));
  expect(result).toEqual({ outcome, status, answer: "no_service", durationMs: 5 });
  await receiver.close();
});

it("[NO1] [NO28] one to a private address fails without the switch, and says what would allow it", async () => {
  const receiver = await openReceiver();
  const delivery = { ...deliveryTo(receiver.url, 1), privateAddresses: false };
  for (const channel of createChannels(delivery, { clock: clockOf(0), style: STYLE })) {
    const result = await testMessage(channel, elapsedIn(0), NEVER);
    expect(result).toMatchObject({ outcome: "failed", status: null });
    expect(result.answer).toContain("alerts.privateAddresses");
  }
  expect(receiver.connections()).toBe(0);
  await receiver.close();
});
