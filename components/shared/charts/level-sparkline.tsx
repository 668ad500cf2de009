import { type JSX, memo, useId } from "react";
import type { Judgement } from "../../../lib/metrics/judgement";
import type { SiteClock } from "../time/site-clock";
import { useWords } from "../use-words";
import type { Sparkline } from "./sparkline-geometry";
import { SparklineMarks } from "./sparkline-marks";

/** The picture's size with its letters, in px. */
export type SparklineSize = { readonly widthPx: number; readonly heightPx: number; readonly labelPx: number };

type Props = SparklineSize & {
  readonly sparkline: Sparkline | null;
  readonly judgement: Judgement;
  readonly clock: SiteClock;
};

/** Of a letter: what the hours take below the line, and the line above it. */
const HOURS_EM = 1.3;
const ABOVE_EM = 0.3;

/** A lower picture has no hours: its line would have no height left. */
const HOURS_FROM_EM = 2.7;

const hasHours = ({ heightPx, labelPx }: SparklineSize): boolean => heightPx >= HOURS_FROM_EM * labelPx;

/** Where in a picture of this size the line is drawn. */
export const plotOf = (size: SparklineSize): { readonly width: number; readonly height: number } => ({
  width: Math.max(1, size.widthPx - 0.4 * size.labelPx),
  height: Math.max(1, size.heightPx - ((hasHours(size) ? HOURS_EM : 0.1) + ABOVE_EM) * size.labelPx),
});

/** The service level's day by quarter-hour, the goal as a line, holes in the data hatched. */
export const LevelSparkline = memo(function LevelSparkline(props: Props): JSX.Element {
  const { sparkline, judgement, clock, widthPx, heightPx, labelPx } = props;
  const { shared } = useWords();
  const holeId = useId();
  if (sparkline === null) return <span className="sr-only">{shared.noQuarterYet}</span>;
  const { gaps, hours } = sparkline;
  const { width, height } = plotOf(props);
  const stroke = labelPx * 0.085;
  return (
    <svg
      className="spark"
      width={widthPx}
      height={heightPx}
      viewBox={`0 0 ${widthPx} ${heightPx}`}
      role="img"
      aria-label={shared.dayByQuarterHour}
    >
      <defs>
        <pattern id={holeId} width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="spark-hole" width="3" height="10" />
        </pattern>
      </defs>
      <g transform={`translate(${0.2 * labelPx} ${ABOVE_EM * labelPx})`}>
        {gaps.map((gap) => (
          <rect key={gap.x} x={gap.x} width={gap.width} y="0" height={height} fill={`url(#${holeId})`} />
        ))}
        <path className="spark-axis" d={`M0 ${height}H${width}`} strokeWidth={stroke * 0.5} />
        <SparklineMarks
          sparkline={sparkline}
          judgement={judgement}
          width={width}
          strokes={{ line: stroke, dot: labelPx * 0.32 }}
        />
        {(hasHours(props) ? hours : []).map(({ x, atMs }) => (
          <g key={atMs}>
            <path className="spark-axis" d={`M${x} ${height}v${-0.2 * labelPx}`} strokeWidth={stroke * 0.5} />
            <text
              className="spark-hour"
              x={x}
              y={height + 1.12 * labelPx}
              fontSize={labelPx}
              textAnchor={anchorOf(x, width, labelPx)}
            >
              {clock.hourOf(atMs)}
            </text>
          </g>
        ))}
      </g>
    </svg>
  );
});

/** Hours at the ends stay inside the picture. */
function anchorOf(x: number, width: number, labelPx: number): "start" | "middle" | "end" {
  if (x < 0.6 * labelPx) return "start";
  return x > width - 0.6 * labelPx ? "end" : "middle";
}
