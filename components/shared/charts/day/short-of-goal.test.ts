import { expect, test } from "vitest";
import type { DaySlot } from "./day-series";
import { isShortOfGoal } from "./short-of-goal";

const GOAL = { goalRatio: 0.8, minimumContacts: 10 };
const slotOf = (met: number, decided: number): DaySlot => ({
  startMs: 0,
  figures: { startMs: 0, offered: decided, answered: met, missed: decided - met, met, decided },
  levelRatio: decided === 0 ? null : met / decided,
  gaps: [],
});

test.each([
  [0, 0, false],
  [0, 1, false],
  [1, 3, false],
  // Three of three late: chance does that in 0.8 % of cases.
  [0, 3, true],
  [6, 9, false],
  [7, 10, true],
  [8, 10, false],
])("[TH3] %i of %i in time, by a goal of 80 %: falls short is %s", (met, decided, short) => {
  expect(isShortOfGoal(slotOf(met, decided), GOAL)).toBe(short);
});

test("[TH3] a quarter-hour without calls falls short of nothing", () => {
  expect(isShortOfGoal({ ...slotOf(0, 0), figures: null }, GOAL)).toBe(false);
});
