import { describe, expect, it } from "vitest";
import type { ServiceLevelFormula } from "../config";
import { createScenario, instant } from "../testing/scenario";
import { emptyCounts } from "./counts";
import { goalMet, serviceLevelOf } from "./service-level";

const iso = (atMs: number): string => new Date(atMs).toISOString().slice(11, 23);

/** SL6's worked day: answered 1000 (860 within T), abandoned 60 (20 within T, 10 of them within 5 s). */
function workedDay(formula: ServiceLevelFormula, shortAbandonMs = 5_000): number | null {
  const day = createScenario({ target: { formula, shortAbandonMs } });
  const start = instant("09:00:00");
  let n = 0;
  const call = (count: number, waitMs: number, how: "answered" | "abandoned") => {
    for (let i = 0; i < count; i += 1) {
      n += 1;
      const atMs = start + n * 1_000;
      day.at(iso(atMs)).offered(`c${n}`);
      day.at(iso(atMs + waitMs))[how](`c${n}`);
    }
  };
  call(860, 60_000, "answered");
  call(140, 60_001, "answered");
  call(10, 5_000, "abandoned");
  call(10, 60_000, "abandoned");
  call(40, 60_001, "abandoned");
  return day.at("12:00:00").board().total.today.serviceLevelRatio;
}
const percent = (ratio: number | null): string => (100 * (ratio ?? -1)).toFixed(1);

describe("service level", () => {
  it("[SL6] the worked day, to the digit", () => {
    expect(percent(workedDay("answered-only"))).toBe("86.0");
    expect(percent(workedDay("offered"))).toBe("81.9");
    expect(percent(workedDay("abandons-after-threshold"))).toBe("82.7");
    expect(percent(workedDay("credit-abandons-within-threshold"))).toBe("83.0");
    expect(percent(workedDay("offered", 0))).toBe("81.1");
  });

  it("[SL2] nothing decided gives null for every formula", () => {
    for (const formula of [
      "offered",
      "answered-only",
      "abandons-after-threshold",
      "credit-abandons-within-threshold",
    ] as const) {
      const level = serviceLevelOf(emptyCounts(), formula);
      expect(level).toEqual({ met: 0, decided: 0 });
      expect(goalMet(level, 900)).toBeNull();
    }
  });

  it("[SL5] the goal is met in whole numbers: 899 of 999 is not 90 %, 900 of 1000 is", () => {
    expect(goalMet({ met: 899, decided: 999 }, 900)).toBe(false);
    expect(goalMet({ met: 900, decided: 1000 }, 900)).toBe(true);
    expect(goalMet({ met: 8_999_999, decided: 10_000_000 }, 900)).toBe(false);
  });
});
