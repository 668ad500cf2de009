import type { TotalRow } from "../../../lib/metrics/snapshot-types";

/**
 * What a service level rests on, by its own formula. The figures count by the default one; by another, the
 * quarter-hours of the day add up to it (SL4).
 */
export function sampleOf({ target, today, quarters }: Pick<TotalRow, "target" | "today" | "quarters">): {
  readonly met: number;
  readonly decided: number;
} {
  if (target.formula === "offered") return { met: today.met, decided: today.decided };
  const all = Object.values(quarters);
  return {
    met: all.reduce((sum, [met]) => sum + met, 0),
    decided: all.reduce((sum, [, decided]) => sum + decided, 0),
  };
}
