import type { Attempt, MissedWhy, Recovery } from "./recovery-types";

/** How often a caller tried, how long he waited at most, and why he was missed last. */
export type Tries = {
  readonly tries: number;
  readonly lastMissedAtMs: number;
  readonly longestWaitMs: number | null;
  readonly why: MissedWhy;
  readonly reason: Attempt["missed"]["reason"];
};

/** The last miss of a recovery: there is at least one. */
export const lastOf = ({ attempts }: Pick<Recovery, "attempts">): Attempt => attempts[attempts.length - 1] as Attempt;

export function triesOf(recovery: Recovery): Tries {
  const { missed } = lastOf(recovery);
  const waits = recovery.attempts.flatMap((attempt) => attempt.missed.waitMs ?? []);
  return {
    tries: recovery.attempts.length,
    lastMissedAtMs: missed.atMs,
    longestWaitMs: waits.length === 0 ? null : Math.max(...waits),
    why: missed.why,
    reason: missed.reason,
  };
}
