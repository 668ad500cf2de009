import type { JSX } from "react";
import { formatCount, formatPercent } from "../../../lib/format";
import type { Judgement } from "../../../lib/metrics/judgement";
import type { TotalRow } from "../../../lib/metrics/snapshot-types";
import { Figure } from "../../shared/figure";
import { FigureLabel } from "../../shared/figure-label";
import { StateMark } from "../../shared/state-mark";
import { useWords } from "../../shared/use-words";
import type { SiteClock } from "../../shared/site-clock";
import { thresholdText } from "../../shared/words";
import { LevelSparkline } from "./level-sparkline";
import { sampleOf } from "./sample";
import type { Sparkline } from "./sparkline-geometry";

type Props = {
  readonly total: TotalRow;
  /** false: nothing that a level could rest on was ever told. */
  readonly heard: boolean;
  readonly judgement: Judgement;
  readonly live: boolean;
  readonly sparkline: Sparkline | null;
  readonly clock: SiteClock;
};

/** The day's service level with its goal, its formula and how much it rests on. */
export function LevelTile({ total, heard, judgement, live, sparkline, clock }: Props): JSX.Element {
  const { target, today } = total;
  const words = useWords();
  const sample = sampleOf(total);
  return (
    <dl className="tile tile-level">
      <div>
        <FigureLabel figure="serviceLevel">Service level today</FigureLabel>
        <dd className="tile-state">
          {live && judgement === "none" ? null : <StateMark state={live ? judgement : "no-data"} word />}
        </dd>
        <dd className="number" data-judgement={judgement} data-quiet={today.serviceLevelRatio === null}>
          <Figure text={formatPercent(today.serviceLevelRatio)} name="serviceLevel" />
        </dd>
        <dd className="sub">
          {sample.decided === 0 ? (
            `${heard ? "none decided" : "no figures"} yet`
          ) : (
            <>
              <b data-figure="met">{formatCount(sample.met)}</b> of{" "}
              <b data-figure="decided">{formatCount(sample.decided)}</b>{" "}
              {words.figures.formulas[target.formula](thresholdText(target.thresholdMs, words))}
            </>
          )}{" "}
          · <span className="goal">goal {formatPercent(target.goalRatio)}</span>
        </dd>
        <dd className="level-day">
          <LevelSparkline sparkline={sparkline} judgement={judgement} clock={clock} />
        </dd>
      </div>
    </dl>
  );
}
