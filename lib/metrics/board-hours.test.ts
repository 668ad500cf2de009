import { expect, test } from "vitest";
import type { OpenHours } from "../config";
import { boardOf, createScenario, instant } from "../testing/scenario";
import { queueId } from "../vocabulary";

const everyDay = (...shifts: readonly (readonly [number, number])[]): OpenHours => ({
  weekly: Array.from({ length: 7 }, () => shifts.map(([from, to]) => ({ fromMinute: from * 60, toMinute: to * 60 }))),
  closedDates: [],
});

test("[BO3] the board of a night queue is open at night while the site is closed; with the day's queue it is open for both", () => {
  const office = everyDay([8, 18]);
  const night = everyDay([0, 6], [22, 24]);
  const scenario = createScenario({ hours: office, queues: [{ id: "support" }, { id: "night", hours: night }] });
  const hoursAt = (time: string, queues: readonly string[]) => {
    scenario.at(time).board();
    const { open, nextChangeAtMs } = boardOf(scenario.fold, queues.map(queueId));
    return [open, nextChangeAtMs];
  };
  expect(hoursAt("12:00:00", ["support"])).toEqual([true, instant("18:00:00")]);
  expect(hoursAt("12:00:00", ["night"])).toEqual([false, instant("22:00:00")]);
  expect(hoursAt("21:59:59", ["support", "night"])).toEqual([false, instant("22:00:00")]);
  expect(hoursAt("22:00:00", ["support", "night"])).toEqual([true, instant("06:00:00", "2026-11-23")]);
  expect(hoursAt("22:00:00", ["nobody-yet"])).toEqual([false, instant("08:00:00", "2026-11-23")]);
});

test("[SL4][TH3] a total of several formulas rests on what each of them counts: 3 of 5 by them is what it says", () => {
  const scenario = createScenario({
    queues: [{ id: "support" }, { id: "sales", target: { formula: "abandons-after-threshold" } }],
  });
  for (const [n, queue] of ["support", "support", "sales"].entries()) {
    scenario.at("09:00:00").offered(`in${n}`, queue);
    scenario.at("09:00:10").answered(`in${n}`, queue);
  }
  for (const [n, queue] of ["support", "sales"].entries()) {
    scenario.at("09:00:00").offered(`late${n}`, queue);
    scenario.at("09:02:00").abandoned(`late${n}`, queue);
  }
  // Left early: a formula that does not count them has none of them in its sample.
  for (let n = 0; n < 4; n += 1) {
    scenario.at("09:03:00").offered(`early${n}`, "sales");
    scenario.at("09:03:20").abandoned(`early${n}`, "sales");
  }
  const { total, queues } = scenario.at("09:10:00").board();
  expect(queues.map(({ today }) => today.level)).toEqual([
    { met: 2, decided: 3 },
    { met: 1, decided: 2 },
  ]);
  for (const { level, serviceLevelRatio } of [total.today, total.window]) {
    expect(level).toEqual({ met: 3, decided: 5 });
    expect(serviceLevelRatio).toBe(level.met / level.decided);
  }
});
