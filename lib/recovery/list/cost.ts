import type { CloseResult } from "../../events";
import type { CostEstimate, CostInputs, Range } from "../cost-types";
import { isOverdue, isWonBack } from "../figures";
import type { Recovery } from "../recovery-types";

/**
 * RE7: missed and not recovered × conversion × order value, plus missed and not recovered × churn × lifetime value.
 * Whoever may still be called in time is not lost yet.
 * @param recoveries those of today
 */
export function costOf(inputs: CostInputs, recoveries: Iterable<Recovery>, nowMs: number): CostEstimate {
  let lostCallers = 0;
  for (const recovery of recoveries) if (isLost(recovery, nowMs)) lostCallers += 1;
  const orders = times(inputs.conversionRatio, lostCallers);
  const customers = times(inputs.churnRatio, lostCallers);
  const { orderValue, lifetimeValue } = inputs;
  const worth = (bound: keyof Range): number => toCents(orders[bound] * orderValue + customers[bound] * lifetimeValue);
  const total = { low: worth("low"), high: worth("high") };
  return { inputs, lostCallers, orders, customers, total };
}

/** Closed so, there was no order and no customer to lose. */
const WANTED_NOTHING: ReadonlySet<CloseResult> = new Set(["wrong-number", "not-needed"]);

function isLost(recovery: Recovery, nowMs: number): boolean {
  const { end } = recovery;
  if (isWonBack(recovery) || (end?.kind === "closed" && WANTED_NOTHING.has(end.result))) return false;
  return end !== null || !recovery.contactable || isOverdue(recovery, nowMs);
}

const toCents = (amount: number): number => Math.round(amount * 100) / 100;
const times = ({ low, high }: Range, count: number): Range => ({ low: low * count, high: high * count });
