import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { subjectOf } from "../../notify/channel";
import {
  NINE_MS,
  openWatchedFloor,
  THREE_WAIT,
  type WatchedFloor,
  type WatchedFloorParts,
} from "../testing/watched-floor";

let folder = "";
let floor: WatchedFloor;
const open = async (parts: Partial<WatchedFloorParts> = {}): Promise<void> => {
  floor = await openWatchedFloor({ folder, ...parts });
};
beforeEach(async () => {
  vi.useFakeTimers({ now: NINE_MS });
  folder = mkdtempSync(join(tmpdir(), "pickup-engine-"));
  await open();
});
afterEach(async () => {
  await floor.stop();
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

const firing = (): string[] =>
  floor.alerts.firing().map(({ id, subjectName, state }) => `${id} ${subjectName} ${state}`);
const told = async (channel = "leads"): Promise<string[]> => {
  const due = await floor.store.outbox.due(channel, Date.now(), 100);
  return due.kind === "rows" ? due.rows.map(({ news }) => `${news.kind} ${subjectOf(news)}`) : [];
};
const setBack = (minutes: number): void => void vi.setSystemTime(Date.now() - minutes * 60_000);
const since9 = (): number => (Date.now() - NINE_MS) / 1_000;

describe("[AL44] the engine looks once a second", () => {
  test("what holds long enough fires, is on the disk, in the outbox and on the boards of its queue", async () => {
    floor.offered("support", "a", "b", "c");
    await floor.pass(1);
    const before = floor.board().revision.number;
    await floor.pass(9);
    expect([since9(), firing(), floor.board().alerts]).toEqual([10, [], []]);
    await floor.pass(1);
    const [id = ""] = floor.alerts.firing().map((alert) => alert.id);
    expect([since9(), firing()]).toEqual([11, [`${id} support firing`]]);
    expect(floor.board().alerts).toMatchObject([{ id, subjectName: "support", state: "firing" }]);
    expect(floor.board().revision.number).toBeGreaterThan(before);
    expect([floor.board("support").alerts.length, floor.board("sales").alerts.length]).toEqual([1, 0]);
    expect([...floor.store.standing.all().keys()]).toEqual([id]);
    expect(await told()).toEqual([`fired ${id}`]);

    floor.answered("support", "a", "b");
    await floor.pass(5);
    expect(firing()).toHaveLength(1);
    await floor.pass(1);
    expect([firing(), floor.board().alerts]).toEqual([[], []]);
    expect([...floor.store.standing.all()]).toEqual([]);
    expect(await told()).toEqual([`fired ${id}`, `resolved ${id}`]);
    const { past, next } = floor.alerts.past({ queueIds: null, sourceIds: null }, null, 10);
    expect([past.map((alert) => [alert.id, alert.because]), next]).toEqual([[[id, "clear"]], null]);
    expect(floor.alerts.rate({ queueIds: null, sourceIds: null }).lastHour).toEqual({ audible: 1, notices: 0 });
  });

  test("[AL45] a look costs nothing while nothing holds, nobody waits and nothing happens", async () => {
    await floor.pass(61);
    const { evaluations } = floor.alerts.counters();
    await floor.pass(58);
    expect(floor.alerts.counters().evaluations).toBe(evaluations);
    await floor.pass(2); // the minute turns, and windows slide
    expect(floor.alerts.counters().evaluations).toBe(evaluations + 1);
    floor.offered("support", "a");
    await floor.pass(5);
    expect(floor.alerts.counters().evaluations).toBeGreaterThanOrEqual(evaluations + 5);
  });
});

describe("[AL44] the clock is set back by less than five minutes, and the fold waits for it", () => {
  test("looks go on: what holds long enough from then on fires, and ends", async () => {
    await floor.pass(5);
    setBack(4);
    const backMs = Date.now();
    floor.offered("support", "a", "b", "c");
    await floor.pass(10);
    expect([firing(), floor.alerts.isWell()]).toEqual([[], true]);
    await floor.pass(2);
    expect(firing()).toHaveLength(1);
    expect(floor.alerts.firing()[0]?.firedAtMs).toBeLessThanOrEqual(backMs + 12_000);
    floor.answered("support", "a", "b", "c");
    await floor.pass(7);
    expect(firing()).toEqual([]);
  });

  test("what fires fires on, and an acknowledgement lapses by the clock as it is now", async () => {
    floor.offered("support", "a", "b", "c");
    await floor.pass(12);
    const [id = ""] = floor.alerts.firing().map((alert) => alert.id);
    setBack(4);
    await floor.pass(1);
    expect(floor.alerts.acknowledge(id, 5, SIGNED).kind).toBe("done");
    await floor.pass(299);
    expect(floor.alerts.firing()).toMatchObject([{ id, state: "acknowledged" }]);
    await floor.pass(2);
    expect(floor.alerts.firing()).toMatchObject([{ id, state: "firing" }]);
  });
});

test("[AL51] it is well once it has looked, and for ten seconds after a look", async () => {
  expect(floor.alerts.isWell()).toBe(false);
  await floor.pass(2);
  expect(floor.alerts.isWell()).toBe(true);
  await floor.pipeline.close();
  const lastLookMs = Date.now() - (Date.now() % 1_000);
  vi.setSystemTime(lastLookMs + 9_999);
  expect(floor.alerts.isWell()).toBe(true);
  vi.setSystemTime(lastLookMs + 10_000);
  expect(floor.alerts.isWell()).toBe(false);
});

describe("[AL46] what fired outlives the process", () => {
  test("after a restart it fires on under its id, is told once, and ends", async () => {
    floor.offered("support", "a", "b", "c");
    await floor.pass(12);
    const [before] = floor.alerts.firing();
    floor.alerts.acknowledge(before?.id ?? "", 5, SIGNED);
    await floor.stop();
    await floor.store.close();
    vi.setSystemTime(Date.now() + 20_000);
    await open();
    expect(floor.alerts.firing()).toEqual([
      {
        ...before,
        heldUntilMs: before?.firedAtMs,
        state: "acknowledged",
        acknowledgement: expect.anything(),
        frozen: true,
      },
    ]);
    await floor.pass(2);
    expect(floor.alerts.firing()).toMatchObject([{ id: before?.id, state: "acknowledged", frozen: false }]);
    expect(await told()).toEqual([`fired ${before?.id}`]);
    floor.answered("support", "a", "b", "c");
    await floor.pass(7);
    expect([firing(), await told()]).toEqual([[], [`fired ${before?.id}`, `resolved ${before?.id}`]]);

    floor.offered("support", "d", "e", "f");
    await floor.pass(12);
    expect(floor.alerts.firing().map(({ id }) => id)).not.toContain(before?.id);
    expect(firing()).toHaveLength(1);
  });

  test("[AL16] what was clear before it is clear since then", async () => {
    floor.offered("support", "a", "b", "c");
    await floor.pass(12);
    floor.answered("support", "a", "b", "c");
    await floor.pass(2);
    const [before] = floor.alerts.firing();
    expect(before?.clearSinceMs).not.toBeNull();
    await floor.stop();
    await open();
    expect(floor.alerts.firing()).toEqual([{ ...before, frozen: true }]);
    await floor.pass(2);
    expect(floor.alerts.firing()).toEqual([before]);
    expect(await told()).toEqual([`fired ${before?.id}`]);
  });

  test("a rule that is gone after the restart ends its alert", async () => {
    floor.offered("support", "a", "b", "c");
    await floor.pass(12);
    await floor.stop();
    await open({ rules: [] });
    await floor.pass(2);
    expect(firing()).toEqual([]);
    expect(floor.alerts.past({ queueIds: null, sourceIds: null }, null, 10).past).toMatchObject([
      { because: "rule-gone" },
    ]);
  });

  test("a disk that takes nothing: it is shown, told to nobody, and written and told when there is room", async () => {
    floor.db.exec("PRAGMA query_only = ON");
    floor.offered("support", "a", "b", "c");
    await floor.pass(12);
    expect([firing().length, floor.board().alerts.length, await told()]).toEqual([1, 1, []]);
    expect([floor.alerts.isWell(), floor.alerts.counters().storeFailures > 0]).toEqual([false, true]);
    floor.answered("support", "a", "b", "c");
    await floor.pass(10);
    expect([firing(), floor.said.length]).toEqual([[], 1]);
    // Refused at 11 s (fired), then after 1, 2, 4, 8 s more: the next is due 16 s after that.
    expect(floor.alerts.counters().storeFailures).toBe(4);
    floor.db.exec("PRAGMA query_only = OFF");
    await floor.pass(3);
    expect(await told()).toEqual([]);
    await floor.pass(1);
    expect((await told()).map((line) => line.split(" ")[0])).toEqual(["fired", "resolved"]);
    expect([floor.alerts.isWell(), floor.said]).toEqual([
      true,
      [expect.stringMatching(/^Alerts cannot be written \(.+\)/), "Alerts are written again."],
    ]);
  });
});

const SIGNED = { by: "Ada", sight: { queueIds: null, sourceIds: null }, audited: () => undefined };

describe("[AL43] silences and acknowledgements", () => {
  test("in a silence it fires and nobody is told; when it ends they are", async () => {
    const untilMs = Date.now() + 30_000;
    floor.alerts.silences.begin(
      { ruleId: null, queueIds: null, untilMs, reason: "drill" },
      { by: "Ada", audited: () => undefined },
    );
    floor.offered("support", "a", "b", "c");
    await floor.pass(20);
    expect([floor.alerts.firing(), await told()]).toMatchObject([[{ muted: "silenced" }], []]);
    await floor.pass(9);
    expect(await told()).toEqual([]);
    await floor.pass(2);
    expect([floor.alerts.firing(), await told()]).toMatchObject([
      [{ muted: null }],
      [expect.stringContaining("fired")],
    ]);
    expect(floor.alerts.silences.list()).toEqual([]);
  });

  test("an acknowledgement shows at once on every board, and lapses by itself", async () => {
    floor.offered("support", "a", "b", "c");
    await floor.pass(12);
    const [id = ""] = floor.alerts.firing().map((alert) => alert.id);
    const before = floor.board().revision.number;
    expect(floor.alerts.acknowledge(id, 5, SIGNED)).toMatchObject({ kind: "done", alert: { state: "acknowledged" } });
    expect(floor.board().revision.number).toBe(before + 1);
    expect(floor.board("support").alerts).toMatchObject([{ state: "acknowledged", acknowledgement: { by: "Ada" } }]);
    await floor.pass(299);
    expect(floor.board().alerts).toMatchObject([{ state: "acknowledged" }]);
    await floor.pass(2);
    expect(floor.board().alerts).toMatchObject([{ state: "firing", acknowledgement: null }]);
    expect(floor.alerts.acknowledge(id, 5, SIGNED).kind).toBe("done");
    expect(floor.alerts.takeBack(id, SIGNED)).toMatchObject({ kind: "done", alert: { state: "firing" } });
    expect(floor.alerts.takeBack("nowhere", SIGNED)).toEqual({ kind: "unknown" });
    floor.answered("support", "a", "b", "c");
    await floor.pass(7);
    expect(floor.alerts.acknowledge(id, 5, SIGNED)).toEqual({ kind: "over" });
  });

  test("[AL42] a rule that is made in the settings holds from the next second on", async () => {
    floor.offered("sales", "x");
    await floor.pass(2);
    const { id: _id, ...rule } = {
      ...THREE_WAIT,
      forMs: 0,
      condition: { kind: "waiting", raise: 1, clear: 0 } as const,
    };
    floor.alerts.rules.create({ ...rule, name: "Anybody" }, { by: "Ada", audited: () => undefined });
    await floor.pass(1);
    expect(floor.alerts.firing()).toMatchObject([{ ruleName: "Anybody", subjectName: "sales" }]);
  });
});
