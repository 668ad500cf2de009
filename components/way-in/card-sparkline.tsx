import { type JSX, memo, useMemo } from "react";
import type { Judgement } from "../../lib/metrics/judgement";
import type { BoardSnapshot } from "../../lib/metrics/snapshot-types";
import { siteClock } from "../shared/time/site-clock";
import { useWayInWords } from "../shared/speech/use-way-in-words";
import { sparklineOf } from "../shared/charts/sparkline-geometry";
import { SparklineMarks } from "../shared/charts/sparkline-marks";

const WIDTH = 100;
const HEIGHT = 14;
const MINUTE_MS = 60_000;

type Props = { readonly snapshot: BoardSnapshot; readonly nowMs: number; readonly judgement: Judgement };

/** The day's service level by quarter-hour against its goal; the figure beside it says it in words. */
export const CardSparkline = memo(function CardSparkline({ snapshot, nowMs, judgement }: Props): JSX.Element {
  const { formats } = useWayInWords();
  const { total, gaps, open, nextChangeAtMs, site } = snapshot;
  const minute = Math.floor(nowMs / MINUTE_MS);
  const line = useMemo(
    () =>
      sparklineOf({
        ...siteClock(site.timeZone, formats),
        quarters: total.quarters,
        gaps,
        goalRatio: total.target.goalRatio,
        nowMs: (minute + 1) * MINUTE_MS,
        endsAtMs: open ? nextChangeAtMs : null,
        width: WIDTH,
        height: HEIGHT,
        hoursAtMost: 1,
      }),
    [site.timeZone, formats, total.quarters, gaps, total.target.goalRatio, minute, open, nextChangeAtMs],
  );
  return (
    <svg
      className="card-spark"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {line === null ? null : <SparklineMarks sparkline={line} judgement={judgement} width={WIDTH} strokes={null} />}
    </svg>
  );
});
