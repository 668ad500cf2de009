/** A later estimate of the server's clock replaces a better one only when the clocks were really set. */
const CLOCK_WAS_SET_MS = 1_000;

/**
 * How far the server's clock is ahead of ours. Every beat underestimates it by its time on the way, so the largest
 * estimate is the best.
 * @param aheadMs what was known; null: nothing
 */
export function betterAheadMs(aheadMs: number | null, serverTimeMs: number, heardAtMs: number): number {
  const estimate = serverTimeMs - heardAtMs;
  if (aheadMs === null || Math.abs(estimate - aheadMs) > CLOCK_WAS_SET_MS) return estimate;
  return Math.max(aheadMs, estimate);
}
