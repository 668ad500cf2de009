import type { Target } from "../config";
import type { OverflowReason, RefusalReason } from "../events";
import { type AgentId, assertNever } from "../vocabulary";
import type { CountKey } from "./counts";
import { type Visit, waitMsOf } from "./visit";

/** What one visit adds to the cell of the minute in which it arrived (TI1). */
export type Contribution = {
  readonly terms: readonly (readonly [CountKey, number])[];
  /** For median and percentile; null unless answered. */
  readonly answeredWaitMs: number | null;
  /** For the person's day; null unless answered. */
  readonly answeredBy: AgentId | null;
  /** For the longest wait of the day, whatever the outcome; null while waiting. */
  readonly waitMs: number | null;
};

const OVERFLOW_KEY: Readonly<Record<OverflowReason, CountKey>> = {
  timeout: "overflowedTimeout",
  key: "overflowedKey",
  empty: "overflowedEmpty",
  withdrawn: "overflowedWithdrawn",
  transferred: "overflowedTransferred",
};
const REFUSAL_KEY: Readonly<Record<RefusalReason, CountKey>> = {
  full: "refusedFull",
  empty: "refusedEmpty",
  closed: "refusedClosed",
};

/**
 * CO2–CO4, SL1, SL3, HT1 in one place: a visit as it stands, as terms to add.
 * @returns null while its arrival is not known
 */
export function contributionOf(visit: Visit, target: Target): Contribution | null {
  const { outcome } = visit;
  if (visit.arrivedAtMs === null) return null;
  const terms: [CountKey, number][] = outcome?.kind === "refused" ? [] : [["offered", 1]];
  const waitMs = waitMsOf(visit);
  if (outcome === null || waitMs === null) {
    terms.push(["waiting", 1]);
    if (visit.overdue) terms.push(["overdue", 1]);
  } else {
    addOutcome(terms, visit, outcome, waitMs, target);
  }
  if (visit.missed && outcome !== null) addMissed(terms, outcome);
  if (visit.unansweredRings.length > 0) terms.push(["ringNoAnswer", visit.unansweredRings.length]);
  const answeredBy = outcome?.kind === "answered" ? outcome.agentId : null;
  const waited = outcome !== null && outcome.kind !== "refused" && outcome.kind !== "unknown";
  return {
    terms,
    answeredWaitMs: answeredBy === null ? null : waitMs,
    answeredBy,
    waitMs: waited ? waitMs : null,
  };
}

function addOutcome(
  terms: [CountKey, number][],
  visit: Visit,
  outcome: NonNullable<Visit["outcome"]>,
  waitMs: number,
  target: Target,
): void {
  switch (outcome.kind) {
    case "answered":
      terms.push(["answered", 1], ["answeredWaitSumMs", waitMs]);
      if (waitMs <= target.thresholdMs) terms.push(["met", 1]);
      addCompletion(terms, visit);
      return;
    case "abandoned":
      terms.push(["abandoned", 1], ["abandonWaitSumMs", waitMs]);
      if (waitMs <= target.shortAbandonMs) terms.push(["shortAbandoned", 1]);
      if (waitMs <= target.thresholdMs) terms.push(["abandonedWithinThreshold", 1]);
      return;
    case "overflowed":
      terms.push([OVERFLOW_KEY[outcome.reason], 1]);
      return;
    case "refused":
      terms.push([REFUSAL_KEY[outcome.reason], 1]);
      return;
    case "unknown":
      terms.push(["unknown", 1]);
      // SL3: what had failed when it was last known stays failed.
      if (waitMs > target.thresholdMs) terms.push(["overdue", 1]);
      return;
    default:
      assertNever(outcome);
  }
}

/** CO5: only these three outcomes lose a caller. */
function addMissed(terms: [CountKey, number][], { kind }: NonNullable<Visit["outcome"]>): void {
  switch (kind) {
    case "abandoned":
      terms.push(["missed", 1], ["missedAbandoned", 1]);
      return;
    case "overflowed":
      terms.push(["missed", 1], ["missedOverflowed", 1]);
      return;
    case "refused":
      terms.push(["missed", 1], ["missedRefused", 1]);
      return;
    case "answered":
    case "unknown":
      return;
    default:
      assertNever(kind);
  }
}

/** AH1: only what has finished, and whose talk is known, is handled. */
function addCompletion(terms: [CountKey, number][], visit: Visit): void {
  if (visit.completion === null || visit.completion.talkMs === null) return;
  terms.push(["handled", 1], ["talkSumMs", visit.completion.talkMs]);
  if (visit.completion.wrapUpMs === null) return;
  terms.push(["wrapUpKnown", 1], ["wrapUpSumMs", visit.completion.wrapUpMs]);
}
