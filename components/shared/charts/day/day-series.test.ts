import { describe, expect, it } from "vitest";
import type { QuarterFigures } from "../../../../lib/desk/desk-types";
import { sourceId } from "../../../../lib/vocabulary";
import { createFormats } from "../../../../lib/words/formats";
import { siteClock } from "../../time/site-clock";
import { countSplits, daySeriesOf } from "./day-series";
import { hourTicks } from "../hour-ticks";
import { levelRuns } from "./plot/level-runs";
import { movedCursor } from "./slot-cursor";

const at = (time: string): number => Date.parse(`2026-11-23T${time}:00Z`);
const quarter = (time: string, answered: number, missed: number, met: number, decided: number): QuarterFigures => ({
  startMs: at(time),
  offered: answered + missed,
  answered,
  missed,
  met,
  decided,
});
const gap = (from: string, to: string, filled = false) => ({
  sourceId: sourceId("pbx"),
  fromMs: at(from),
  toMs: at(to),
  filled,
});

const hoursIn = (timeZone: string, fromMs: number, toMs: number, roomFor: number): string[] => {
  const clock = siteClock(timeZone, createFormats("en"));
  return hourTicks(fromMs, toMs, roomFor, clock).map((each) => clock.toMinute(each));
};

describe("a day by quarter-hour", () => {
  it("[TI1] quarter-hours without calls stand in the axis, empty, up to its end", () => {
    const day = daySeriesOf([quarter("08:00", 4, 0, 4, 4), quarter("08:45", 2, 1, 1, 3)], [], at("08:00"), at("10:00"));
    expect(day.slots.map(({ figures }) => figures?.answered ?? null)).toEqual([
      4,
      null,
      null,
      2,
      ...Array(4).fill(null),
    ]);
    expect(day.lastIndex).toBe(3);
    expect(day.mostCount).toBe(4);
  });

  it("[SL2] a quarter-hour in which nothing was decided has no level", () => {
    const day = daySeriesOf([quarter("08:00", 0, 0, 0, 0), quarter("08:15", 1, 3, 1, 4)], [], at("08:00"), at("08:30"));
    expect(day.slots.map(({ levelRatio }) => levelRatio)).toEqual([null, 0.25]);
  });

  it("calls before the axis begins and after it ends stretch it", () => {
    const day = daySeriesOf([quarter("07:30", 1, 0, 1, 1), quarter("12:00", 1, 0, 1, 1)], [], at("08:00"), at("12:00"));
    expect([day.fromMs, day.toMs]).toEqual([at("07:30"), at("12:15")]);
  });

  it("an axis that begins within a quarter-hour begins with it", () => {
    expect(daySeriesOf([], [], at("08:07"), at("08:31")).slots).toHaveLength(3);
    expect(daySeriesOf([], [], at("08:07"), at("08:07")).slots).toHaveLength(1);
  });

  it("[UN4] a gap is marked in each quarter-hour it touches; one filled from the log is none", () => {
    const gaps = [gap("08:10", "08:20"), gap("08:30", "08:45", true), gap("06:00", "07:00")];
    const day = daySeriesOf([quarter("08:00", 1, 0, 1, 1)], gaps, at("08:00"), at("09:00"));
    expect(day.gaps).toEqual([{ fromMs: at("08:10"), toMs: at("08:20") }]);
    expect(day.slots.map((slot) => slot.gaps.length)).toEqual([1, 1, 0, 0]);
    expect(day.slots[1]?.gaps).toEqual([{ fromMs: at("08:15"), toMs: at("08:20") }]);
  });

  it("a thousand days of nonsense stay a chart", () => {
    expect(daySeriesOf([], [], 0, 8.64e13).slots.length).toBeLessThanOrEqual(200);
  });

  it("no bar reaches above 60 % of the picture, and one call does not fill it", () => {
    expect(daySeriesOf([quarter("08:00", 9, 3, 9, 12)], [], at("08:00"), at("09:00")).countMax).toBe(20);
    expect(daySeriesOf([quarter("08:00", 1, 0, 1, 1)], [], at("08:00"), at("09:00")).countMax).toBeCloseTo(6.67, 2);
  });
});

describe("the line of the service level", () => {
  it("[SL2] breaks where nothing was decided; a quarter-hour alone is a run of one", () => {
    const day = daySeriesOf(
      [quarter("08:00", 1, 0, 1, 1), quarter("08:15", 1, 0, 0, 1), quarter("08:45", 1, 0, 1, 1)],
      [],
      at("08:00"),
      at("09:00"),
    );
    expect(levelRuns(day.slots)).toEqual([
      [
        { index: 0, ratio: 1 },
        { index: 1, ratio: 0 },
      ],
      [{ index: 3, ratio: 1 }],
    ]);
  });
});

describe("the labels of the counts", () => {
  it.each([
    [0, [0, 2, 4]],
    [3, [0, 2, 4]],
    [7, [0, 2, 4, 6]],
    [12, [0, 5, 10]],
    [38, [0, 10, 20, 30]],
    [120, [0, 50, 100]],
    [840, [0, 500]],
  ])("%i calls at most: whole numbers, few of them", (most, expected) => {
    expect(countSplits(most)).toEqual(expected);
  });
});

describe("[TI2] the hours under the chart", () => {
  it("are full hours of the site, every one where there is room, else every second, third", () => {
    const [from, to] = [at("07:00"), at("11:00")];
    expect(hoursIn("Europe/Berlin", from, to, 5)).toEqual(["08:00", "09:00", "10:00", "11:00", "12:00"]);
    expect(hoursIn("Europe/Berlin", from, to, 2)).toEqual(["08:00", "10:00", "12:00"]);
  });

  it("stand on the hour of a zone that is 5:45 ahead", () => {
    expect(hoursIn("Asia/Kathmandu", at("03:00"), at("05:00"), 5)).toEqual(["09:00", "10:00"]);
  });

  it("the night the clocks go back has two o'clock twice", () => {
    const from = Date.parse("2026-10-24T23:00:00Z");
    expect(hoursIn("Europe/Berlin", from, from + 3 * 3_600_000, 9)).toEqual(["01:00", "02:00", "02:00", "03:00"]);
  });
});

describe("the cursor", () => {
  it("goes by quarter-hours and hours, to both ends, and never past what has been", () => {
    expect(movedCursor("ArrowLeft", 5, 9)).toBe(4);
    expect(movedCursor("ArrowLeft", 0, 9)).toBe(0);
    expect(movedCursor("ArrowRight", 9, 9)).toBe(9);
    expect(movedCursor("PageDown", 5, 9)).toBe(1);
    expect(movedCursor("PageUp", 5, 9)).toBe(9);
    expect(movedCursor("Home", 5, 9)).toBe(0);
    expect(movedCursor("End", 5, 9)).toBe(9);
    expect(movedCursor("a", 5, 9)).toBeNull();
  });
});
