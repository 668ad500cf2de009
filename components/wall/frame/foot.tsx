import type { JSX } from "react";
import { StateMark } from "../../shared/state-mark";
import type { Condition } from "../words/condition";

type Props = {
  /** Worst first. */
  readonly conditions: readonly Condition[];
  /** What is said when nothing is wrong. */
  readonly calm: string;
  /** What is said when the figures are not live; null: they are. */
  readonly stale: string | null;
  /** Holes in the day's data; null: none. */
  readonly gaps: string | null;
};

/** The one thing to know now, in words. */
export function Foot({ conditions, calm, stale, gaps }: Props): JSX.Element {
  const worst = stale === null ? conditions[0] : undefined;
  const more = conditions.length - 1;
  return (
    <footer
      className="foot"
      data-judgement={stale === null ? (worst?.judgement ?? "ok") : "no-data"}
      data-gaps={gaps !== null}
    >
      {stale !== null ? (
        <p className="foot-says">
          <StateMark state="no-data" word />
          <span>{stale}</span>
        </p>
      ) : worst === undefined ? (
        <p className="foot-says">
          <StateMark state="ok" word />
          <span>{calm}</span>
        </p>
      ) : (
        <p className="foot-says">
          <StateMark state={worst.judgement} word />
          <span className="foot-about">
            <bdi>{worst.name}</bdi>
            <span>: {worst.says}</span>
          </span>
          {more > 0 ? <span className="foot-more">+ {more} more</span> : null}
        </p>
      )}
      {gaps === null ? null : (
        <p className="foot-gaps">
          <span className="hatch-swatch" aria-hidden="true" />
          {gaps}
        </p>
      )}
    </footer>
  );
}
