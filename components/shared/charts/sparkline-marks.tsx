import type { JSX } from "react";
import type { Judgement } from "../../../lib/metrics/judgement";
import type { Point, Sparkline } from "./sparkline-geometry";

type Props = {
  readonly sparkline: Sparkline;
  readonly judgement: Judgement;
  /** Of the picture the line was laid out for. */
  readonly width: number;
  /** Of the line and of its end, in the picture's units; null: the sheet says how wide. */
  readonly strokes: { readonly line: number; readonly dot: number } | null;
};

/** The goal, the day's line against it, what at its end is below, and where it stands now. */
export function SparklineMarks({ sparkline, judgement, width, strokes }: Props): JSX.Element {
  const { runs, belowGoal, last, goalY } = sparkline;
  const alarmed = judgement === "watch" || judgement === "act";
  const wide = (times: number): number | undefined => (strokes === null ? undefined : strokes.line * times);
  return (
    <>
      <path className="spark-goal" d={`M0 ${goalY}H${width}`} strokeWidth={wide(0.6)} />
      {runs.map((run) => (
        <path key={run[0]?.x} className="spark-line" d={pathOf(run)} strokeWidth={wide(1)} />
      ))}
      {alarmed && belowGoal.length > 1 ? (
        <path className="spark-line" data-judgement={judgement} d={pathOf(belowGoal)} strokeWidth={wide(1.25)} />
      ) : null}
      {last === null ? null : (
        <path className="spark-dot" data-judgement={judgement} d={pathOf([last])} strokeWidth={strokes?.dot} />
      )}
    </>
  );
}

/** A lone quarter-hour is a dot: a line of no length with round ends. */
const pathOf = (points: readonly Point[]): string =>
  `M${points.map(({ x, y }) => `${x} ${y}`).join("L")}${points.length === 1 ? "h0.01" : ""}`;
