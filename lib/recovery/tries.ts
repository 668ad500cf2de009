import type { Attempt, Missed, Recovery } from "./recovery-types";

/**
 * How often a caller tried and was missed, how long he waited at most, and why he was missed last. Instants epoch ms,
 * durations ms.
 */
export type Tries = Pick<Missed, "why" | "reason"> & {
  readonly tries: number;
  readonly lastMissedAtMs: number;
  /** null: no wait is known. */
  readonly longestWaitMs: number | null;
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
