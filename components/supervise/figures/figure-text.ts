import type { ListedFigure } from "../../../lib/desk/contact-types";
import type { DeskLexicon } from "../../../lib/words/load/desk";
import type { FigureKey } from "../../../lib/words/words";
import { assertNever } from "../../../lib/vocabulary";
import type { ShownFigures } from "./shown";

/** What is read together stands on one line: a figure with its unit, a rate with what it rests on. */
export const whole = (text: string): string => text.replaceAll(" ", "\u00a0");

/** A figure as it stands on the page. */
export function figureText(
  figure: ListedFigure,
  { figures }: ShownFigures,
  { formats }: Pick<DeskLexicon, "formats">,
): string {
  switch (figure) {
    case "serviceLevel":
      return formats.percent(figures.serviceLevelRatio);
    case "answerRate":
      return formats.percent(figures.answerRateRatio);
    case "missedRate":
      return formats.percent(figures.missedRateRatio);
    case "speedOfAnswer":
      return formats.duration(figures.asaMs);
    case "handlingTime":
      return formats.duration(figures.ahtMs);
    case "offered":
    case "answered":
    case "abandoned":
    case "overflowed":
    case "refused":
    case "unknown":
    case "missed":
    case "outOfHours":
      return formats.count(figures[figure]);
    default:
      return assertNever(figure);
  }
}

/** CO7: a rate with what it rests on, so that whoever divides gets it; of nothing there is none. */
export const rateWords = (
  ratio: number | null,
  base: number,
  { supervise, formats }: Pick<DeskLexicon, "supervise" | "formats">,
): string =>
  ratio === null ? formats.percent(ratio) : supervise.figures.rateOf(formats.percent(ratio), formats.count(base));

/** The name and definition of a listed figure: these rows count visits. */
export const entryOf = (figure: ListedFigure): FigureKey => (figure === "missed" ? "missedVisits" : figure);

/** Whether contacts stand below the line too. */
export const isShare = (figure: ListedFigure): boolean =>
  figure === "serviceLevel" || figure === "answerRate" || figure === "missedRate";

/** How many contacts stand above the line and only below it. null: nothing stands below it. */
export function partCounts(
  figure: ListedFigure,
  { figures }: ShownFigures,
): { readonly numerator: number; readonly denominator: number | null } {
  switch (figure) {
    case "serviceLevel":
      return { numerator: figures.level.met, denominator: figures.level.decided - figures.level.met };
    case "answerRate":
      return { numerator: figures.answered, denominator: figures.answerRateBase - figures.answered };
    case "missedRate":
      return { numerator: figures.missed, denominator: figures.missedRateBase - figures.missed };
    case "speedOfAnswer":
      return { numerator: figures.answered, denominator: null };
    case "handlingTime":
      return { numerator: figures.handled, denominator: null };
    case "offered":
    case "answered":
    case "abandoned":
    case "overflowed":
    case "refused":
    case "unknown":
    case "missed":
    case "outOfHours":
      return { numerator: figures[figure], denominator: null };
    default:
      return assertNever(figure);
  }
}
