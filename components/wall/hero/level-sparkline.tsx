import type { JSX } from "react";
import type { Judgement } from "../../../lib/metrics/judgement";
import type { SiteClock } from "../../shared/site-clock";
import type { Point, Sparkline } from "./sparkline-geometry";

/** The picture's units; the style sheet gives it the same shape in units of the wall. */
export const PLOT = { width: 100, height: 30, top: 3, left: 2 } as const;

type Props = {
  readonly sparkline: Sparkline | null;
  readonly judgement: Judgement;
  readonly clock: SiteClock;
};

/** The service level's day by quarter-hour, the goal as a line, holes in the data hatched. */
export function LevelSparkline({ sparkline, judgement, clock }: Props): JSX.Element {
  if (sparkline === null) return <span className="sr-only">No quarter-hour has a service level yet.</span>;
  const { runs, belowGoal, last, goalY, gaps, hours } = sparkline;
  const alarmed = judgement === "watch" || judgement === "act";
  return (
    <svg className="spark" viewBox="0 0 104 40.5" role="img" aria-label="Service level by quarter-hour">
      <defs>
        <pattern id="hole" width="2.4" height="2.4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="spark-hole" width="0.8" height="2.4" />
        </pattern>
      </defs>
      <g transform={`translate(${PLOT.left} ${PLOT.top})`}>
        {gaps.map((gap) => (
          <rect key={gap.x} x={gap.x} width={gap.width} y="-2" height={PLOT.height + 2} fill="url(#hole)" />
        ))}
        <path className="spark-axis" d={`M0 ${PLOT.height}H${PLOT.width}`} />
        <path className="spark-goal" d={`M0 ${goalY}H${PLOT.width}`} />
        {runs.map((run) => (
          <path key={run[0]?.x} className="spark-line" d={pathOf(run)} />
        ))}
        {alarmed && belowGoal.length > 1 ? (
          <path className="spark-line" data-judgement={judgement} d={pathOf(belowGoal)} />
        ) : null}
        {last === null ? null : (
          <circle className="spark-dot" data-judgement={judgement} cx={last.x} cy={last.y} r="1.7" />
        )}
        {hours.map(({ x, atMs }) => (
          <g key={atMs}>
            <path className="spark-axis" d={`M${x} ${PLOT.height}v-1.5`} />
            <text className="spark-hour" x={x} y={PLOT.height + 6.8} textAnchor={anchorOf(x)}>
              {clock.hourOf(atMs)}
            </text>
          </g>
        ))}
      </g>
    </svg>
  );
}

/** Hours at the ends stay inside the picture. */
function anchorOf(x: number): "start" | "middle" | "end" {
  if (x < 3) return "start";
  return x > PLOT.width - 3 ? "end" : "middle";
}

/** A lone quarter-hour is a dot: a line of no length with round ends. */
const pathOf = (points: readonly Point[]): string =>
  `M${points.map(({ x, y }) => `${x} ${y}`).join("L")}${points.length === 1 ? "h0.01" : ""}`;
