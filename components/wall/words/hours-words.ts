import type { BoardSnapshot } from "../../../lib/metrics/snapshot-types";
import type { SiteClock } from "../../shared/site-clock";

const WEEK_MS = 7 * 24 * 60 * 60_000;

/** Whether the site is open and until when: `Open until 18:00`. A change more than a week away is not named. */
export function hoursWords(
  { open, nextChangeAtMs }: Pick<BoardSnapshot, "open" | "nextChangeAtMs">,
  nowMs: number,
  clock: SiteClock,
): string {
  const word = open ? "Open" : "Closed";
  if (nextChangeAtMs === null || nextChangeAtMs <= nowMs || nextChangeAtMs - nowMs > WEEK_MS) return word;
  return `${word} until ${clock.toMoment(nextChangeAtMs, nowMs)}`;
}
