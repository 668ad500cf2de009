import { expect, test } from "vitest";
import { judgeLongestWait, judgeServiceLevel, worstJudgement } from "./judgement";

const goal = { goalRatio: 0.9 };
const level = (met: number, decided: number) => ({
  serviceLevelRatio: decided === 0 ? null : met / decided,
  decided,
  goalMet: decided === 0 ? null : met * 1000 >= 900 * decided,
});

test("[SL2] nothing decided is not judged", () => {
  expect(judgeServiceLevel(level(0, 0), goal)).toBe("none");
});

test("a small sample is not judged: nine lost calls stay quiet, the tenth speaks", () => {
  expect(judgeServiceLevel(level(0, 9), goal)).toBe("none");
  expect(judgeServiceLevel(level(0, 10), goal)).toBe("act");
});

test("[SL5] on the goal is well, one call below is watched", () => {
  expect(judgeServiceLevel(level(90, 100), goal)).toBe("ok");
  expect(judgeServiceLevel(level(899, 1000), goal)).toBe("watch");
});

test("ten points below the goal are still watched, anything less calls for action", () => {
  expect(judgeServiceLevel(level(80, 100), goal)).toBe("watch");
  expect(judgeServiceLevel(level(16, 20), goal)).toBe("watch");
  expect(judgeServiceLevel(level(799, 1000), goal)).toBe("act");
});

test("any goal in whole percents is exact ten points below it", () => {
  for (let percent = 11; percent <= 100; percent += 1) {
    const met = percent - 10;
    const figures = { serviceLevelRatio: met / 100, decided: 100, goalMet: false };
    expect([percent, judgeServiceLevel(figures, { goalRatio: percent / 100 })]).toEqual([percent, "watch"]);
  }
});

test("[HT3] the longest wait: the second before, the second itself, at half of T and at T", () => {
  expect(judgeLongestWait(null, 60_000)).toBe("none");
  expect(judgeLongestWait(29_000, 60_000)).toBe("ok");
  expect(judgeLongestWait(30_000, 60_000)).toBe("watch");
  expect(judgeLongestWait(59_000, 60_000)).toBe("watch");
  expect(judgeLongestWait(60_000, 60_000)).toBe("act");
});

test("the worst of several is the one that asks for most", () => {
  expect(worstJudgement()).toBe("none");
  expect(worstJudgement("none", "ok")).toBe("ok");
  expect(worstJudgement("watch", "act", "ok")).toBe("act");
});
