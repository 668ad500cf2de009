import { expect, test } from "vitest";
import { fontSizeFor, isInHand, planOf, reachOf, smallestLetters } from "./legibility";

const HD = { widthPx: 1920, heightPx: 1080 };
const UHD = { widthPx: 3840, heightPx: 2160 };
const STANDING = { widthPx: 1080, heightPx: 1920 };
const at = (screenInches: number, distanceMetres: number) => ({ screenInches, distanceMetres });
const percentOfHeight = (px: number): number => Math.round((px / HD.heightPx) * 1000) / 10;

test("[LE1] 16 arc minutes on a 55 inch screen: 2.8, 4.7, 7.5 and 9.3 % of the height at 3, 5, 8 and 10 m", () => {
  const percents = [3, 5, 8, 10].map((metres) => percentOfHeight(fontSizeFor(16, HD, at(55, metres))));
  expect(percents).toEqual([2.8, 4.7, 7.5, 9.3]);
});

test("[LE1] 20 arc minutes at 5 m are capitals of 29.1 mm: 46 px of a 1080-line 55 inch screen", () => {
  expect(Math.round(fontSizeFor(20, HD, at(55, 5)) * 0.727)).toBe(46);
});

test("[LE1] the same screen with twice the pixels gives letters of the same height", () => {
  expect(fontSizeFor(16, UHD, at(55, 5))).toBeCloseTo(2 * fontSizeFor(16, HD, at(55, 5)), 9);
  expect(fontSizeFor(16, STANDING, at(55, 5))).toBeCloseTo(fontSizeFor(16, HD, at(55, 5)), 9);
});

test("[LE1] labels have at least 16, figures at least 20 arc minutes, also after rounding", () => {
  for (const inches of [43, 55, 75])
    for (const metres of [3, 5, 8, 10]) {
      const { labelPx, figurePx, mainPx } = smallestLetters(HD, at(inches, metres));
      expect(labelPx).toBeGreaterThanOrEqual(fontSizeFor(16, HD, at(inches, metres)));
      expect(figurePx).toBeGreaterThanOrEqual(fontSizeFor(20, HD, at(inches, metres)));
      expect(mainPx).toBeGreaterThan(figurePx);
    }
});

test("[LE2] where nothing is said: labels 4 %, figures of the head 12 % of the short side", () => {
  expect(smallestLetters(HD, null)).toEqual({ labelPx: 44, figurePx: 55, mainPx: 130 });
  expect(smallestLetters(STANDING, null)).toEqual(smallestLetters(HD, null));
});

test("[LE4] the farther, the less: near, middle, far, farthest", () => {
  const plan = (inches: number, metres: number): string => planOf(HD, smallestLetters(HD, at(inches, metres)).labelPx);
  expect([3, 5, 8, 10].map((metres) => plan(55, metres))).toEqual(["near", "middle", "far", "farthest"]);
  expect([3, 5, 8, 10].map((metres) => plan(75, metres))).toEqual(["near", "near", "middle", "far"]);
  expect(planOf(HD, smallestLetters(HD, null).labelPx)).toBe("middle");
});

test("[LE5] letters never grow past an eighth of the picture, however far the reader", () => {
  expect(smallestLetters(HD, at(24, 40)).labelPx).toBe(135);
});

test("[LE6] up to 599 px wide it is read in the hand, whatever the board says of its screen", () => {
  expect([599, 600].map((widthPx) => isInHand({ widthPx, heightPx: 800 }))).toEqual([true, false]);
  expect(smallestLetters({ widthPx: 390, heightPx: 844 }, at(55, 8)).labelPx).toBe(15);
});

test("[LE5] 32 inches are read from 7.7 m, no farther; 42 inches from 10 m", () => {
  expect(reachOf(at(32, 10))).toEqual({ distanceMetres: 7.7, screenInches: 42 });
  expect(reachOf(at(32, 7.7))).toBeNull();
  expect(reachOf(at(32, 7.8))).not.toBeNull();
  expect(reachOf(at(42, 10))).toBeNull();
});
