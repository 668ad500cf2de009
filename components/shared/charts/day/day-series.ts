import type { QuarterFigures } from "../../../../lib/desk/desk-types";
import type { Gap } from "../../../../lib/metrics/snapshot-types";

export const QUARTER_MS = 15 * 60_000;
const LONGEST_AXIS_SLOTS = 200;
/** The bars take the lower part of the picture, so that the line above them can be read. */
const BARS_RATIO = 0.6;
const LEAST_COUNT = 4;

export type GapSpan = { readonly fromMs: number; readonly toMs: number };

/** A quarter-hour of the axis. `figures` is null where nobody called, or where it is yet to come. */
export type DaySlot = {
  readonly startMs: number;
  readonly figures: QuarterFigures | null;
  /** met / decided; null: nothing decided (SL2). */
  readonly levelRatio: number | null;
  /** What is not known of this quarter-hour, cut to it. */
  readonly gaps: readonly GapSpan[];
};

/** A day as a chart draws it: every quarter-hour of the axis, in order and without holes. */
export type DaySeries = {
  readonly fromMs: number;
  readonly toMs: number;
  readonly slots: readonly DaySlot[];
  /** Of the last slot that has figures; -1: none has. */
  readonly lastIndex: number;
  /** The most answered and missed of a quarter-hour. */
  readonly mostCount: number;
  /** Where the scale of the counts ends: the highest bar reaches 60 % of the picture at most. */
  readonly countMax: number;
  /** Holes in the data that nothing has filled, cut to the axis. */
  readonly gaps: readonly GapSpan[];
};

/**
 * @param fromMs where the axis begins; earlier if a quarter-hour with figures is
 * @param toMs where it ends; later if a quarter-hour with figures does
 */
export function daySeriesOf(
  quarters: readonly QuarterFigures[],
  gaps: readonly Gap[],
  fromMs: number,
  toMs: number,
): DaySeries {
  const sorted = [...quarters].sort((a, b) => a.startMs - b.startMs);
  const startMs = floorToQuarter(Math.min(fromMs, sorted[0]?.startMs ?? fromMs));
  const wantedEndMs = Math.max(toMs, (sorted.at(-1)?.startMs ?? startMs) + QUARTER_MS);
  const count = Math.min(LONGEST_AXIS_SLOTS, Math.max(1, Math.ceil((wantedEndMs - startMs) / QUARTER_MS)));
  const endMs = startMs + count * QUARTER_MS;
  const open = gaps.filter(({ filled }) => !filled).flatMap((gap) => cutTo(gap, startMs, endMs));
  const byStart = new Map(sorted.map((quarter) => [quarter.startMs, quarter]));
  const slots = Array.from({ length: count }, (_, index): DaySlot => {
    const atMs = startMs + index * QUARTER_MS;
    const figures = byStart.get(atMs) ?? null;
    const levelRatio = figures === null || figures.decided === 0 ? null : figures.met / figures.decided;
    return { startMs: atMs, figures, levelRatio, gaps: open.flatMap((gap) => cutTo(gap, atMs, atMs + QUARTER_MS)) };
  });
  const mostCount = slots.reduce((most, { figures }) => Math.max(most, barOf(figures)), 0);
  return {
    fromMs: startMs,
    toMs: endMs,
    slots,
    lastIndex: lastWithFigures(slots),
    mostCount,
    countMax: Math.max(mostCount, LEAST_COUNT) / BARS_RATIO,
    gaps: open,
  };
}

/** Two or three whole counts for the axis of the bars, from 0 on. */
export function countSplits(mostCount: number): readonly number[] {
  const most = Math.max(mostCount, LEAST_COUNT);
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [0.5, 1, 2, 5].map((each) => each * power).find((each) => most / each < 4 && each >= 1) ?? 5 * power;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
}

/** How high the bar of a quarter-hour is, in contacts. */
export const barOf = (figures: QuarterFigures | null): number =>
  figures === null ? 0 : figures.answered + figures.missed;

const floorToQuarter = (atMs: number): number => Math.floor(atMs / QUARTER_MS) * QUARTER_MS;

function cutTo(span: GapSpan, fromMs: number, toMs: number): GapSpan[] {
  const [from, to] = [Math.max(span.fromMs, fromMs), Math.min(span.toMs, toMs)];
  return to > from ? [{ fromMs: from, toMs: to }] : [];
}

function lastWithFigures(slots: readonly DaySlot[]): number {
  for (let index = slots.length - 1; index >= 0; index -= 1) if (slots[index]?.figures != null) return index;
  return -1;
}
