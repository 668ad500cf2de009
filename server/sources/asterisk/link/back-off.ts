/** How long to wait between attempts; all in milliseconds. */
export type BackOffLimits = {
  readonly firstMs: number;
  readonly longestMs: number;
  /** After a refused login at least this: Asterisk sleeps a second over each, and guards count them. */
  readonly refusedFirstMs: number;
  readonly refusedLongestMs: number;
};

export const DEFAULT_BACK_OFF: BackOffLimits = {
  firstMs: 250,
  // One connection to one machine nearby: being back soon is worth more than sparing it attempts.
  longestMs: 1_500,
  refusedFirstMs: 5_000,
  refusedLongestMs: 60_000,
};

const GROWTH = 1.5;
/** Each wait is spread by ± this share, so that several boards do not come back in one instant. */
const JITTER = 0.2;

/**
 * The wait before the next attempt.
 * @param failures attempts that failed in a row, at least 1
 * @param random01 0 ≤ x < 1
 */
export function backOffMs(limits: BackOffLimits, failures: number, refused: boolean, random01: number): number {
  const first = refused ? limits.refusedFirstMs : limits.firstMs;
  const longest = refused ? limits.refusedLongestMs : limits.longestMs;
  const plain = Math.min(longest, first * GROWTH ** (failures - 1));
  // A refused login waits at least the first limit: it is spread upwards only.
  const spread = refused ? random01 * JITTER : (random01 * 2 - 1) * JITTER;
  return Math.round(Math.min(longest, plain * (1 + spread)));
}
