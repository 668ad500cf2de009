import { mkdtempSync, rmSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { type Child, startChild } from "../store/testing/child";
import { bodyOf, openMailServer } from "./testing/mail-server";
import { openReceiver, type Received } from "./testing/receiver";
import { ALERTS, SPEED } from "./testing/sped-up";

const directory = mkdtempSync(join(tmpdir(), "pickup-delivery-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const TEN_MINUTES_MS = (10 * 60_000) / SPEED;
const RETRY_AFTER_SECONDS = 60;
const TIMES_THROTTLED = 3;

async function freePort(): Promise<number> {
  const receiver = await openReceiver();
  await receiver.close();
  return receiver.port;
}

/** `a3 fired`, in the order in which they were told, a list for each message. */
const newsOfWebhook = ({ body }: Received): readonly string[] =>
  (JSON.parse(body) as { data: { news: { kind: string; alert: { id: string } }[] } }).data.news.map(
    ({ kind, alert }) => `${alert.id} ${kind}`,
  );
const newsOfMail = (raw: string): readonly string[] =>
  [...bodyOf(raw).matchAll(/^(Warning|Resolved) – Queue (\d+)\./gm)].map(
    ([, mark, number]) => `a${number} ${mark === "Resolved" ? "resolved" : "fired"}`,
  );

/** Each once or twice, none lost, over only after it fired. */
function expectWellTold(messages: readonly (readonly string[])[], alerts: readonly string[]): void {
  const told = messages.flat();
  const timesOf = (news: string): number => told.filter((one) => one === news).length;
  expect(alerts.filter((alert) => ![1, 2].includes(timesOf(`${alert} fired`)))).toEqual([]);
  const over = [...new Set(told.filter((one) => one.endsWith(" resolved")))];
  expect(over.filter((news) => ![1, 2].includes(timesOf(news)))).toEqual([]);
  const isEarly = (news: string): boolean => {
    const firedAt = told.indexOf(news.replace("resolved", "fired"));
    return firedAt < 0 || firedAt > told.indexOf(news);
  };
  expect(over.filter(isEarly)).toEqual([]);
  // In the order in which they fired, at their first telling.
  const firsts = [...new Set(told.filter((one) => one.endsWith(" fired")))].map((one) => Number.parseInt(one.slice(1)));
  expect(firsts).toEqual([...firsts].sort((one, other) => one - other));
}

test("[NO13] [NO15] [NO19] down for ten minutes, throttled, every second answer 500, killed twice: each alert is told once or twice, none is lost", async () => {
  const [httpPort, mailPort] = [await freePort(), await freePort()];
  const given = [join(directory, "alerts.db"), String(Date.now()), String(httpPort), String(mailPort)];
  const acknowledged: string[] = [];
  let child: Child;
  const empty = new AbortController();
  let reading: Promise<void> = Promise.resolve();
  const start = (): void => {
    const next = String(acknowledged.length);
    child = startChild("../../notify/testing/deliver-forever.ts", [...given, next]);
    const { nextLine } = child;
    reading = (async () => {
      for (let line = await nextLine(); line !== null; line = await nextLine()) {
        if (line === "empty") empty.abort();
        else acknowledged.push(line);
      }
    })();
  };
  const kill = async (): Promise<void> => {
    child.kill("SIGKILL");
    expect(await child.gone).toBeNull();
    await reading;
  };

  const untilThere = async (count: number): Promise<void> => {
    while (acknowledged.length < count) await sleep(10);
  };

  // Nobody listens for ten minutes; in the middle of it the process is killed.
  start();
  await untilThere(20);
  const downSinceMs = Date.now();
  await kill();
  start();
  await untilThere(40);
  await sleep(Math.max(0, downSinceMs + TEN_MINUTES_MS - Date.now()));

  const accepted: (readonly string[])[] = [];
  const throttledAtMs: number[] = [];
  const askedAtMs: number[] = [];
  let answers = 0;
  let second = Promise.resolve();
  const accept = (response: ServerResponse, received: Received): void => {
    accepted.push(newsOfWebhook(received));
    response.end("ok");
  };
  const receiver = await openReceiver(
    (response, received) => {
      askedAtMs.push(Date.now());
      answers += 1;
      if (answers <= TIMES_THROTTLED) {
        throttledAtMs.push(Date.now());
        response.writeHead(429, { "retry-after": String(RETRY_AFTER_SECONDS) }).end("slow down");
      } else if (answers % 2 === 0) response.writeHead(500).end("oops");
      // The second that is taken: the process is killed before it hears of that.
      else if (accepted.length === 1) second = kill().then(() => (accept(response, received), start()));
      else accept(response, received);
    },
    { port: httpPort },
  );
  let mails = 0;
  const mailServer = await openMailServer(
    {
      onMailFrom: (_address, _session, done) => {
        mails += 1;
        if (mails <= TIMES_THROTTLED || mails % 2 === 0) {
          done(Object.assign(new Error("later"), { responseCode: mails % 2 === 0 ? 451 : 421 }));
        } else done();
      },
    },
    mailPort,
  );

  await sleep(120_000, null, { signal: empty.signal }).catch(() => {});
  expect(empty.signal.aborted).toBe(true);
  await second;
  await reading;

  expect(acknowledged).toEqual(Array.from({ length: ALERTS }, (_, number) => `a${number}`));
  expectWellTold(accepted, acknowledged);
  expectWellTold(
    mailServer.mails.map(({ raw }) => newsOfMail(raw)),
    acknowledged,
  );
  // What the first process was told before it died, the next one told again.
  const told = accepted.flat();
  expect(told.length - new Set(told).size).toBeGreaterThan(0);
  // Nobody came back before he was asked to.
  const waitsMs = throttledAtMs.map((atMs) => (askedAtMs.find((next) => next > atMs) ?? 0) - atMs);
  for (const waitMs of waitsMs) expect(waitMs).toBeGreaterThan((RETRY_AFTER_SECONDS * 1_000) / SPEED - 20);
  await Promise.all([receiver.close(), mailServer.close()]);
}, 180_000);
