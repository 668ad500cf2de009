import type { JSX } from "react";
import { formatCount, formatDuration } from "../../../lib/format";
import type { Judgement } from "../../../lib/metrics/judgement";
import { Figure } from "../../shared/figure";
import { FigureLabel } from "../../shared/figure-label";
import { StateMark } from "../../shared/state-mark";
import { useWords } from "../../shared/use-words";
import { thresholdText } from "../../shared/words";

type WaitingProps = {
  /** null: nothing was heard yet. */
  readonly waiting: number | null;
  readonly overdue: number | null;
  /** The threshold of all queues; null: they differ. */
  readonly thresholdMs: number | null;
};

/** How many wait, and how many of them too long. */
export function WaitingTile({ waiting, overdue, thresholdMs }: WaitingProps): JSX.Element {
  const words = useWords();
  const text = formatCount(waiting);
  return (
    <dl className="tile">
      <div>
        <FigureLabel figure="waiting" />
        <dd className="number" data-length={lengthOf(text, 2)} data-quiet={waiting === null}>
          <Figure text={text} name="waiting" />
        </dd>
        <dd className="sub">
          <b data-figure="overdue">{formatCount(overdue)}</b> past{" "}
          {thresholdMs === null ? "target" : thresholdText(thresholdMs, words)}
        </dd>
      </div>
    </dl>
  );
}

type LongestProps = {
  /** false: nobody can say whether somebody waits. */
  readonly heard: boolean;
  /** null: nobody waits. */
  readonly waitMs: number | null;
  /** The queue in which that caller waits. */
  readonly queueName: string | null;
  readonly judgement: Judgement;
};

/** The longest wait, ticking, and where. */
export function LongestTile({ heard, waitMs, queueName, judgement }: LongestProps): JSX.Element {
  const text = formatDuration(waitMs);
  return (
    <dl className="tile">
      <div>
        <FigureLabel figure="longestWait" />
        {judgement === "watch" || judgement === "act" ? (
          <dd className="tile-state">
            <StateMark state={judgement} word />
          </dd>
        ) : null}
        <dd
          className="number"
          data-judgement={judgement}
          data-length={lengthOf(text, 4)}
          data-quiet={waitMs === null}
          data-figure="longestWait"
        >
          {text}
        </dd>
        <dd className="sub">
          {queueName !== null ? <bdi>{queueName}</bdi> : heard ? "nobody waits" : "not known yet"}
        </dd>
      </div>
    </dl>
  );
}

/** Long figures are set smaller, so that none is ever cut. */
const lengthOf = (text: string, shortUpTo: number): "short" | "long" | "longest" => {
  if (text.length <= shortUpTo) return "short";
  return text.length === shortUpTo + 1 ? "long" : "longest";
};
