import { expect, test } from "vitest";
import { binomialTail, isBeyondChance } from "./evidence";

test.each([
  [3, 5],
  [4, 8],
  [4, 10],
  [5, 15],
  [6, 20],
  [8, 30],
  [11, 50],
])("[TH3] at a goal of 90 %% %i late of %i are beyond chance, one less is not", (late, total) => {
  expect(isBeyondChance(late, total, 0.1)).toBe(true);
  expect(isBeyondChance(late - 1, total, 0.1)).toBe(false);
});

test("[TH3] fewer than three late prove nothing", () => {
  expect(isBeyondChance(2, 2, 0.1)).toBe(false);
  expect(isBeyondChance(2, 3, 0.001)).toBe(false);
  expect(isBeyondChance(2, 1_000, 0)).toBe(false);
  expect(isBeyondChance(3, 3, 0.1)).toBe(true);
});

test("[TH3] where none may be late the third is beyond chance; where all may, none ever is", () => {
  expect(isBeyondChance(3, 1_000, 0)).toBe(true);
  expect(isBeyondChance(1_000, 1_000, 1)).toBe(false);
});

test("as many late as expected are never beyond chance", () => {
  expect(isBeyondChance(100, 1_000, 0.1)).toBe(false);
  expect(isBeyondChance(100_000, 1_000_000, 0.1)).toBe(false);
  expect(isBeyondChance(101_000, 1_000_000, 0.1)).toBe(true);
});

/** All tails by Pascal's triangle: n rows of probabilities, each from the one before. */
function tailsByRows(trials: number, ratio: number): number[] {
  let row = [1];
  for (let trial = 1; trial <= trials; trial += 1) {
    const before = row;
    row = Array.from({ length: trial + 1 }, (_, hits) => {
      return (before[hits] ?? 0) * (1 - ratio) + (before[hits - 1] ?? 0) * ratio;
    });
  }
  for (let hits = trials - 1; hits >= 0; hits -= 1) row[hits] = (row[hits] ?? 0) + (row[hits + 1] ?? 0);
  return row;
}

test("the tail is the exact one, on both sides of the mean, up to a busy day", () => {
  for (const trials of [1, 5, 31, 32, 33, 64, 400]) {
    for (const ratio of [0.001, 0.1, 0.2, 0.5, 0.97]) {
      const exact = tailsByRows(trials, ratio);
      const worst = Math.max(...exact.map((tail, hits) => Math.abs(binomialTail(hits, trials, ratio) - tail)));
      expect(worst).toBeLessThan(1e-11);
    }
  }
});

test("the ends: nothing is always reached, more than there are never", () => {
  expect(binomialTail(0, 0, 0.1)).toBe(1);
  expect(binomialTail(1, 0, 0.1)).toBe(0);
  expect(binomialTail(6, 5, 0.1)).toBe(0);
  expect(binomialTail(1, 5, 0)).toBe(0);
  expect(binomialTail(5, 5, 1)).toBe(1);
  expect(binomialTail(900_000, 1_000_000, 0.1)).toBe(0);
  expect(binomialTail(1, 1_000_000, 0.5)).toBe(1);
});
