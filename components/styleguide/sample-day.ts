import type { QuarterFigures } from "../../lib/desk/desk-types";
import type { Gap } from "../../lib/metrics/snapshot-types";
import { sourceId } from "../../lib/vocabulary";

const QUARTER_MS = 15 * 60_000;
export const OPENS_AT_MS = Date.UTC(2026, 10, 20, 8);
export const NOW_MS = Date.UTC(2026, 10, 20, 12, 52);
export const CLOSES_AT_MS = Date.UTC(2026, 10, 20, 18);
export const GOAL_RATIO = 0.9;
/** Met of decided, quarter by quarter: well until noon, then not. */
const LEVELS = [
  [9, 9],
  [10, 11],
  [12, 12],
  [11, 12],
  [12, 13],
  [13, 14],
  [12, 12],
  [11, 12],
  [12, 13],
  [13, 14],
  [12, 13],
  [12, 13],
  [11, 12],
  [12, 14],
  [11, 13],
  [9, 13],
  [8, 14],
  [6, 13],
  [7, 12],
] as const;

export const SAMPLE_QUARTERS: readonly QuarterFigures[] = LEVELS.map(([met, decided], at) => ({
  startMs: OPENS_AT_MS + at * QUARTER_MS,
  offered: decided + 1,
  answered: Math.min(decided, met + 1),
  missed: Math.max(0, decided - met - 1),
  met,
  decided,
}));

/** Half an hour of which nothing is known. */
export const SAMPLE_GAP: Gap = {
  sourceId: sourceId("pbx"),
  fromMs: OPENS_AT_MS + 9 * QUARTER_MS,
  toMs: OPENS_AT_MS + 11 * QUARTER_MS,
  filled: false,
};
