import { useEffect, useRef } from "react";
import type { ListedFigure } from "../../../lib/desk/contact-types";
import { FIGURES_HEADING, openerId } from "../figures/opener";
import { CONTACTS_HEADING } from "./contacts-panel";

/** A figure that nobody counts any more has no button to go back to. */
const headingOfFigures = (): HTMLElement | null => document.getElementById(FIGURES_HEADING);

/** Who opens the contacts behind a figure is among them, and who closes them is back at the figure. */
export function useFocusThereAndBack(figure: ListedFigure | null): void {
  const last = useRef(figure);
  useEffect(() => {
    const before = last.current;
    last.current = figure;
    if (before === figure) return;
    if (figure !== null) document.getElementById(CONTACTS_HEADING)?.focus();
    else if (before !== null) (document.getElementById(openerId(before)) ?? headingOfFigures())?.focus();
  }, [figure]);
}
