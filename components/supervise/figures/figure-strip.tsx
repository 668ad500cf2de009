import { type JSX, memo } from "react";
import type { ListedFigure } from "../../../lib/desk/contact-types";
import { NONE_YET } from "../../../lib/format";
import { judgeFigures } from "../../../lib/metrics/judgement";
import { FigureLabel } from "../../shared/definition/figure-label";
import { useDeskWords } from "../../shared/speech/use-desk-words";
import { thresholdText } from "../../shared/words";
import { FigureCell } from "./figure-cell";
import { entryOf, figureText, rateWords, whole } from "./figure-text";
import { missedBy } from "./missed-by";
import { Opener } from "./opener";
import { OtherOutcomes } from "./other-outcomes";
import type { ShownFigures } from "./shown";

type Props = {
  readonly shown: ShownFigures;
  /** Whose contacts are open. */
  readonly open: ListedFigure | null;
  /** false: nothing that these figures could rest on was ever told (UN1). */
  readonly heard: boolean;
  /** false: nothing is judged by figures of which nobody knows whether they still hold. */
  readonly judged: boolean;
};

/** What the day, or its last minutes, came to. */
export const FigureStrip = memo(function FigureStrip({ shown, open, heard, judged }: Props): JSX.Element {
  const words = useDeskWords();
  const { formats, supervise, figures: names } = words;
  const { figures, target } = shown;
  const { level } = figures;
  if (!heard) return <UnheardStrip />;
  const judgements = judgeFigures(figures, target);
  const cell = (figure: ListedFigure) => ({ figure, text: figureText(figure, shown, words), isOpen: open === figure });
  const opener = (figure: ListedFigure, says: string): JSX.Element => (
    <span className="sv-line">
      <Opener figure={figure} isOpen={open === figure}>
        {says}
      </Opener>
    </span>
  );
  const rate = (ratio: number | null, base: number): string => whole(rateWords(ratio, base, words));
  const threshold = whole(thresholdText(target.thresholdMs, words));
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
        </FigureCell>
        <FigureCell {...cell("answered")} judgement={judged ? judgements.answerRate : "none"}>
          {opener("offered", supervise.figures.ofOffered(formats.count(figures.offered)))}
          {opener("answerRate", supervise.figures.answerRate(rate(figures.answerRateRatio, figures.answerRateBase)))}
        </FigureCell>
        <FigureCell {...cell("missed")} judgement={judged ? judgements.missedRate : "none"}>
          {missedBy(figures, words).map((says) => (
            <span key={says} className="sv-line">
              {says}
            </span>
          ))}
          {opener("missedRate", supervise.figures.missedRate(rate(figures.missedRateRatio, figures.missedRateBase)))}
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
      <OtherOutcomes figures={figures} open={open} />
    </>
  );

  function wrapUpWords(): string {
    const { ahtMs, talkMs, ahtIncludesWrapUp } = figures;
    if (ahtMs === null || talkMs === null || !ahtIncludesWrapUp) return supervise.figures.withoutWrapUp;
    return supervise.figures.wrapUp(formats.duration(Math.max(0, ahtMs - talkMs)));
  }
});

const MAIN_FIGURES = ["serviceLevel", "answered", "missed", "speedOfAnswer", "handlingTime"] as const;

/** Figures of which nobody knows anything yet: no count of nothing. */
function UnheardStrip(): JSX.Element {
  return (
    <dl className="sv-strip">
      {MAIN_FIGURES.map((figure) => (
        <div key={figure} className="sv-cell">
          <FigureLabel figure={entryOf(figure)} />
          <dd className="sv-number">{NONE_YET}</dd>
        </div>
      ))}
    </dl>
  );
}
