import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { AlertDelivery } from "../../../lib/alerts/channel-config";
import type { OpenHours } from "../../../lib/config";
import { maskFor } from "../../../lib/desk/mask";
import { instant } from "../../../lib/testing/scenario";
import { contactId, queueId } from "../../../lib/vocabulary";
import { floorSite, openWatchedFloor, type WatchedFloor } from "../../alerts/testing/watched-floor";
import { createMemoryVault } from "../../callers/memory-vault";
import { systemClock } from "../../clock";
import { createChannels } from "../../notify/create-channels";
import { bodyOf, type MailServer, openMailServer } from "../../notify/testing/mail-server";
import { STYLE } from "../../notify/testing/parts";
import { openReceiver, type Receiver } from "../../notify/testing/receiver";
import { type Delivery, startDelivery } from "../../notify/worker/delivery";
import { systemPause } from "../../notify/worker/pause";
import { createInbox } from "./inbox";

const EIGHT_TO_FIVE: OpenHours = {
  weekly: Array.from({ length: 7 }, () => [{ fromMinute: 480, toMinute: 1_020 }]),
  closedDates: [],
};
const SETTINGS = { channelIds: ["hook", "mail"], remindBeforeMs: 30 * 60_000 };
const NUMBERS = { zoe: "+4930123454711", max: "+493098760815", kim: "+494055512345" } as const;
const EVERYBODY = { queueIds: null, me: { accountId: "a1", name: "Ada" }, callers: "end" } as const;

let folder = "";
let floor: WatchedFloor;
let receiver: Receiver;
let mailServer: MailServer;
let delivery: Delivery;
let vault = createMemoryVault();
let said: string[] = [];
let seen = { mails: 0, posts: 0 };

async function open(settleMs = 0): Promise<void> {
  const site = floorSite();
  floor = await openWatchedFloor({
    folder,
    rules: [],
    vault,
    site: { ...site, queues: site.queues.map((queue) => ({ ...queue, hours: EIGHT_TO_FIVE })) },
    observers: (store) => [
      createInbox({
        store,
        settings: SETTINGS,
        clock: systemClock,
        settleMs,
        wake: () => undefined,
        log: (line) => said.push(line),
      }),
    ],
  });
}
function deliver(): void {
  const configured: AlertDelivery = {
    privateAddresses: true,
    deadMansSwitch: null,
    channels: [
      { kind: "webhook", id: "hook", url: receiver.url, secret: null },
      {
        kind: "email",
        id: "mail",
        from: "pickup@example.com",
        to: ["leads@example.com"],
        host: "127.0.0.1",
        port: mailServer.port,
        tls: "off",
        login: null,
      },
    ],
  };
  const style = { ...STYLE, timeZone: "UTC", mask: maskFor("end", vault.endOf) };
  delivery = startDelivery({
    channels: createChannels(configured, { clock: systemClock, style }),
    outbox: floor.store.outbox,
    clock: systemClock,
    // Time stands while messages are under way.
    pause: (_ms, signal) => systemPause(2, signal),
    random: Math.random,
    onTrouble: (error) => said.push(String(error)),
  });
}

beforeEach(async () => {
  vi.useFakeTimers({
    now: instant("09:00:00"),
    toFake: ["Date", "setInterval", "clearInterval"],
  });
  folder = mkdtempSync(join(tmpdir(), "pickup-inbox-"));
  [said, vault, seen] = [[], createMemoryVault(), { mails: 0, posts: 0 }];
  [receiver, mailServer] = [await openReceiver(), await openMailServer()];
  await open();
});
afterEach(async () => {
  vi.useRealTimers();
  await floor.stop();
  await Promise.all([receiver.close(), mailServer.close()]);
  rmSync(folder, { recursive: true, force: true });
});

/** Network and log take their own time; looks come as the test lets it pass. */
async function pass(seconds: number): Promise<void> {
  while (floor.pipeline.counters().pending > 0) await turn();
  await vi.advanceTimersByTimeAsync(seconds * 1_000);
}
async function passUntil(time: string, day?: string): Promise<void> {
  await pass((instant(time, day) - Date.now()) / 1_000);
}
/** Gives up after a minute, at this instant. */
async function miss(time: string, contact: string, number: string | null, day?: string): Promise<void> {
  await passUntil(new Date(instant(time, day) - 60_000).toISOString().slice(11, 19), day);
  const visit = { queueId: queueId("support"), contactId: contactId(contact), stay: 1 };
  const caller = number === null ? null : { number, name: null };
  floor.tell({ type: "contact.offered", ...visit, channel: "voice", caller, via: "direct" });
  await passUntil(time, day);
  floor.tell({ type: "contact.abandoned", ...visit });
}
const waiting = async (): Promise<number> => {
  const standings = await Promise.all(SETTINGS.channelIds.map((id) => floor.store.outbox.standing(id, 0)));
  return standings.reduce((sum, standing) => sum + standing.waiting, 0);
};
/** What was said since it was last asked for, over both channels the same. */
async function told(): Promise<readonly string[]> {
  deliver();
  while ((await waiting()) > 0) await turn();
  await delivery.stop();
  const mails = mailServer.mails.slice(seen.mails).map(({ raw }) => bodyOf(raw).replace(/\r\n/g, "\n"));
  const heard = receiver.received.slice(seen.posts);
  seen = { mails: mailServer.mails.length, posts: receiver.received.length };
  const posts = heard.flatMap(({ body }) => {
    everything.push(body);
    return (JSON.parse(body) as { data: { news: { title: string }[] } }).data.news.map(({ title }) => title);
  });
  everything.push(...mails);
  for (const title of posts) expect(mails.some((mail) => mail.includes(title))).toBe(true);
  return mails.map((mail) => mail.split("\n\n-- ")[0] ?? "");
}
const everything: string[] = [];
const kept = (): string =>
  readdirSync(folder)
    .filter((name) => name.startsWith("alerts.db"))
    .map((name) => readFileSync(join(folder, name)).toString("latin1"))
    .join();

const LINK = "\n\nOpen the missed calls\nhttps://wall.example/missed?list=open&queue=support";

describe("people are told of missed callers", () => {
  test("[RE60] [RE61] [RE63] [RE65] once after two minutes, of later tries after an hour, before the limit and when it is over; of no number more than its end", async () => {
    await miss("09:01:00", "c1", NUMBERS.zoe);
    await passUntil("09:02:59");
    expect(await told()).toEqual([]);
    await passUntil("09:03:01");
    expect(await told()).toEqual([
      `Missed: •••4711, support\n1 try, 09:01, waited 1:00, gave up, due 11:01, as of 09:03${LINK}`,
    ]);
    await miss("09:10:00", "c2", NUMBERS.zoe);
    await miss("09:20:00", "c3", null);
    await passUntil("10:02:59");
    expect(await told()).toEqual([
      `Missed: 1 caller without a number, support\nas of 09:22\n- number withheld, support: 1 try, 09:20, waited 1:00, gave up${LINK.replace("open&", "withheld&")}`,
    ]);
    await passUntil("10:03:01");
    expect(await told()).toEqual([
      `Missed: •••4711, support\n2 tries, last 09:10, waited 1:00, gave up, due 11:01, as of 10:03${LINK}`,
    ]);
    await passUntil("10:31:01");
    expect((await told()).map((mail) => mail.split("\n")[0])).toEqual(["Call back soon: •••4711, support"]);
    await passUntil("11:01:02");
    expect((await told()).map((mail) => mail.split("\n")[0])).toEqual(["Not called back in time: •••4711, support"]);
    await passUntil("13:00:00");
    expect(await told()).toEqual([]);
    const all = [...everything, kept(), ...said, ...floor.said].join("\n");
    expect(all).toContain("4711");
    for (const number of Object.values(NUMBERS)) expect(all).not.toContain(number.slice(-7));
    // What lies on the disk has no end either: it is looked up as a message goes out.
    expect(kept()).not.toMatch(/tail|•/);
  }, 60_000);

  test("[RE62] what came in after hours stands in one list at the opening, whoever was called back meanwhile does not", async () => {
    await miss("17:30:00", "c1", NUMBERS.zoe);
    await miss("17:40:00", "c2", NUMBERS.max);
    await miss("17:50:00", "c3", NUMBERS.kim);
    await pass(1);
    const { rows } = floor.pipeline.missed.page(
      { list: "open", queueId: null, why: null, offset: 0, limit: 9 },
      EVERYBODY,
    );
    const kim = rows.find(({ caller }) => caller.kind === "number" && caller.tail === "2345");
    const closing = floor.pipeline.missed.act(kim?.id ?? "", { type: "recovery.closed", result: "reached" }, EVERYBODY);
    await pass(1);
    expect((await closing).kind).toBe("done");
    vi.setSystemTime(instant("07:59:58", "2026-11-23"));
    await pass(1);
    expect(await told()).toEqual([]);
    await pass(2);
    const [list = "", ...others] = await told();
    expect(others).toEqual([]);
    expect(list.split("\n").slice(0, 4)).toEqual([
      "Called while closed: 2 callers, support",
      "as of 08:00",
      "- •••4711, support: 1 try, Sun 22 Nov 17:30, waited 1:00, after hours, due 10:00",
      "- •••0815, support: 1 try, Sun 22 Nov 17:40, waited 1:00, after hours, due 10:00",
    ]);
  }, 60_000);

  test("[RE64] stopped after it was decided: the next one delivers it, and tells nothing again", async () => {
    await miss("09:01:00", "c1", NUMBERS.zoe);
    await passUntil("09:03:01");
    expect(await waiting()).toBe(2);
    await floor.stop();
    await open();
    await pass(60);
    expect((await told()).map((mail) => mail.split("\n")[0])).toEqual(["Missed: •••4711, support"]);
    await floor.stop();
    await open();
    await passUntil("10:31:01");
    expect((await told()).map((mail) => mail.split("\n")[0])).toEqual(["Call back soon: •••4711, support"]);
  }, 60_000);

  test("[RE64] started again, it waits a minute for what became of callers while nobody listened", async () => {
    await miss("09:01:00", "c1", NUMBERS.zoe);
    await miss("09:02:30", "c2", NUMBERS.max);
    await floor.stop();
    vi.setSystemTime(instant("09:30:00"));
    await open(60_000);
    await pass(10);
    floor.tell({ type: "outbound.answered", caller: { number: NUMBERS.max, name: null }, agentId: null });
    await passUntil("09:30:59");
    expect(await told()).toEqual([]);
    await passUntil("09:31:02");
    expect((await told()).map((mail) => mail.split("\n")[0])).toEqual(["Missed: •••4711, support"]);
  }, 60_000);

  test("[RE64] what the disk refuses was not told: it is tried ever more seldom, said once, and told once it can be", async () => {
    floor.db.exec("PRAGMA query_only = ON");
    await miss("09:01:00", "c1", NUMBERS.zoe);
    await passUntil("09:05:00");
    expect([await waiting(), said.length]).toEqual([0, 1]);
    expect(said[0]).toMatch(/^Nobody is told of missed callers until it can be written \(.+\)\.$/);
    floor.db.exec("PRAGMA query_only = OFF");
    await pass(31);
    expect(await waiting()).toBe(2);
    expect(said.slice(1)).toEqual(["People are told of missed callers again."]);
    expect((await told())[0]).toContain("Missed: •••4711");
  }, 60_000);

  test("[RE65] of a caller who is erased before it goes out nothing is told but that he called", async () => {
    await miss("09:01:00", "c1", NUMBERS.zoe);
    await passUntil("09:03:01");
    const alias = vault.find(NUMBERS.zoe);
    expect(alias === null ? false : vault.erase(alias)).toBe(true);
    expect((await told())[0]).toMatch(/^Missed: number not shown, support\n/);
  }, 60_000);
});
