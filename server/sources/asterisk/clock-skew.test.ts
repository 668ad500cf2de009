import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { systemClock } from "../../clock";
import { amiEvent, callFields } from "./testing/ami-text";
import { caller, closeAll, hear, onClose, startAsterisk, withWaiting } from "./testing/heard-source";
import { createListener, instant, visit } from "./testing/listener";

afterEach(closeAll);

const WAIT = { timeout: 3_000 };
const HOUR_MS = 3_600_000;
/** The way is short, and a list's waits are whole seconds. */
const CLOSE_MS = 1_500;

const CLOCKS = [
  ["70 s behind", -70_000],
  ["5 h ahead", 5 * HOUR_MS],
  ["0.3 s ahead", 300],
] as const;

describe.each(CLOCKS)("an Asterisk whose clock is %s", (_, aheadMs) => {
  async function heardAt() {
    const fake = await startAsterisk();
    fake.clockAheadMs = aheadMs;
    fake.model = withWaiting(caller(1, 30));
    const folder = mkdtempSync(join(tmpdir(), "pickup-clock-"));
    onClose(async () => rmSync(folder, { recursive: true }));
    const queueLog = join(folder, "queue_log");
    const theirSecond = (): number => Math.floor(fake.nowMs() / 1000);
    writeFileSync(queueLog, `${theirSecond() - 30}|1795324900.1|sales|NONE|ENTERQUEUE||+351215500001|1\n`);
    const heard = hear(fake.port, { queueLog });
    await expect.poll(heard.now, WAIT).toBe("live");
    const log = (line: string): void => writeFileSync(queueLog, `${theirSecond()}|${line}\n`, { flag: "a" });
    const instants = (type: string): number[] =>
      heard.events.filter(({ event }) => event.type === type).map(({ atMs }) => atMs);
    return { fake, heard, log, instants };
  }

  test("[TI4] callers wait and are overdue by the time that has passed, whatever it calls it", async () => {
    const { fake, heard, instants } = await heardAt();
    const joinedAtMs = fake.nowMs();
    const call = { ...callFields(caller(2, 0)), Queue: "sales" };
    fake.say(amiEvent("QueueCallerJoin", "agent", joinedAtMs, call));
    await expect.poll(() => heard.of("contact.offered"), WAIT).toHaveLength(2);
    const { total } = heard.board();
    expect(total).toMatchObject({ waiting: 2, overdue: 0 });
    const nowMs = systemClock.nowMs();
    expect(Math.abs(nowMs - 30_000 - (total.oldestOfferedAtMs ?? 0))).toBeLessThan(CLOSE_MS);
    expect(Math.abs(nowMs - (instants("contact.offered")[1] ?? 0))).toBeLessThan(CLOSE_MS);
    expect(heard.of("agent.state-changed").every(({ sinceAtMs }) => Math.abs(sinceAtMs - nowMs) < CLOSE_MS)).toBe(true);

    fake.say(amiEvent("QueueCallerAbandon", "agent", joinedAtMs + 4_321, { ...call, HoldTime: 4 }));
    fake.say(amiEvent("Hangup", "call", joinedAtMs + 4_321, call));
    await expect.poll(() => heard.of("contact.abandoned"), WAIT).toHaveLength(1);
    expect((instants("contact.abandoned")[0] ?? 0) - (instants("contact.offered")[1] ?? 0)).toBe(4_321);
  });

  test("[UN4] what its log tells of a gap is told at its time, the gap stands where it was", async () => {
    const { fake, heard, log, instants } = await heardAt();
    const cutAtMs = systemClock.nowMs();
    fake.model = withWaiting();
    log("1795324900.1|sales|NONE|ABANDON|1|1|30");
    fake.cut();
    await expect.poll(() => heard.of("source.gap"), WAIT).toMatchObject([{ filled: true }]);
    expect(heard.of("contact.offered")).toHaveLength(1);
    expect(heard.of("contact.lost")).toEqual([]);
    expect(Math.abs((instants("contact.abandoned")[0] ?? 0) - cutAtMs)).toBeLessThan(CLOSE_MS);
    const [gap] = heard.of("source.gap");
    expect(Math.abs((gap?.fromMs ?? 0) - cutAtMs)).toBeLessThan(CLOSE_MS);
    expect(Math.abs((gap?.toMs ?? 0) - cutAtMs)).toBeLessThan(CLOSE_MS);
    expect(heard.board().total.waiting).toBe(0);
  });
});

test("[TI4] a clock that is set right during a connection is followed, and told", async () => {
  const fake = await startAsterisk();
  fake.clockAheadMs = -70_000;
  const heard = hear(fake.port);
  await expect.poll(heard.now, WAIT).toBe("live");
  fake.clockAheadMs = 0;
  await expect.poll(() => heard.problems, WAIT).toHaveLength(2);
  const atMs = systemClock.nowMs();
  fake.say(amiEvent("QueueCallerJoin", "agent", atMs, { ...callFields(caller(2, 0)), Queue: "sales" }));
  await expect.poll(() => heard.events.find(({ event }) => event.type === "contact.offered")?.atMs).toBe(atMs);
});

describe("before the clock is measured", () => {
  test("[TI4] what is heard waits for it, and is told in its order", () => {
    const heard = createListener();
    heard.session.connectionMade(instant("09:01:10"), true);
    heard.at("09:00:00").joins("c1", "sales");
    heard.at("09:00:02").givesUp("c1", "sales");
    heard.at("09:00:02").hangsUp("c1");
    heard.session.advanceTo(instant("09:01:12.500"));
    expect(heard.told).toEqual([]);
    heard.session.clockMeasured(-70_000);
    heard.session.advanceTo(instant("09:01:13"));
    expect(heard.told.map(({ atMs, event }) => [event.type, atMs])).toEqual([
      ["contact.offered", instant("09:01:10")],
      ["contact.abandoned", instant("09:01:12")],
    ]);
  });

  test("[UN4] a connection that ends before it was not heard: the gap goes on to the next one", () => {
    const heard = createListener();
    heard.at("09:00:00").connects();
    heard.at("09:00:00").listed();
    heard.at("09:00:50").joins("c1", "sales");
    heard.at("09:01:00").loses();
    heard.session.connectionMade(instant("09:01:10"), true);
    heard.at("09:01:11").givesUp("c1", "sales");
    heard.at("09:01:12").loses();
    heard.at("09:01:20").connects();
    heard.at("09:01:20").listed();
    expect(heard.told.map(({ event }) => event)).toMatchObject([
      { type: "source.connected" },
      { type: "contact.offered" },
      { type: "source.lost" },
      { type: "source.lost" },
      { type: "source.connected" },
      { type: "contact.lost", ...visit("c1", "sales") },
      { type: "source.gap", fromMs: instant("09:01:00"), toMs: instant("09:01:20") },
    ]);
  });
});
