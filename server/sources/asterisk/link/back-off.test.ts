import { describe, expect, test } from "vitest";
import { backOffMs, DEFAULT_BACK_OFF } from "./back-off";

const wait = (failures: number, random01: number): number => backOffMs(DEFAULT_BACK_OFF, failures, false, random01);
const refused = (failures: number, random01: number): number => backOffMs(DEFAULT_BACK_OFF, failures, true, random01);

describe("the wait between attempts to connect", () => {
  test("the first is a quarter of a second, a fifth more or less", () => {
    expect([wait(1, 0), wait(1, 0.5), wait(1, 0.999)]).toEqual([200, 250, 300]);
  });

  test("it grows by half each time and stays at a second and a half", () => {
    expect([1, 2, 3, 4, 5, 6, 100].map((failures) => wait(failures, 0.5))).toEqual([
      250, 375, 563, 844, 1_266, 1_500, 1_500,
    ]);
    expect(wait(100, 0.999)).toBe(1_500);
    expect(wait(5_000, 0.5)).toBe(1_500);
  });

  test("after a refused login it is never under 5 s and at most a minute", () => {
    expect([refused(1, 0), refused(1, 0.999), refused(2, 0), refused(50, 0.5)]).toEqual([5_000, 5_999, 7_500, 60_000]);
  });
});
