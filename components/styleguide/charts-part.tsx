import type { JSX } from "react";
import type { QuarterHours } from "../../lib/metrics/snapshot-types";
import { siteClock } from "../shared/time/site-clock";
import { useWords } from "../shared/use-words";
import { CLOSES_AT_MS, GOAL_RATIO, NOW_MS, SAMPLE_QUARTERS } from "./sample-day";
import { LevelSparkline, plotOf } from "../shared/charts/level-sparkline";
import { sparklineOf } from "../shared/charts/sparkline-geometry";

const SPARK = { widthPx: 400, heightPx: 130, labelPx: 16 };

/** The day as a small line. */
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
