import { assertNever } from "../vocabulary";
import type { Figures, TargetView } from "./snapshot-types";

/** What a figure asks of people. `none`: nothing to judge, or too little. */
export type Judgement = "none" | "ok" | "watch" | "act";

/** Below so many decided visits one unlucky call would paint the wall red. */
export const MIN_DECIDED_TO_JUDGE = 10;
/** So many thousandths below the goal, watching is not enough. */
const ACT_BELOW_GOAL_PER_MILLE = 100;

/**
 * A service level against its goal: `watch` below it, `act` more than 10 points below it.
 * @returns `none` with fewer than {@link MIN_DECIDED_TO_JUDGE} decided visits
 */
export function judgeServiceLevel(
  figures: Pick<Figures, "serviceLevelRatio" | "decided" | "goalMet">,
  target: Pick<TargetView, "goalRatio">,
): Judgement {
  const { serviceLevelRatio, decided, goalMet } = figures;
  if (serviceLevelRatio === null || goalMet === null || decided < MIN_DECIDED_TO_JUDGE) return "none";
  if (goalMet) return "ok";
  const actBelowPerMille = Math.round(target.goalRatio * 1000) - ACT_BELOW_GOAL_PER_MILLE;
  // Rounded to billionths: 80.0 % stored as a binary fraction is not below 80 %.
  return Math.round(serviceLevelRatio * 1e9) < actBelowPerMille * 1e6 ? "act" : "watch";
}

/**
 * The longest wait against the threshold T: `watch` from half of it, `act` from T on.
 * @param waitMs null: nobody waits
 * @param thresholdMs T of the queue
 */
export function judgeLongestWait(waitMs: number | null, thresholdMs: number): Judgement {
  if (waitMs === null) return "none";
  if (waitMs >= thresholdMs) return "act";
  return waitMs * 2 >= thresholdMs ? "watch" : "ok";
}

/** The one that asks for most. */
export function worstJudgement(...judgements: readonly Judgement[]): Judgement {
  return judgements.reduce((worst, each) => (urgencyOf(each) > urgencyOf(worst) ? each : worst), "none");
}

/** Higher asks for more; for sorting. */
export function urgencyOf(judgement: Judgement): number {
  switch (judgement) {
    case "none":
      return 0;
    case "ok":
      return 1;
    case "watch":
      return 2;
    case "act":
      return 3;
    default:
      return assertNever(judgement);
  }
}

export const isAlarmed = (judgement: Judgement): boolean => judgement === "watch" || judgement === "act";
