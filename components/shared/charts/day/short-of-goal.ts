import { isBeyondChance } from "../../../../lib/metrics/evidence";
import type { DaySlot } from "./day-series";

/** What a service level is held against. */
export type DayGoal = {
  readonly goalRatio: number;
  /** A quarter-hour with fewer decided contacts falls short only where that is beyond chance. */
  readonly minimumContacts: number;
};

/** TH3, for a quarter-hour: below the goal, and that rests on enough to speak of it. */
export function isShortOfGoal({ figures, levelRatio }: DaySlot, { goalRatio, minimumContacts }: DayGoal): boolean {
  if (figures === null || levelRatio === null || levelRatio >= goalRatio) return false;
  const { met, decided } = figures;
  return decided >= minimumContacts || isBeyondChance(decided - met, decided, 1 - goalRatio);
}
