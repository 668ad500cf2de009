import type { JSX, ReactNode } from "react";
import type { FigurePart, ListedFigure } from "../../../lib/desk/contact-types";
import { useDeskWords } from "../../shared/speech/use-desk-words";
import { choose } from "../choice/use-choice";
import { isShare } from "./figure-text";

/** The button of a figure, to give the focus back to. */
export const openerId = (figure: ListedFigure): string => `sv-figure-${figure}`;

/** Of the figures, for when that button is gone. */
export const FIGURES_HEADING = "sv-figures-heading";

/** A share is explained by all of its contacts, a count by those it counts. */
const firstPart = (figure: ListedFigure): FigurePart | null => (isShare(figure) ? null : "numerator");

type Props = {
  readonly figure: ListedFigure;
  readonly isOpen: boolean;
  readonly children: ReactNode;
};

/** A figure that opens the contacts behind it, and closes them again. */
export function Opener({ figure, isOpen, children }: Props): JSX.Element {
  const { supervise } = useDeskWords();
  return (
    <button
      type="button"
      id={openerId(figure)}
      className="sv-opener"
      data-opens={figure}
      aria-expanded={isOpen}
      title={supervise.figures.opens}
      onClick={() => choose(isOpen ? { figure: null } : { figure, part: firstPart(figure) })}
    >
      {children}
    </button>
  );
}
