import { describe, expect, it } from "vitest";
import {
  formatClock,
  formatCount,
  formatDay,
  formatDayTime,
  formatDuration,
  formatMoment,
  formatPercent,
  formatPercentFigure,
  formatTime,
  validLocale,
} from "./format";
import { dayKey } from "./vocabulary";

const at = (iso: string): number => Date.parse(iso);

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
    [0.8996, 0, "89 %"],
    [0.8996, 1, "89.9 %"],
    [0.8996, 2, "89.96 %"],
    [0.9, 0, "90 %"],
    [0.899_999, 0, "89 %"],
    [0.899_999, 1, "89.9 %"],
    [0.999_999, 0, "99 %"],
    [1, 0, "100 %"],
    [1, 1, "100.0 %"],
    [0, 0, "0 %"],
  ])("[SL5] %d to %d digits is floored to %s", (ratio, digits, text) => {
    expect(formatPercent(ratio, digits)).toBe(text);
  });

  it("[SL5] what divides evenly never loses a digit to binary fractions", () => {
    for (let met = 0; met <= 1_000; met++) {
      expect(formatPercent(met / 1_000, 1)).toBe(`${Math.floor(met / 10)}.${met % 10} %`);
      if (met % 10 === 0) expect(formatPercent(met / 1_000)).toBe(`${met / 10} %`);
    }
  });

  it("[SL5] one contact short of the goal is never shown as the goal, up to a million contacts", () => {
    for (const decided of [10, 99, 1_000, 99_999, 1_000_000]) {
      const goalMet = Math.ceil(0.9 * decided);
      expect(formatPercent(goalMet / decided, 0)).toMatch(/^9\d %$/);
      expect(formatPercent((goalMet - 1) / decided, 0)).toMatch(/^8\d %$/);
    }
  });

  it("the figure stands alone where the unit is set smaller", () => {
    expect(formatPercentFigure(0.8333)).toBe("83");
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

describe("clocks", () => {
  const changeMs = at("2026-03-29T01:00:00Z");

  it("show a place's own time, over a clock change too", () => {
    expect(formatClock(changeMs - 1_000, "Europe/Berlin")).toBe("01:59:59");
    expect(formatClock(changeMs, "Europe/Berlin")).toBe("03:00:00");
    expect(formatClock(changeMs + 1_000, "Europe/Berlin")).toBe("03:00:01");
    expect(formatTime(changeMs, "Europe/Berlin")).toBe("03:00");
  });

  it("call midnight 00:00", () => {
    expect(formatClock(at("2026-11-22T23:00:00Z"), "Europe/Berlin")).toBe("00:00:00");
    expect(formatTime(at("2026-11-22T00:00:00Z"), "UTC")).toBe("00:00");
  });

  it("name the day where it is another one", () => {
    const nowMs = at("2026-11-22T09:00:00Z");
    expect(formatMoment(at("2026-11-22T17:00:00Z"), nowMs, "Europe/Berlin")).toBe("18:00");
    expect(formatMoment(at("2026-11-23T07:00:00Z"), nowMs, "Europe/Berlin")).toBe("Mon 23 Nov 08:00");
    expect(formatDayTime(at("2026-09-01T07:05:00Z"), "UTC")).toBe("Tue 1 Sep 07:05");
    expect(formatDay(dayKey("2026-11-22"))).toBe("Sun 22 Nov 2026");
  });

  it("of a zone that the runtime does not know show nothing rather than another place's time", () => {
    expect(formatClock(changeMs, "Europe/Atlantis")).toBe("–");
    expect(formatMoment(changeMs, changeMs, "Europe/Atlantis")).toBe("–");
  });
});

describe("what is not known", () => {
  it("[UN1] null is a dash, never a zero", () => {
    const zone = "Europe/Berlin";
    const texts = [
      formatDuration(null),
      formatPercent(null),
      formatPercentFigure(null),
      formatCount(null),
      formatClock(null, zone),
      formatTime(null, zone),
      formatDayTime(null, zone),
      formatMoment(null, 0, zone),
    ];
    expect(new Set(texts)).toEqual(new Set(["–"]));
  });
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
