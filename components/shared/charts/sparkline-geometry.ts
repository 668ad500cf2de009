import type { Gap, QuarterHours } from "../../../lib/metrics/snapshot-types";
import { hourTicks } from "./hour-ticks";

const QUARTER_MS = 15 * 60_000;
const HOUR_MS = 60 * 60_000;
const SHORTEST_AXIS_MS = 4 * HOUR_MS;
const LONGEST_AXIS_MS = 24 * HOUR_MS;
/** A quarter-hour with fewer decided calls is drawn, but does not stretch the scale. */
const MIN_DECIDED_TO_SCALE = 5;
const ROOM_BELOW_GOAL_RATIO = 0.2;

export type Point = { readonly x: number; readonly y: number; readonly ratio: number; readonly decided: number };
export type Span = { readonly x: number; readonly width: number };
export type HourTick = { readonly x: number; readonly atMs: number };

/** A day's service level as a line. Coordinates in the picture's own units, y downwards. */
export type Sparkline = {
  /** Unbroken stretches: a quarter-hour in which nothing was decided breaks the line. */
  readonly runs: readonly (readonly Point[])[];
  /** The points at the end of the line that are below the goal, with the one before for the stroke to start from. */
  readonly belowGoal: readonly Point[];
  readonly last: Point | null;
  readonly goalY: number;
  readonly gaps: readonly Span[];
  readonly hours: readonly HourTick[];
};

export type SparklineInput = {
  readonly quarters: QuarterHours;
  readonly gaps: readonly Gap[];
  readonly goalRatio: number;
  readonly nowMs: number;
  /** Where the day will end; null: not known, the axis ends now. */
  readonly endsAtMs: number | null;
  readonly width: number;
  readonly height: number;
  readonly hoursAtMost: number;
  /** Minutes past the full hour by the site's clock; zones may be half an hour off. */
  readonly minuteOf: (atMs: number) => number;
  readonly hourOf: (atMs: number) => number;
};

type Axis = { readonly fromMs: number; readonly toMs: number };

/** @returns null: no quarter-hour has anything to show */
export function sparklineOf(input: SparklineInput): Sparkline | null {
  const quarters = Object.entries(input.quarters)
    .map(([startMs, [met, decided]]) => ({ startMs: Number(startMs), met, decided }))
    .filter(({ decided, startMs }) => decided > 0 && startMs <= input.nowMs)
    .sort((a, b) => a.startMs - b.startMs);
  const first = quarters[0];
  if (first === undefined) return null;
  const axis = axisOf(input, first.startMs);
  const xOf = (atMs: number): number => round(((atMs - axis.fromMs) / (axis.toMs - axis.fromMs)) * input.width);
  const floor = floorOf(quarters, input.goalRatio);
  const yOf = (ratio: number): number => round((1 - (Math.max(ratio, floor) - floor) / (1 - floor)) * input.height);

  const runs: Point[][] = [];
  let beforeMs = Number.NEGATIVE_INFINITY;
  for (const { startMs, met, decided } of quarters) {
    const ratio = met / decided;
    const point = { x: xOf(Math.min(startMs + QUARTER_MS / 2, input.nowMs)), y: yOf(ratio), ratio, decided };
    const run = runs.at(-1);
    if (run === undefined || startMs - beforeMs > QUARTER_MS) runs.push([point]);
    else run.push(point);
    beforeMs = startMs;
  }
  return {
    runs,
    belowGoal: tailBelow(runs.at(-1) ?? [], input.goalRatio),
    last: runs.at(-1)?.at(-1) ?? null,
    goalY: yOf(input.goalRatio),
    gaps: input.gaps.filter((gap) => !gap.filled && gap.toMs > axis.fromMs).map((gap) => spanOf(gap, axis, xOf)),
    hours: hourTicks(axis.fromMs, axis.toMs, input.hoursAtMost, input).map((atMs) => ({ x: xOf(atMs), atMs })),
  };
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** From the full hour before the first call to the end of the day, as far as it is known. */
function axisOf({ nowMs, endsAtMs, minuteOf }: SparklineInput, firstMs: number): Axis {
  const fromMs = firstMs - minuteOf(firstMs) * 60_000;
  const endMs = endsAtMs !== null && endsAtMs - fromMs <= LONGEST_AXIS_MS ? Math.max(endsAtMs, nowMs) : nowMs;
  return { fromMs, toMs: Math.max(endMs, fromMs + SHORTEST_AXIS_MS) };
}

/** The lowest ratio of the scale, in tens of percents. */
function floorOf(quarters: readonly { met: number; decided: number }[], goalRatio: number): number {
  const ratios = quarters
    .filter(({ decided }) => decided >= MIN_DECIDED_TO_SCALE)
    .map(({ met, decided }) => met / decided);
  return Math.max(0, Math.floor(Math.min(goalRatio - ROOM_BELOW_GOAL_RATIO, ...ratios) * 10 + 1e-9) / 10);
}

function tailBelow(run: readonly Point[], goalRatio: number): readonly Point[] {
  let start = run.length;
  while (start > 0 && (run[start - 1] as Point).ratio < goalRatio) start -= 1;
  return start === run.length ? [] : run.slice(Math.max(0, start - 1));
}

function spanOf(gap: Gap, axis: Axis, xOf: (atMs: number) => number): Span {
  const x = xOf(Math.max(gap.fromMs, axis.fromMs));
  return { x, width: Math.max(1, round(xOf(Math.min(gap.toMs, axis.toMs)) - x)) };
}
