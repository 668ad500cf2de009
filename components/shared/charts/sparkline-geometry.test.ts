import { expect, test } from "vitest";
import { sourceId } from "../../../lib/vocabulary";
import { sparklineOf, type SparklineInput } from "./sparkline-geometry";

const HOUR = 3_600_000;
const QUARTER = HOUR / 4;
const OPENS = 8 * HOUR;

/** A day that opens at 08:00 of a zone without offset, drawn 1000 wide and 100 high: 100 an hour. */
const day = (
  quarters: readonly (readonly [met: number, decided: number] | null)[],
  more: Partial<SparklineInput> = {},
): SparklineInput => ({
  quarters: Object.fromEntries(
    quarters.flatMap((each, index) => (each === null ? [] : [[String(OPENS + index * QUARTER), each]])),
  ),
  gaps: [],
  goalRatio: 0.9,
  nowMs: OPENS + quarters.length * QUARTER,
  endsAtMs: 18 * HOUR,
  width: 1_000,
  hoursAtMost: 6,
  height: 100,
  minuteOf: (atMs) => Math.floor(atMs / 60_000) % 60,
  hourOf: (atMs) => Math.floor(atMs / HOUR) % 24,
  ...more,
});

test("[SL2] a day without decided calls has no line", () => {
  expect(sparklineOf(day([]))).toBeNull();
  expect(sparklineOf(day([[0, 0]]))).toBeNull();
});

test("points stand in the middle of their quarter-hour, the axis reaches from opening to closing", () => {
  const line = sparklineOf(day([[10, 10], [9, 10]])); // prettier-ignore
  expect(line?.runs).toEqual([
    [
      { x: 12.5, y: 0, ratio: 1, decided: 10 },
      { x: 37.5, y: 33.33, ratio: 0.9, decided: 10 },
    ],
  ]);
  expect(line?.goalY).toBe(33.33);
  expect(line?.hours.map(({ x }) => x)).toEqual([0, 200, 400, 600, 800, 1_000]);
});

test("the running quarter-hour never stands in the future", () => {
  expect(sparklineOf(day([[10, 10]], { nowMs: OPENS + 60_000 }))?.last?.x).toBe(1.67);
});

test("a quarter-hour in which nothing was decided breaks the line", () => {
  const line = sparklineOf(day([[5, 5], null, [5, 5], [5, 5]]));
  expect(line?.runs.map((run) => run.length)).toEqual([1, 2]);
});

test("the tail below the goal starts at the last point that met it", () => {
  const line = sparklineOf(day([[10, 10], [8, 10], [10, 10], [8, 10], [7, 10]])); // prettier-ignore
  expect(line?.belowGoal.map(({ ratio }) => ratio)).toEqual([1, 0.8, 0.7]);
  expect(sparklineOf(day([[8, 10], [10, 10]]))?.belowGoal).toEqual([]); // prettier-ignore
});

test("two lost calls of two do not flatten the day: they touch the floor and set no scale", () => {
  const line = sparklineOf(day([[10, 10], [0, 2]])); // prettier-ignore
  expect(line?.goalY).toBeCloseTo(33.33);
  expect(line?.last?.y).toBe(100);
});

test("with many decided calls the scale reaches down to them", () => {
  expect(sparklineOf(day([[10, 10], [3, 10]]))?.goalY).toBeCloseTo(14.29); // prettier-ignore
});

test("[UN4] holes in the data are drawn at least a sliver wide, filled ones not at all", () => {
  const gap = { sourceId: sourceId("pbx"), fromMs: 9 * HOUR, toMs: 9 * HOUR + 6_000 };
  const gaps = [
    { ...gap, filled: false },
    { ...gap, filled: true },
  ];
  expect(sparklineOf(day([[5, 5]], { gaps }))?.gaps).toEqual([{ x: 100, width: 1 }]);
});

test("a site that never closes ends its axis now, and a young day is four hours wide", () => {
  expect(sparklineOf(day([[5, 5]], { endsAtMs: null }))?.hours.at(-1)).toEqual({ x: 1_000, atMs: 12 * HOUR });
});

test("[TI2] hours are the site's: in a zone half an hour off they stand on its full hours", () => {
  const off = HOUR / 2;
  const line = sparklineOf(
    day([[5, 5]], {
      minuteOf: (atMs) => Math.floor((atMs + off) / 60_000) % 60,
      hourOf: (atMs) => Math.floor((atMs + off) / HOUR) % 24,
    }),
  );
  expect(line?.hours.every(({ atMs }) => (atMs + off) % HOUR === 0)).toBe(true);
});
