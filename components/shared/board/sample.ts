import type { BoardLook } from "../../../lib/config";
import type { TotalRow } from "../../../lib/metrics/snapshot-types";

/**
 * What a service level rests on, by its own formula. The figures count by the default one; by another, the
 * quarter-hours of the day add up to it (SL4).
 * @returns null: the window's figures do not tell it
 */
export function sampleOf(
  { target, today, window, quarters }: Pick<TotalRow, "target" | "today" | "window" | "quarters">,
  period: BoardLook["period"],
): { readonly met: number; readonly decided: number } | null {
  const figures = period === "window" ? window : today;
  if (target.formula === "offered") return { met: figures.met, decided: figures.decided };
  if (period === "window") return null;
  const all = Object.values(quarters);
  return {
    met: all.reduce((sum, [met]) => sum + met, 0),
    decided: all.reduce((sum, [, decided]) => sum + decided, 0),
  };
}
