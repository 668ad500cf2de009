import type { Formats } from "../../../lib/words/formats";

/** The site's wall clock as numbers and text, whatever zone this device believes in. */
export type SiteClock = {
  readonly hourOf: (atMs: number) => number;
  readonly minuteOf: (atMs: number) => number;
  /** `10:42` */
  readonly toMinute: (atMs: number) => string;
  /** `10:42:17` */
  readonly toSecond: (atMs: number) => string;
  /** `18:00`, or `Mon 23 Nov 08:00` on another date. */
  readonly toMoment: (atMs: number, nowMs: number) => string;
};

const MINUTE_MS = 60_000;
/** A day's minutes and some more. */
const REMEMBERED_AT_MOST = 2_000;

export function siteClock(timeZone: string, formats: Formats): SiteClock {
  // The same minutes are asked for at every change of a board, and a browser takes its time to say them.
  const remembered = new Map<number, string>();
  const toMinute = (atMs: number): string => {
    const minute = Math.floor(atMs / MINUTE_MS);
    const known = remembered.get(minute);
    if (known !== undefined) return known;
    if (remembered.size >= REMEMBERED_AT_MOST) remembered.clear();
    const said = formats.time(atMs, timeZone);
    remembered.set(minute, said);
    return said;
  };
  // A zone that this browser does not know has no numbers.
  const part = (atMs: number, from: number): number => Number(toMinute(atMs).slice(from, from + 2)) || 0;
  return {
    hourOf: (atMs) => part(atMs, 0),
    minuteOf: (atMs) => part(atMs, 3),
    toMinute,
    toSecond: (atMs) => formats.clock(atMs, timeZone),
    toMoment: (atMs, nowMs) => formats.moment(atMs, nowMs, timeZone),
  };
}
