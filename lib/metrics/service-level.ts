import type { ServiceLevelFormula } from "../config";
import { assertNever } from "../vocabulary";
import { type Counts, overflowedOf } from "./counts";

/** Numerator and denominator of a service level, kept apart so that totals add them (SL4). */
export type ServiceLevel = { readonly met: number; readonly decided: number };

/** SL1: visits that can no longer be met, or were. */
export const decidedOf = (counts: Readonly<Counts>): number =>
  counts.answered + counts.abandoned - counts.shortAbandoned + overflowedOf(counts) + counts.overdue;

/**
 * SL6: the four formulas of the field by name.
 * @param counts of one queue, whose threshold they were counted with
 */
export function serviceLevelOf(counts: Readonly<Counts>, formula: ServiceLevelFormula): ServiceLevel {
  const { answered, met, abandoned, abandonedWithinThreshold } = counts;
  switch (formula) {
    case "offered":
      return { met, decided: decidedOf(counts) };
    case "answered-only":
      return { met, decided: answered };
    case "abandons-after-threshold":
      return { met, decided: answered + abandoned - abandonedWithinThreshold };
    case "credit-abandons-within-threshold":
      return { met: met + abandonedWithinThreshold, decided: answered + abandoned };
    default:
      return assertNever(formula);
  }
}

/** SL4 */
export const addServiceLevels = (a: ServiceLevel, b: ServiceLevel): ServiceLevel => ({
  met: a.met + b.met,
  decided: a.decided + b.decided,
});

/** SL2: null when nothing is decided; never 0 %, never 100 %. */
export const ratioOf = (numerator: number, denominator: number): number | null =>
  denominator === 0 ? null : numerator / denominator;

/** SL5: in whole numbers, so that 89.99 % never meets 90 %. */
export const goalMet = ({ met, decided }: ServiceLevel, goalPerMille: number): boolean | null =>
  decided === 0 ? null : met * 1000 >= goalPerMille * decided;
