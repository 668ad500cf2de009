import { describe, expect, it, test } from "vitest";
import { flooredPercent, formatCount, formatDuration, formatPercent, NONE_YET, validLocale } from "./format";

describe("durations", () => {
  it.each([
    [0, "0:00"],
    [999, "0:00"],
    [5_000, "0:05"],
    [59_999, "0:59"],
    [60_000, "1:00"],
    [65_000, "1:05"],
    [3_599_999, "59:59"],
    [3_600_000, "1:00:00"],
    [3_723_000, "1:02:03"],
    [360_000_000, "100:00:00"],
    [-1, "0:00"],
  ])("%d ms are %s", (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });
});

describe("shares", () => {
  it.each([
    [0.8996, 0, 89],
    [0.8996, 1, 89.9],
    [0.8996, 2, 89.96],
    [0.9, 0, 90],
    [0.899_999, 0, 89],
    [0.899_999, 1, 89.9],
    [0.999_999, 0, 99],
    [1, 0, 100],
    [0, 0, 0],
  ])("[SL5] %d to %d digits is floored to %d", (ratio, digits, percent) => {
    expect(flooredPercent(ratio, digits)).toBe(percent);
  });

  it("[SL5] what divides evenly never loses a digit to binary fractions", () => {
    for (let met = 0; met <= 1_000; met++) {
      expect(flooredPercent(met / 1_000, 1)).toBe(Number(`${Math.floor(met / 10)}.${met % 10}`));
      if (met % 10 === 0) expect(formatPercent(met / 1_000)).toBe(`${met / 10} %`);
    }
  });

  it("[SL5] one contact short of the goal is never shown as the goal, up to a million contacts", () => {
    for (const decided of [10, 99, 1_000, 99_999, 1_000_000]) {
      const goalMet = Math.ceil(0.9 * decided);
      expect(formatPercent(goalMet / decided)).toMatch(/^9\d %$/);
      expect(formatPercent((goalMet - 1) / decided)).toMatch(/^8\d %$/);
    }
  });
});

describe("counts", () => {
  it.each([
    [0, "0"],
    [999, "999"],
    [1_204, "1,204"],
    [1_234_567, "1,234,567"],
    [-1_204, "-1,204"],
  ])("%d is %s", (count, text) => {
    expect(formatCount(count)).toBe(text);
  });
});

test("[UN1] what is not known is a dash, never a zero", () => {
  expect([formatDuration(null), formatPercent(null), formatCount(null)]).toEqual([NONE_YET, NONE_YET, NONE_YET]);
  expect(flooredPercent(null)).toBeNull();
});

describe("a browser's language", () => {
  it.each([
    ["de-DE", "de-DE"],
    ["en-US@posix", "en-GB"],
    ["", "en-GB"],
    ["x", "en-GB"],
  ])("%s is taken as %s", (language, locale) => {
    expect(validLocale(language)).toBe(locale);
    expect(() => new Intl.NumberFormat(validLocale(language))).not.toThrow();
  });
});
