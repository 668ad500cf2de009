import { describe, expect, it } from "vitest";
import { createRandom } from "./random";

const draw = (count: number, next: () => number): readonly number[] => Array.from({ length: count }, next);
const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

describe("seeded draws", () => {
  it("are the same for the same seed and others for another", () => {
    const first = draw(100, createRandom("a").unit);
    expect(draw(100, createRandom("a").unit)).toEqual(first);
    expect(draw(100, createRandom("b").unit)).not.toEqual(first);
  });

  it("of a fork do not depend on what was drawn before", () => {
    const random = createRandom("a");
    const early = draw(10, random.fork("x").unit);
    draw(50, random.unit);
    expect(draw(10, random.fork("x").unit)).toEqual(early);
  });

  it("have the mean, the median and the range asked for", () => {
    const random = createRandom("shape");
    const units = draw(20_000, random.unit);
    expect(units.every((unit) => unit >= 0 && unit < 1)).toBe(true);
    expect(mean(units)).toBeCloseTo(0.5, 1);
    expect(mean(draw(20_000, () => random.exponentialMs(10_000))) / 10_000).toBeCloseTo(1, 1);
    expect(median(draw(20_000, () => random.lognormalMs(180_000, 0.6))) / 180_000).toBeCloseTo(1, 1);
    expect(draw(1_000, () => random.betweenMs(5, 9)).every((ms) => ms >= 5 && ms <= 9)).toBe(true);
  });
});
