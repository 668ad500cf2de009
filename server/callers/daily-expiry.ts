import type { Clock } from "../clock";
import type { CallerVault } from "./caller-vault";
import { dayOf } from "./rules/retention";

/** How often it is looked whether a new day has begun: the machine may have slept, its clock may have been set. */
const LOOK_EVERY_MS = 600_000;

export type DailyExpiryParts = {
  readonly vault: Pick<CallerVault, "expire">;
  readonly clock: Clock;
  /** One line for whoever runs the server. */
  readonly log: (line: string) => void;
  /** Told how many numbers went, where any did. */
  readonly onExpired: (count: number) => void;
  readonly lookEveryMs?: number;
};

/**
 * Deletes numbers that are too old, at once and then once a day (UTC); what fails is tried again.
 * @returns stops it
 */
export function startDailyExpiry({
  vault,
  clock,
  log,
  onExpired,
  lookEveryMs = LOOK_EVERY_MS,
}: DailyExpiryParts): () => void {
  let doneOn: string | null = null;
  const look = (): void => {
    const nowMs = clock.nowMs();
    const today = dayOf(nowMs);
    if (doneOn === today) return;
    try {
      const count = vault.expire(nowMs);
      doneOn = today;
      if (count > 0) onExpired(count);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      log(`Old callers' numbers could not be deleted (${why}); trying again in ${lookEveryMs / 60_000} min.`);
    }
  };
  look();
  const looking = setInterval(look, lookEveryMs);
  looking.unref();
  return () => clearInterval(looking);
}
