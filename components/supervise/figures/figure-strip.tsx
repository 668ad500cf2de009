import { type JSX, memo } from "react";
import type { ListedFigure } from "../../../lib/desk/contact-types";
import { judgeFigures } from "../../../lib/metrics/judgement";
import { useWords } from "../../shared/use-words";
import { thresholdText } from "../../shared/words";
import { FigureCell } from "./figure-cell";
import { figureText } from "./figure-text";
import { MissedLines } from "./missed-lines";
import { Opener } from "./opener";
import type { ShownFigures } from "./shown";

type Props = {
  readonly shown: ShownFigures;
  /** Whose contacts are open. */
  readonly open: ListedFigure | null;
  /** false: nothing is judged by figures of which nobody knows whether they still hold. */
  readonly judged: boolean;
};

/** What the day, or its last minutes, came to. */
export const FigureStrip = memo(function FigureStrip({ shown, open, judged }: Props): JSX.Element {
  const words = useWords();
  const { formats, supervise, figures: names } = words;
  const { figures, level, target } = shown;
  const judgements = judgeFigures(figures, target);
  const cell = (figure: ListedFigure) => ({ figure, text: figureText(figure, shown, words), isOpen: open === figure });
  const opener = (figure: ListedFigure, says: string): JSX.Element => (
    <span className="sv-line">
      <Opener figure={figure} isOpen={open === figure}>
        {says}
      </Opener>
    </span>
  );
  const threshold = thresholdText(target.thresholdMs, words);
  return (
    <>
      <dl className="sv-strip" data-revision={shown.revision ?? undefined}>
        <FigureCell {...cell("serviceLevel")} judgement={judged ? judgements.serviceLevel : "none"}>
          {level.decided === 0 ? (
            <span className="sv-line">{supervise.figures.noneDecided}</span>
          ) : (
            <span className="sv-line">
              <b data-figure="met">{formats.count(level.met)}</b> {supervise.figures.of}{" "}
              <b data-figure="decided">{formats.count(level.decided)}</b> {names.formulas[target.formula](threshold)}
            </span>
          )}
          <span className="sv-line sv-goal">{supervise.figures.goal(formats.percent(target.goalRatio))}</span>
        </FigureCell>
        <FigureCell {...cell("answered")} judgement={judged ? judgements.answerRate : "none"}>
          {opener("offered", supervise.figures.ofOffered(formats.count(figures.offered)))}
          {opener("answerRate", supervise.figures.answerRate(formats.percent(figures.answerRateRatio)))}
        </FigureCell>
        <FigureCell {...cell("missed")} judgement={judged ? judgements.missedRate : "none"}>
          <MissedLines figures={figures} open={open} />
          {opener("missedRate", supervise.figures.missedRate(formats.percent(figures.missedRateRatio)))}
        </FigureCell>
        <FigureCell {...cell("speedOfAnswer")} judgement={judged ? judgements.speedOfAnswer : "none"}>
          <span className="sv-line">{supervise.figures.median(formats.duration(figures.waitMedianMs))}</span>
          <span className="sv-line">{supervise.figures.p90(formats.duration(figures.waitP90Ms))}</span>
        </FigureCell>
        <FigureCell {...cell("handlingTime")} judgement="none">
          <span className="sv-line">{supervise.figures.talk(formats.duration(figures.talkMs))}</span>
          <span className="sv-line">{wrapUpWords()}</span>
        </FigureCell>
      </dl>
      {figures.outOfHours + figures.unknown === 0 ? null : (
        <p className="sv-left-out">
          {supervise.figures.leftOut}{" "}
          {figures.outOfHours === 0
            ? null
            : opener("outOfHours", supervise.figures.outOfHours(figures.outOfHours, formats.count(figures.outOfHours)))}
          {figures.unknown === 0
            ? null
            : opener("unknown", supervise.figures.unknown(figures.unknown, formats.count(figures.unknown)))}
        </p>
      )}
    </>
  );

  function wrapUpWords(): string {
    const { ahtMs, talkMs, ahtIncludesWrapUp } = figures;
    if (ahtMs === null || talkMs === null || !ahtIncludesWrapUp) return supervise.figures.withoutWrapUp;
    return supervise.figures.wrapUp(formats.duration(Math.max(0, ahtMs - talkMs)));
  }
});
