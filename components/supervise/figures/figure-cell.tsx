import type { JSX, ReactNode } from "react";
import type { ListedFigure } from "../../../lib/desk/contact-types";
import type { Judgement } from "../../../lib/metrics/judgement";
import { Figure } from "../../shared/figure";
import { FigureLabel } from "../../shared/definition/figure-label";
import { entryOf } from "./figure-text";
import { Opener } from "./opener";

/** Longer ones are set smaller, so that none is ever cut. */
const FULL_SIZE = 5;

type Props = {
  readonly figure: ListedFigure;
  readonly label?: string;
  readonly text: string;
  readonly judgement: Judgement;
  readonly isOpen: boolean;
  /** What it rests on, a line each. */
  readonly children: ReactNode;
};

/** One of the main figures: its name, itself, what it rests on. */
export function FigureCell({ figure, label, text, judgement, isOpen, children }: Props): JSX.Element {
  return (
    <div className="sv-cell" data-open={isOpen}>
      {label === undefined ? (
        <FigureLabel figure={entryOf(figure)} />
      ) : (
        <FigureLabel figure={entryOf(figure)}>{label}</FigureLabel>
      )}
      <dd className="sv-number" data-judgement={judgement} data-length={text.length > FULL_SIZE ? "long" : "short"}>
        <Opener figure={figure} isOpen={isOpen}>
          <Figure text={text} name={figure} />
        </Opener>
      </dd>
      <dd className="sv-sub">{children}</dd>
    </div>
  );
}
