import type { JSX, ReactNode } from "react";
import type { ListedFigure } from "../../../lib/desk/contact-types";
import { useWords } from "../../shared/use-words";
import { choose } from "../choice/use-choice";

/** The button of a figure, to give the focus back to. */
export const openerId = (figure: ListedFigure): string => `sv-figure-${figure}`;

type Props = {
  readonly figure: ListedFigure;
  readonly isOpen: boolean;
  readonly children: ReactNode;
};

/** A figure that opens the contacts behind it, and closes them again. */
export function Opener({ figure, isOpen, children }: Props): JSX.Element {
  const { supervise } = useWords();
  return (
    <button
      type="button"
      id={openerId(figure)}
      className="sv-opener"
      data-opens={figure}
      aria-expanded={isOpen}
      title={supervise.figures.opens}
      onClick={() => choose({ figure: isOpen ? null : figure, part: null })}
    >
      {children}
    </button>
  );
}
