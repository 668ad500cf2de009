import { dayKey } from "../../../lib/vocabulary";
import type { Formats } from "../../../lib/words/formats";
import { placeTime } from "../../../lib/words/place-clock";

/** Where the reader is, as the browser says; `UTC` where it does not know. */
export const readerZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";

/** `Sun 22 Nov 2026`, in the reader's zone. */
export function dayText(atMs: number, zone: string, formats: Formats): string {
  const place = placeTime(atMs, zone);
  return place === null ? formats.time(null, zone) : formats.day(dayKey(`${place.year}-${place.month}-${place.day}`));
}

/** When it was, no longer than needed: `18:00`, `Mon 23 Nov 18:00`, and the date alone where it was another year. */
export function whenText(atMs: number, nowMs: number, zone: string, formats: Formats): string {
  const sameYear = placeTime(atMs, zone)?.year === placeTime(nowMs, zone)?.year;
  return sameYear ? formats.moment(atMs, nowMs, zone) : dayText(atMs, zone, formats);
}
