import type { BoardSnapshot } from "../../../lib/metrics/snapshot-types";
import type { Words } from "../../../lib/words/words";
import type { SiteClock } from "../time/site-clock";

const WEEK_MS = 7 * 24 * 60 * 60_000;

/** Whether the site is open and until when: `Open until 18:00`. A change more than a week away is not named. */
export const hoursWords = (...given: Parameters<typeof hoursWordings>): string => hoursWordings(...given)[0];

/** The same in wordings, the longest first. */
export function hoursWordings(
  { open, nextChangeAtMs }: Pick<BoardSnapshot, "open" | "nextChangeAtMs">,
  nowMs: number,
  clock: SiteClock,
  { shared }: Words,
): readonly [string, ...string[]] {
  const word = open ? shared.open : shared.closed;
  if (nextChangeAtMs === null || nextChangeAtMs <= nowMs || nextChangeAtMs - nowMs > WEEK_MS) return [word];
  const moment = clock.toMoment(nextChangeAtMs, nowMs);
  return [open ? shared.openUntil(moment) : shared.closedUntil(moment), word];
}
