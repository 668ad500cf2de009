import type { SiteClock } from "../time/site-clock";
import { QUARTER_MS } from "./day/day-series";

const HOUR_MS = 60 * 60_000;
const STEPS_HOURS: readonly number[] = [1, 2, 3, 4, 6];

/**
 * The full hours of the site's clock within an axis, thinned out so that their labels have room. Found instant by
 * instant, so that days of 23 and 25 hours and zones half an hour off come out right.
 * @param roomFor how many labels there is room for
 */
export function hourTicks(
  fromMs: number,
  toMs: number,
  roomFor: number,
  clock: Pick<SiteClock, "hourOf" | "minuteOf">,
): readonly number[] {
  const hours = (toMs - fromMs) / HOUR_MS;
  const step = STEPS_HOURS.find((each) => hours / each <= roomFor) ?? 12;
  const ticks: number[] = [];
  for (let atMs = Math.ceil(fromMs / QUARTER_MS) * QUARTER_MS; atMs <= toMs; atMs += QUARTER_MS) {
    if (clock.minuteOf(atMs) === 0 && clock.hourOf(atMs) % step === 0) ticks.push(atMs);
  }
  return ticks;
}
