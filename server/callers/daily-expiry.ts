import type { Clock } from "../clock";
import { errorText } from "../store/libsql/errors";
import type { CallerVault } from "./caller-vault";
import { dayOf } from "./rules/retention";

/** How often it is looked whether a new day has begun: the machine may have slept, its clock may have been set. */
const LOOK_EVERY_MS = 600_000;

export type DailyExpiryParts = {
  readonly vault: Pick<CallerVault, "expire">;
  readonly clock: Clock;
  /** One line for whoever runs the server. */
  readonly log: (line: string) => void;
  /** Writes to the audit trail how many numbers went; where it throws, it is asked again. */
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
  /** Deleted, and nobody was told yet. */
  let untold = 0;
  let stopped = false;

  const failed = (what: string): void =>
    log(stopped ? `${what}.` : `${what}; trying again in ${lookEveryMs / 60_000} min.`);

  const expire = (): void => {
    const nowMs = clock.nowMs();
    const today = dayOf(nowMs);
    if (doneOn === today) return;
    try {
      const { count, stillOnDisk } = vault.expire(nowMs);
      untold += count;
      if (stillOnDisk === null) doneOn = today;
      else failed(stillOnDisk);
    } catch (error) {
      failed(`Old callers' numbers could not be deleted (${errorText(error)})`);
    }
  };

  const tell = (): void => {
    if (untold === 0) return;
    try {
      onExpired(untold);
      untold = 0;
    } catch (error) {
      const numbers = untold === 1 ? "1 old number was" : `${untold} old numbers were`;
      failed(`That ${numbers} deleted cannot be written to the audit trail (${errorText(error)})`);
    }
  };

  const look = (): void => {
    expire();
    tell();
  };
  look();
  const looking = setInterval(look, lookEveryMs);
  looking.unref();
  return () => {
    clearInterval(looking);
    stopped = true;
    tell();
  };
}
