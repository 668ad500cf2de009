/** The sums and counts every figure is divided from, last (SL4). Times in milliseconds. */
export const COUNT_KEYS = [
  "offered",
  "waiting",
  /** Failed by waiting longer than the threshold, and no outcome told (SL3). */
  "overdue",
  "answered",
  "met",
  "abandoned",
  "shortAbandoned",
  "abandonedWithinThreshold",
  "overflowedTimeout",
  "overflowedKey",
  "overflowedEmpty",
  "overflowedWithdrawn",
  "overflowedTransferred",
  "refusedFull",
  "refusedEmpty",
  "refusedClosed",
  "unknown",
  "missed",
  "ringNoAnswer",
  "answeredWaitSumMs",
  "abandonWaitSumMs",
  "handled",
  "talkSumMs",
  "wrapUpSumMs",
  "wrapUpKnown",
  /** CO5: `missed` by how it was lost; the three add up to it. */
  "missedAbandoned",
  "missedOverflowed",
  "missedRefused",
] as const;

export type CountKey = (typeof COUNT_KEYS)[number];
export type Counts = Record<CountKey, number>;

const ZERO = Object.fromEntries(COUNT_KEYS.map((key) => [key, 0])) as Counts;

export const emptyCounts = (): Counts => ({ ...ZERO });

/**
 * Adds `from` to `into`, field by field. Written out, since every board adds up thousands of cells: over the list of
 * keys the same takes thirty times as long.
 */
export function addCounts(into: Counts, from: Readonly<Counts>): void {
  into.offered += from.offered;
  into.waiting += from.waiting;
  into.overdue += from.overdue;
  into.answered += from.answered;
  into.met += from.met;
  into.abandoned += from.abandoned;
  into.shortAbandoned += from.shortAbandoned;
  into.abandonedWithinThreshold += from.abandonedWithinThreshold;
  into.overflowedTimeout += from.overflowedTimeout;
  into.overflowedKey += from.overflowedKey;
  into.overflowedEmpty += from.overflowedEmpty;
  into.overflowedWithdrawn += from.overflowedWithdrawn;
  into.overflowedTransferred += from.overflowedTransferred;
  into.refusedFull += from.refusedFull;
  into.refusedEmpty += from.refusedEmpty;
  into.refusedClosed += from.refusedClosed;
  into.unknown += from.unknown;
  into.missed += from.missed;
  into.ringNoAnswer += from.ringNoAnswer;
  into.answeredWaitSumMs += from.answeredWaitSumMs;
  into.abandonWaitSumMs += from.abandonWaitSumMs;
  into.handled += from.handled;
  into.talkSumMs += from.talkSumMs;
  into.wrapUpSumMs += from.wrapUpSumMs;
  into.wrapUpKnown += from.wrapUpKnown;
  into.missedAbandoned += from.missedAbandoned;
  into.missedOverflowed += from.missedOverflowed;
  into.missedRefused += from.missedRefused;
}

/** Visits that routing took out unanswered, whatever the reason. */
export const overflowedOf = (counts: Readonly<Counts>): number =>
  counts.overflowedTimeout +
  counts.overflowedKey +
  counts.overflowedEmpty +
  counts.overflowedWithdrawn +
  counts.overflowedTransferred;

/** Visits that never got in, whatever the reason. */
export const refusedOf = (counts: Readonly<Counts>): number =>
  counts.refusedFull + counts.refusedEmpty + counts.refusedClosed;
