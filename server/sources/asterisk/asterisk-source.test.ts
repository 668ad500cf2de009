import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { systemClock } from "../../clock";
import { DEFAULT_INTERVALS } from "./asterisk-source";
import { DEFAULT_BACK_OFF } from "./link/back-off";
import { amiEvent, amiMessage, callFields } from "./testing/ami-text";
import { caller, closeAll, hear, onClose, startAsterisk as asterisk, withWaiting } from "./testing/heard-source";
import { selfSignedForLoopback } from "./testing/self-signed";

afterEach(closeAll);

const untilLive = (heard: { now: () => string | undefined }): Promise<void> => expect.poll(heard.now).toBe("live");
const WAIT = { timeout: 3_000 };

describe("a source that hears Asterisk", () => {
  test("[UN2] connects, asks for the lists and is live; answers to pings prove it", async () => {
    const fake = await asterisk();
    const heard = hear(fake.port);
    await untilLive(heard);
    expect(heard.words()).toEqual(["connecting", "syncing", "live"]);
    const proofsAtFirst = heard.proofs.length;
    await expect.poll(() => heard.proofs.length, WAIT).toBeGreaterThan(proofsAtFirst + 2);
    expect(heard.problems).toEqual([]);
  });

  test("a caller who joins is offered at once, with the instant of Asterisk's clock", async () => {
    const fake = await asterisk();
    const heard = hear(fake.port);
    await untilLive(heard);
    const atMs = systemClock.nowMs();
    fake.say(amiEvent("QueueCallerJoin", "agent", atMs, { ...callFields(caller(1, 0)), Queue: "sales", Count: 1 }));
    await expect.poll(() => heard.of("contact.offered"), WAIT).toHaveLength(1);
    expect(heard.events.find(({ event }) => event.type === "contact.offered")?.atMs).toBe(atMs);
  });

  test("is heard over TLS", async () => {
    const certificate = selfSignedForLoopback();
    const fake = await asterisk({ tls: certificate });
    await untilLive(hear(fake.port, { tls: true }, {}, certificate.cert));
  });

  test("where the challenge is refused it logs in all the same and warns", async () => {
    const fake = await asterisk({ refuseChallenge: true });
    const heard = hear(fake.port);
    await untilLive(heard);
    expect(heard.problems).toEqual([expect.stringContaining("the secret went over an open line")]);
  });

  test("an account that may not list calls is live too, and what it misses is told once", async () => {
    const fake = await asterisk({ refuseChannels: true });
    const heard = hear(fake.port, {}, { reconcileEveryMs: 50 });
    await untilLive(heard);
    await expect.poll(() => fake.actions.filter(({ name }) => name === "QueueStatus").length, WAIT).toBeGreaterThan(3);
    expect(heard.problems).toEqual([expect.stringContaining("write = reporting")]);
  });

  test("a wrong secret: down, in plain words, tried again slowly, the secret in no word of it", async () => {
    const fake = await asterisk();
    const heard = hear(fake.port, { secret: "a wrong one" });
    await expect.poll(() => heard.words().filter((word) => word === "down").length, WAIT).toBeGreaterThan(1);
    expect(heard.states[1]?.detail).toBe('Asterisk refused the login of "pickup": Authentication failed');
    const [first, second] = heard.states.slice(1);
    expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThanOrEqual(60);
    expect(heard.everything()).not.toContain("a wrong one");
    expect(heard.of("source.lost")).toEqual([]);
  });

  test("[TI4] Asterisk's clock more than 2 s off is told once", async () => {
    const fake = await asterisk();
    fake.clockAheadMs = -3_500;
    const heard = hear(fake.port);
    await expect.poll(() => heard.proofs.length, WAIT).toBeGreaterThan(3);
    expect(heard.problems).toHaveLength(1);
    expect(heard.problems[0]).toMatch(/Asterisk is 3\.\d s behind this machine/);
  });
});

describe("a connection that is lost", () => {
  test("[UN2] is noticed when nothing answers any more, though nothing ends", async () => {
    const fake = await asterisk();
    const heard = hear(fake.port);
    await untilLive(heard);
    const atMs = systemClock.nowMs();
    fake.blackhole();
    // What a busy machine takes for the same time that the silence may last.
    const asLongMs = delay(400).then(() => systemClock.nowMs() - atMs);
    await expect.poll(heard.words, WAIT).toEqual(["connecting", "syncing", "live", "connecting", "syncing", "live"]);
    const lost = heard.states[3];
    // What happened before the silence was noticed belongs to the gap as well.
    expect(heard.of("source.gap")).toHaveLength(1);
    expect(heard.of("source.gap")[0]?.fromMs).toBeLessThanOrEqual(atMs);
    expect(lost?.detail).toBe("No answer to a ping within 0.2 s");
    expect((lost?.atMs ?? 0) - atMs).toBeLessThan((await asLongMs) + 200);
    expect(DEFAULT_INTERVALS.pingEveryMs + DEFAULT_INTERVALS.answerLimitMs).toBeLessThanOrEqual(10_000);
  });

  test("[UN4] is made anew within 2 s with the intervals of every day; the gap and who went in it are told", async () => {
    const fake = await asterisk();
    fake.model = withWaiting(caller(1, 30), caller(2, 20));
    const heard = hear(fake.port, {}, { backOff: DEFAULT_BACK_OFF });
    await untilLive(heard);
    expect(heard.of("contact.offered")).toHaveLength(2);
    const cutAtMs = systemClock.nowMs();
    fake.model = withWaiting(caller(2, 21), caller(3, 0));
    fake.cut();
    await expect.poll(heard.words, WAIT).toEqual(["connecting", "syncing", "live", "connecting", "syncing", "live"]);
    expect((heard.states.at(-1)?.atMs ?? 0) - cutAtMs).toBeLessThan(2_000);
    await expect.poll(() => heard.of("contact.lost"), WAIT).toHaveLength(1);
    expect(heard.of("contact.lost")).toMatchObject([{ contactId: "1795324900.1" }]);
    expect(heard.of("contact.offered")).toHaveLength(3);
    expect(heard.of("source.lost")).toHaveLength(1);
    expect(heard.of("source.gap")).toMatchObject([{ filled: false }]);
  });

  test("[UN4] with a queue_log what happened in the gap is told", async () => {
    const folder = mkdtempSync(join(tmpdir(), "pickup-gap-"));
    onClose(async () => rmSync(folder, { recursive: true }));
    const queueLog = join(folder, "queue_log");
    const startS = Math.floor(systemClock.nowMs() / 1000);
    writeFileSync(queueLog, `${startS - 30}|1795324900.1|sales|NONE|ENTERQUEUE||+351215500001|1\n`);
    const fake = await asterisk();
    fake.model = withWaiting(caller(1, 30));
    const heard = hear(fake.port, { queueLog });
    await untilLive(heard);
    fake.model = withWaiting();
    const goneS = Math.floor(systemClock.nowMs() / 1000);
    const gone = `${goneS}|1795324900.1|sales|NONE|ABANDON|1|1|30\n`;
    writeFileSync(queueLog, gone, { flag: "a" });
    fake.cut();
    await expect.poll(() => heard.of("source.gap"), WAIT).toMatchObject([{ filled: true }]);
    expect(heard.of("contact.abandoned")).toMatchObject([{ contactId: "1795324900.1" }]);
    expect(heard.of("contact.lost")).toEqual([]);
  });

  test("Asterisk shuts down, starts, and lists its queues only after a while", async () => {
    const fake = await asterisk();
    const heard = hear(fake.port);
    await untilLive(heard);
    fake.say(amiMessage({ Event: "Shutdown", Privilege: "system,all", Shutdown: "Cleanly", Restart: "True" }));
    await new Promise((resolve) => setTimeout(resolve, 30));
    await fake.stopListening();
    fake.uptimeS = 0;
    fake.refuseQueueStatus(3);
    await expect.poll(() => heard.states.map(({ detail }) => detail), WAIT).toContain("Asterisk shut down");
    await fake.listen();
    await untilLive(heard);
    expect(
      heard.states.filter(({ detail }) => detail.startsWith("Asterisk does not list its queues yet")),
    ).toHaveLength(3);
    expect(heard.of("source.connected").at(-1)).toMatchObject({ restarted: true });
  });
});

describe("the lists", () => {
  test("[CO6] are asked for again from time to time, and the source stays live", async () => {
    const fake = await asterisk();
    const heard = hear(fake.port, {}, { reconcileEveryMs: 60 });
    await untilLive(heard);
    await expect.poll(() => fake.actions.filter(({ name }) => name === "QueueStatus").length, WAIT).toBeGreaterThan(3);
    expect(heard.words()).toEqual(["connecting", "syncing", "live"]);
  });

  test("are asked for again when one came without its end", async () => {
    const fake = await asterisk();
    fake.breakNextList();
    const heard = hear(fake.port);
    await untilLive(heard);
    expect(heard.problems.join()).toContain("came incomplete");
  });

  test("are asked for again when Asterisk says only then that it has started", async () => {
    const fake = await asterisk();
    const heard = hear(fake.port);
    await untilLive(heard);
    fake.model = withWaiting(caller(1, 5));
    fake.say(amiMessage({ Event: "FullyBooted", Privilege: "system,all", Uptime: 3, Status: "Fully Booted" }));
    await expect.poll(() => heard.of("contact.offered"), WAIT).toHaveLength(1);
  });
});

describe("leaving", () => {
  test("closes everything, whatever it was doing", async () => {
    const fake = await asterisk();
    const live = hear(fake.port);
    await untilLive(live);
    await live.stop();
    expect(fake.actions.at(-1)?.name).toBe("Logoff");
    await expect.poll(fake.openConnections, WAIT).toBe(0);

    const waiting = hear(1);
    await expect.poll(() => waiting.states.length, WAIT).toBeGreaterThan(1);
    await waiting.stop();
    const dialling = hear(fake.port);
    await dialling.stop();
    await expect.poll(fake.openConnections, WAIT).toBe(0);
    expect(live.now()).toBe("down");
  });

  test("a probe logs in once and says what is wrong, or null", async () => {
    const fake = await asterisk();
    const good = hear(fake.port).source;
    expect(await good.probe()).toBeNull();
    const bad = hear(fake.port, { secret: "a wrong one" }).source;
    expect(await bad.probe()).toBe('Asterisk refused the login of "pickup": Authentication failed');
    const blind = hear(fake.port, { queueLog: "/nowhere/queue_log" }).source;
    expect(await blind.probe()).toContain("the queue_log cannot be read: ENOENT");
  });
});
