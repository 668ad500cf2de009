import type { Contribution } from "./contribution";
import { addCounts, type Counts, emptyCounts } from "./counts";
import { addToHistogram, emptyHistogram, type Histogram, mergeHistogram } from "./histogram";

/** The sums over a set of visits: a minute's, a day's, a window's. Two of them merge by addition. */
export type Ledger = {
  readonly inHours: Counts;
  /** Visits that arrived outside open hours, counted apart (SL7). */
  readonly outOfHours: Counts;
  readonly answeredWaits: Histogram;
  /** The longest wait that ended in it, in ms; null: none yet. */
  longestWaitMs: number | null;
  /** The longest of those visits that have left memory. */
  settledLongestMs: number | null;
};

export const emptyLedger = (): Ledger => ({
  inHours: emptyCounts(),
  outOfHours: emptyCounts(),
  answeredWaits: emptyHistogram(),
  longestWaitMs: null,
  settledLongestMs: null,
});

export function mergeLedger(into: Ledger, from: Ledger): void {
  addCounts(into.inHours, from.inHours);
  addCounts(into.outOfHours, from.outOfHours);
  mergeHistogram(into.answeredWaits, from.answeredWaits);
  raiseLongest(into, from.longestWaitMs);
}

/**
 * Adds a visit's contribution, or takes it out again; the longest wait is only ever raised here.
 * @param sign 1 to add, −1 to take out
 */
export function applyToLedger(ledger: Ledger, contribution: Contribution, inHours: boolean, sign: 1 | -1): void {
  const counts = inHours ? ledger.inHours : ledger.outOfHours;
  for (const [key, value] of contribution.terms) counts[key] += sign * value;
  if (!inHours) return;
  if (contribution.answeredWaitMs !== null) addToHistogram(ledger.answeredWaits, contribution.answeredWaitMs, sign);
  if (sign === 1) raiseLongest(ledger, contribution.waitMs);
}

/** Takes a wait into the longest; null: nothing ended. */
export function raiseLongest(ledger: Ledger, waitMs: number | null): void {
  if (waitMs !== null && (ledger.longestWaitMs === null || waitMs > ledger.longestWaitMs)) {
    ledger.longestWaitMs = waitMs;
  }
}
