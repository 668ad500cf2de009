const SHORTEST_MS = 1_000;
const LONGEST_MS = 5 * 60_000;
/** Whoever asks for more is asked anyway. */
const LONGEST_ASKED_FOR_MS = 60 * 60_000;
/** After so long nobody is told any more. */
export const GIVEN_UP_AFTER_MS = 24 * 60 * 60_000;

/**
 * NO15: how long to wait before the next try.
 * @param attempts tries in vain before this one; @param afterMs what the other side asked for; null: nothing
 * @param random 0 to 1
 */
export function retryAfter(attempts: number, afterMs: number | null, random: number): number {
  if (afterMs !== null) return Math.min(Math.max(afterMs, SHORTEST_MS), LONGEST_ASKED_FOR_MS);
  const longest = Math.min(2 * SHORTEST_MS * 2 ** attempts, LONGEST_MS);
  return Math.round((longest / 2) * (1 + random));
}
