import type { JSX } from "react";
import type { QuarterFigures } from "../../lib/desk/desk-types";
import type { QuarterHours } from "../../lib/metrics/snapshot-types";
import { siteClock } from "../shared/time/site-clock";
import { useWords } from "../shared/use-words";
import { LevelSparkline, plotOf } from "../shared/charts/level-sparkline";
import { sparklineOf } from "../shared/charts/sparkline-geometry";

const QUARTER_MS = 15 * 60_000;
const OPENS_AT_MS = Date.UTC(2026, 10, 20, 8);
const NOW_MS = Date.UTC(2026, 10, 20, 12, 52);
const CLOSES_AT_MS = Date.UTC(2026, 10, 20, 18);
const GOAL_RATIO = 0.9;
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

const SPARK = { widthPx: 400, heightPx: 130, labelPx: 16 };

/** The day as a small line and as bars. */
export function ChartsPart(): JSX.Element {
  const { formats } = useWords();
  const clock = siteClock("UTC", formats);
  const quarters: QuarterHours = Object.fromEntries(
    SAMPLE_QUARTERS.map(({ startMs, met, decided }) => [String(startMs), [met, decided] as const]),
  );
  const sparkline = sparklineOf({
    ...clock,
    quarters,
    gaps: [],
    goalRatio: GOAL_RATIO,
    nowMs: NOW_MS,
    endsAtMs: CLOSES_AT_MS,
    ...plotOf(SPARK),
    hoursAtMost: 6,
  });
  return (
    <div className="guide-charts">
      {(["ok", "watch", "act"] as const).map((judgement) => (
        <div key={judgement} className="guide-spark">
          <LevelSparkline sparkline={sparkline} judgement={judgement} clock={clock} {...SPARK} />
        </div>
      ))}
    </div>
  );
}
