import { type JSX, memo } from "react";
import type { BoardFigure } from "../../../lib/config";
import type { SmallestLetters } from "../../../lib/legibility";
import { NONE_YET } from "../../../lib/format";
import { isAlarmed } from "../../../lib/metrics/judgement";
import { Figure } from "../../shared/figure";
import { FigureLabel } from "../../shared/definition/figure-label";
import { type MarkState, StateMark } from "../../shared/state-mark";
import { useWallWords } from "../../shared/speech/use-wall-words";
import { cssSizes } from "../layout/css-sizes";
import type { TilePlan } from "../layout/hero-plan";
import {
  companionPx,
  factLinesThatFit,
  factsOf,
  hasCompanion,
  labelThatFits,
  numberPx,
  unitPx,
} from "../layout/tile-width";
import type { TileContent } from "./content";
import { type Day, LeadSparkline } from "./lead-sparkline";
import { ToldText, textOf } from "./told";

type Props = {
  readonly content: TileContent;
  readonly tile: TilePlan;
  readonly letters: Pick<SmallestLetters, "labelPx" | "figurePx">;
  /** What its mark says; null: no mark. */
  readonly state: MarkState | null;
  /** The day that is drawn beside the figure; null: none. */
  readonly day: Day | null;
};

/** What changes each second does not fade each time. */
const TICKING: ReadonlySet<BoardFigure> = new Set(["longestWait"]);

/** A figure of the head: its name, what it asks for, the figure, and what it rests on. */
export const FigureTile = memo(function FigureTile({ content, tile, letters, state, day }: Props): JSX.Element {
  const { shared } = useWallWords();
  const { labelPx } = letters;
  const { form, mainPx, widthPx, factLines } = tile;
  const told = state === null ? null : shared.states[state];
  const { label, word } = labelThatFits(content.labels, told, widthPx, labelPx);
  const companion = hasCompanion(content, tile, letters) ? content.companion : null;
  const facts = factsOf(content, tile, letters);
  const numberWidthPx = numberPx(content.text, mainPx, labelPx);
  const factsPx = form === "over" ? widthPx : widthPx - numberWidthPx - labelPx * 0.5;
  const lines = factLinesThatFit(facts, factsPx, letters, factLines);
  const colour = isAlarmed(content.judgement) ? content.judgement : undefined;
  // Where somebody waits too long, it is the wait that is coloured.
  const byCompanion = companion !== null && content.judgement !== "none";
  return (
    <dl className="tile" data-form={form} style={{ width: widthPx }}>
      <div>
        <FigureLabel figure={content.figure}>{label}</FigureLabel>
        {state === null ? null : (
          <dd className="tile-state">
            <StateMark state={state} word={word} />
          </dd>
        )}
        <dd className="tile-body" style={cssSizes({ "--main": mainPx, "--unit": unitPx(mainPx, labelPx) })}>
          <span
            className="number"
            data-judgement={byCompanion ? undefined : colour}
            data-quiet={content.text === NONE_YET}
          >
            {TICKING.has(content.figure) ? (
              <span data-figure={content.name}>{content.text}</span>
            ) : (
              <Figure text={content.text} name={content.name} />
            )}
          </span>
          {companion === null ? null : (
            <span className="companion">
              <span
                className="companion-figure"
                style={{ fontSize: companionPx(tile, letters) }}
                data-judgement={colour}
                data-quiet={companion.text === NONE_YET}
                data-figure={companion.name}
              >
                {companion.text}
              </span>
              <span className="companion-label">{companion.label}</span>
            </span>
          )}
          {day === null ? null : <LeadSparkline day={day} content={content} tile={tile} labelPx={labelPx} />}
        </dd>
        {lines.length === 0 ? null : (
          <dd
            className="facts"
            style={form === "beside" ? { left: Math.ceil(numberWidthPx + labelPx * 0.5) } : undefined}
          >
            {lines.map((line) => (
              <span key={line.map(({ says }) => says).join()} className="fact-line">
                {line.map((each, index) => (
                  <span key={each.says}>
                    {index === 0 ? null : <span className="dot"> · </span>}
                    <ToldText told={each} />
                  </span>
                ))}
              </span>
            ))}
          </dd>
        )}
      </div>
    </dl>
  );
}, isSame);

/** Contents are made anew each second; drawn anew is only what says something else. */
function isSame(one: Props, other: Props): boolean {
  return (
    one.tile === other.tile &&
    one.letters === other.letters &&
    one.state === other.state &&
    one.day === other.day &&
    (one.content === other.content || signatureOf(one.content) === signatureOf(other.content))
  );
}

const signatureOf = ({ labels, text, judgement, companion, facts }: TileContent): string =>
  [labels[0], text, judgement, companion?.text, ...facts.map((wordings) => wordings.map(textOf).join())].join("|");
