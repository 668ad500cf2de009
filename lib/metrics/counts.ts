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
] as const;

export type CountKey = (typeof COUNT_KEYS)[number];
export type Counts = Record<CountKey, number>;

const ZERO = Object.fromEntries(COUNT_KEYS.map((key) => [key, 0])) as Counts;

export const emptyCounts = (): Counts => ({ ...ZERO });

/** Adds `from` to `into`, field by field. */
export function addCounts(into: Counts, from: Readonly<Counts>): void {
  for (const key of COUNT_KEYS) into[key] += from[key];
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
