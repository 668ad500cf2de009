import type { WindowMinutes } from "../../../lib/config";
import type { Desk } from "../../../lib/desk/desk-types";
import type { Figures, TargetView, TotalRow } from "../../../lib/metrics/snapshot-types";

/** The figures on the page. */
export type ShownFigures = {
  readonly figures: Figures;
  readonly target: TargetView;
  /** Of the desk they are from; null: from the board, until the desk is there. */
  readonly revision: number | null;
};

/**
 * The desk's figures; until it has answered, the board's own, where it has them for the time chosen.
 * @param row of the board; null: it has none
 */
export function shownFigures(
  desk: Desk | null,
  row: TotalRow | null,
  minutes: WindowMinutes | null,
): ShownFigures | null {
  if (desk !== null) return { figures: desk.figures, target: desk.target, revision: desk.revision.number };
  if (row === null) return null;
  const { target, today, window } = row;
  if (minutes !== null && window.minutes !== minutes) return null;
  return { figures: minutes === null ? today : window, target, revision: null };
}
