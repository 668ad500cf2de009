import { describe, expect, it } from "vitest";
import { boardOfAll } from "../config";
import { buildSnapshot } from "../metrics/snapshot";
import type { SourceView } from "../metrics/snapshot-types";
import { deskAt, deskInput, PBX } from "../testing/desk-at";
import { createScenario, instant, type Scenario } from "../testing/scenario";
import { MAIN_BOARD, sourceId } from "../vocabulary";
import { buildDesk, createWindowCache } from "./build-desk";

/** The time of day so many seconds after 08:50. */
const timeOf = (seconds: number): string => new Date(instant("08:50:00") + seconds * 1_000).toISOString().slice(11, 19);

/** Three hours of calls in two queues with formulas of their own, some of them before the opening at 09:00. */
function busyDay(): Scenario {
  const weekly = Array.from({ length: 7 }, () => [{ fromMinute: 9 * 60, toMinute: 18 * 60 }]);
  const day = createScenario({
    hours: { weekly, closedDates: [] },
    queues: [
      { id: "sales", target: { formula: "answered-only", thresholdMs: 20_000 } },
      { id: "support", target: { formula: "credit-abandons-within-threshold" } },
    ],
  });
  for (let n = 0; n < 180; n += 1) {
    const [contact, queue] = [`c${n}`, n % 3 === 0 ? "sales" : "support"];
    const waitS = (n * 37) % 95;
    day.at(timeOf(n * 60)).offered(contact, queue, `+49${n % 50}`);
    const ended = day.at(timeOf(n * 60 + waitS));
    if (n % 7 === 0) ended.abandoned(contact, queue);
    else if (n % 11 === 0) ended.overflowed(contact, "timeout", queue);
    else if (n < 176) ended.answered(contact, queue, n % 2 === 0 ? "ana" : "ben");
  }
  day.at(timeOf(180 * 60)).refused("full", "full", "sales");
  return day;
}
const END = "11:51:20";

describe("the figures of the desk", () => {
  it("[DK1] of today are the board's, of each queue and of the total", () => {
    const day = busyDay();
    const board = day.at(END).board();
    const total = deskAt(day, END);
    expect(total.figures).toEqual(board.total.today);
    expect(total.target).toEqual(board.total.target);
    expect(total).toMatchObject({
      asOfMs: instant(END),
      day: "2026-11-22",
      feed: "live",
      queueId: null,
      minutes: null,
    });
    expect(total.figures.level.met / total.figures.level.decided).toBe(board.total.today.serviceLevelRatio);
    expect(board.queues).toHaveLength(2);
    for (const row of board.queues) {
      const desk = deskAt(day, END, { queue: row.queueId });
      expect(desk.figures).toEqual(row.today);
      expect(desk.target).toEqual(row.target);
      expect(desk.waiting).toHaveLength(row.waiting);
      expect(desk.figures.level.met / desk.figures.level.decided).toBe(row.today.serviceLevelRatio);
    }
    expect(total.figures.offered).toBeGreaterThan(100);
  });

  it("[DK1] of the last minutes are those of a board with that window, whatever the board's own", () => {
    const day = busyDay();
    day.at(END).board();
    for (const minutes of [15, 30, 60] as const) {
      const board = { ...boardOfAll(MAIN_BOARD, "Board"), windowMinutes: minutes };
      const snapshot = buildSnapshot(day.fold, { board, revision: { epoch: "test", number: 1 }, sources: [PBX] }, null);
      const { minutes: itsMinutes, ...window } = snapshot.total.window;
      expect(itsMinutes).toBe(minutes);
      expect(deskAt(day, END, { minutes }).figures).toEqual(window);
      for (const row of snapshot.queues) {
        expect({ ...deskAt(day, END, { queue: row.queueId, minutes }).figures, minutes }).toEqual(row.window);
      }
      expect(window.offered).toBeGreaterThan(5);
    }
  });

  it("[DK1] are the same where windows summed before are used again, event by event", () => {
    const day = busyDay();
    const again = createScenario();
    const cache = createWindowCache();
    for (const { atMs, event } of day.log.filter(({ atMs: at }) => at < instant("09:40:00"))) {
      const time = new Date(atMs).toISOString().slice(11, 19);
      again.at(time).told(event);
      again.at(time).board();
      const input = deskInput({ minutes: 15 });
      expect(buildDesk(again.fold, input, cache)).toEqual(buildDesk(again.fold, input, null));
    }
    expect(cache.size).toBe(2);
  });

  it("[DK1] a queue that is not on the board is none", () => {
    const day = busyDay();
    expect(buildDesk(day.fold, deskInput({ queue: "nowhere" }), null)).toBeNull();
    expect(buildDesk(day.fold, deskInput({ queue: "sales", board: ["support"] }), null)).toBeNull();
    expect(deskAt(day, END, { queue: "support", board: ["support"] }).figures.offered).toBeGreaterThan(0);
    expect(deskAt(day, END, { board: ["support"] }).figures).toEqual(deskAt(day, END, { queue: "support" }).figures);
  });

  it("[UN3] are as sure as the sources that tell of the queue", () => {
    const day = createScenario();
    day.at("09:00:00").offered("c1", "support");
    const other: SourceView = { id: sourceId("other"), kind: "test", state: "stale", lastProofAtMs: 0 };
    expect(deskAt(day, "09:00:01", { sources: [PBX, other] }).feed).toBe("stale");
    expect(deskAt(day, "09:00:01", { queue: "support", sources: [PBX, other] }).feed).toBe("live");
  });

  it("[DK2] quarter-hours add up to the day, by the formula of each queue", () => {
    const day = busyDay();
    const board = day.at(END).board();
    const { quarters, figures } = deskAt(day, END);
    const { level } = figures;
    expect(quarters.map(({ startMs }) => startMs)).toEqual(
      quarters.map((_, n) => instant("09:00:00") + n * 15 * 60_000),
    );
    const sum = (key: "offered" | "answered" | "missed" | "met" | "decided") =>
      quarters.reduce((total, quarter) => total + quarter[key], 0);
    expect([sum("offered"), sum("answered"), sum("missed")]).toEqual([
      figures.offered,
      figures.answered,
      figures.missed,
    ]);
    expect([sum("met"), sum("decided")]).toEqual([level.met, level.decided]);
    const levels = quarters.flatMap(({ startMs, met, decided }) =>
      decided > 0 ? [[String(startMs), [met, decided]]] : [],
    );
    expect(Object.fromEntries(levels)).toEqual(board.total.quarters);
  });

  it("[DK2] a quarter-hour without contacts is left out, one with a refused caller is not", () => {
    const day = createScenario();
    day.at("09:14:59").offered("c1");
    day.at("09:45:00").refused("c2", "full");
    const figures = { offered: 0, answered: 0, missed: 0, met: 0, decided: 0 };
    expect(deskAt(day, "09:46:00").quarters).toEqual([
      { ...figures, startMs: instant("09:00:00"), offered: 1, decided: 1 },
      { ...figures, startMs: instant("09:45:00"), missed: 1 },
    ]);
  });
});
