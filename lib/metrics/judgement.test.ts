import { describe, expect, test } from "vitest";
import { DEFAULT_TARGET, defaultThresholds, type ServiceLevelFormula, type Thresholds } from "../config";
import { sampleFigures } from "../testing/board-samples";
import { type Counts, emptyCounts } from "./counts";
import {
  judgeFigures,
  judgeLongestWait,
  type Judgement,
  judgeServiceLevel,
  judgeWaiting,
  worstJudgement,
} from "./judgement";
import { serviceLevelOf } from "./service-level";
import type { Figures } from "./snapshot-types";

const targetOf = (thresholds: Partial<Thresholds> = {}) => ({
  thresholds: { ...defaultThresholds(DEFAULT_TARGET), ...thresholds },
});
/** So many of so many answered in time. */
const level = (met: number, decided: number) => ({ level: { met, decided } });
const judgeLevel = (late: number, total: number, thresholds: Partial<Thresholds> = {}) =>
  judgeServiceLevel(level(total - late, total), targetOf(thresholds));

const answered = (count: number, change: Partial<Figures>): Figures => ({ ...sampleFigures(count), ...change });

function answerRateJudge(late: number, total: number): Judgement {
  const rate = { answerRateRatio: total === 0 ? null : (total - late) / total, answerRateBase: total };
  const target = targetOf({ answerRate: { watch: 900, act: 800 } });
  return judgeFigures(answered(total - late, rate), target).answerRate;
}

function missedRateJudge(missed: number, total: number): Judgement {
  const figures = answered(total - missed, { missed, missedRateRatio: missed / total, missedRateBase: total });
  return judgeFigures(figures, targetOf({ missedRate: { watch: 50, act: 100 } })).missedRate;
}

function speedJudge(count: number, asaMs: number): Judgement {
  const target = targetOf({ speedOfAnswer: { watch: 30_000, act: 60_000 } });
  return judgeFigures(answered(count, { asaMs }), target).speedOfAnswer;
}

describe("a service level", () => {
  test("[SL2] nothing decided is not judged", () => {
    expect(judgeLevel(0, 0)).toBe("none");
  });

  test("[TH1] on the goal is well, one call below is watched, ten points below still, anything less asks for people", () => {
    expect(judgeLevel(100, 1_000)).toBe("ok");
    expect(judgeLevel(101, 1_000)).toBe("watch");
    expect(judgeLevel(200, 1_000)).toBe("watch");
    expect(judgeLevel(201, 1_000)).toBe("act");
  });

  test("[TH1] any limit in tenths of a percent is exact", () => {
    for (let perMille = 1; perMille <= 999; perMille += 1) {
      const limits = { serviceLevel: { watch: perMille + 1, act: perMille } };
      expect([perMille, judgeLevel(1_000 - perMille, 1_000, limits)]).toEqual([perMille, "watch"]);
    }
  });

  test("[TH3] a small sample does not turn red: 2 late of 3 is no alarm, nor are 2 of 9", () => {
    expect(judgeLevel(2, 3)).toBe("none");
    expect(judgeLevel(2, 9)).toBe("none");
    expect(judgeLevel(0, 9)).toBe("none");
    expect(judgeLevel(0, 10)).toBe("ok");
    expect(judgeLevel(2, 10)).toBe("watch");
  });

  test.each([
    [3, 5, "none"],
    [4, 8, "none"],
    [4, 10, "watch"],
    [5, 15, "watch"],
    [6, 20, "watch"],
    [8, 30, "watch"],
    [11, 50, "watch"],
  ])("[TH3] %i late of %i ask for people, one less does not: %s", (late, total, oneLess) => {
    expect(judgeLevel(late, total)).toBe("act");
    expect(judgeLevel(late - 1, total)).toBe(oneLess);
  });

  test("[TH3] few, and more late than chance would have it, are watched where they are not past the limit to act", () => {
    const patient = { serviceLevel: { watch: 900, act: 300 } };
    expect(judgeLevel(3, 5, patient)).toBe("watch");
    expect(judgeLevel(4, 5, patient)).toBe("act");
  });

  test("[TH3] how many are few is configured", () => {
    expect(judgeLevel(2, 10, { minimumContacts: 20 })).toBe("none");
    expect(judgeLevel(2, 10, { minimumContacts: 1 })).toBe("watch");
  });

  test("[TH1] without limits it is never judged", () => {
    expect(judgeLevel(1_000, 1_000, { serviceLevel: null })).toBe("none");
  });

  test("[SL6] the evidence is that of the formula: 0 of 1 by it is no alarm, whatever else was decided", () => {
    // The queue's day is judged, not guessed: the same visits, as each formula counts them.
    const counts = { ...emptyCounts(), answered: 4, met: 1, abandoned: 40, abandonedWithinThreshold: 0 };
    const judge = (formula: ServiceLevelFormula, change: Partial<Counts> = {}): Judgement =>
      judgeServiceLevel({ level: serviceLevelOf({ ...counts, ...change }, formula) }, targetOf());
    expect(judge("answered-only")).toBe("act");
    expect(judge("answered-only", { answered: 3 })).toBe("none");
    expect(judge("abandons-after-threshold")).toBe("act");
    const leftEarly = { answered: 0, met: 0, abandonedWithinThreshold: 39 };
    expect(judge("abandons-after-threshold", leftEarly)).toBe("none");
    expect(judge("credit-abandons-within-threshold", { abandonedWithinThreshold: 40 })).toBe("ok");
  });
});

describe("the other figures", () => {
  test("[TH1] have no limits unless configured", () => {
    const bad = answered(100, { answerRateRatio: 0, missedRateRatio: 1, asaMs: 600_000 });
    expect(judgeFigures(bad, targetOf())).toEqual({
      serviceLevel: "ok",
      answerRate: "none",
      missedRate: "none",
      speedOfAnswer: "none",
    });
  });

  test("[TH3] the answer rate asks below its limits, and as surely as the service level", () => {
    const judge = answerRateJudge;
    expect([judge(1, 10), judge(2, 10), judge(3, 10), judge(4, 10)]).toEqual(["ok", "watch", "watch", "act"]);
    expect([judge(0, 0), judge(2, 3), judge(3, 5)]).toEqual(["none", "none", "act"]);
  });

  test("[TH3] the missed rate asks from its limits on", () => {
    const judge = missedRateJudge;
    expect([49, 50, 99, 100].map((missed) => judge(missed, 1_000))).toEqual(["ok", "watch", "watch", "act"]);
    expect([judge(2, 3), judge(2, 20), judge(4, 20), judge(5, 20)]).toEqual(["none", "watch", "watch", "act"]);
  });

  test("[TH4] the speed of answer is judged over enough answered contacts only", () => {
    const judge = speedJudge;
    expect([29_999, 30_000, 59_999, 60_000].map((asaMs) => judge(10, asaMs))).toEqual(["ok", "watch", "watch", "act"]);
    expect(judge(9, 60_000)).toBe("none");
  });
});

describe("who waits now", () => {
  test("[TH2] the longest wait: the second before, the second itself, at half of T and at T; one caller is enough", () => {
    const { longestWait } = defaultThresholds(DEFAULT_TARGET);
    expect(judgeLongestWait(null, longestWait)).toBe("none");
    expect(judgeLongestWait(29_000, longestWait)).toBe("ok");
    expect(judgeLongestWait(30_000, longestWait)).toBe("watch");
    expect(judgeLongestWait(59_000, longestWait)).toBe("watch");
    expect(judgeLongestWait(60_000, longestWait)).toBe("act");
    expect(judgeLongestWait(600_000, null)).toBe("none");
  });

  test("[TH2] how many wait is judged where there is a limit", () => {
    const limit = { watch: 5, act: 10 };
    expect([0, 4, 5, 9, 10].map((waiting) => judgeWaiting(waiting, limit))).toEqual([
      "ok",
      "ok",
      "watch",
      "watch",
      "act",
    ]);
    expect(judgeWaiting(100, null)).toBe("none");
  });

  test("[TH1] both limits at one value go from well to act", () => {
    expect([59_999, 60_000].map((waitMs) => judgeLongestWait(waitMs, { watch: 60_000, act: 60_000 }))).toEqual([
      "ok",
      "act",
    ]);
  });
});

test("the worst of several is the one that asks for most", () => {
  expect(worstJudgement()).toBe("none");
  expect(worstJudgement("none", "ok")).toBe("ok");
  expect(worstJudgement("watch", "act", "ok")).toBe("act");
});
