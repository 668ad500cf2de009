import { Temporal } from "temporal-polyfill";
import { dayKey, type DayKey } from "./vocabulary";

/** One day of a place: from `startMs` (included) to `endMs` (excluded), named by its ISO date. */
export type LocalDay = { readonly day: DayKey; readonly startMs: number; readonly endMs: number };

const UTC_DAY_MS = 86_400_000;
const REMEMBERED_UTC_DAYS = 4_096;

/**
 * The days of a time zone that start when the wall clock first shows `startsAtMinute` or later. They tile time: no
 * gap, no overlap, whatever the clocks do.
 * @throws RangeError for a zone that does not exist.
 */
export function createLocalDays(timeZone: string, startsAtMinute: number): (atMs: number) => LocalDay {
  const remembered = new Map<number, LocalDay[]>();
  let last = dayContaining(timeZone, startsAtMinute, 0);

  return (atMs) => {
    if (atMs >= last.startMs && atMs < last.endMs) return last;
    const utcDay = Math.floor(atMs / UTC_DAY_MS);
    let near = remembered.get(utcDay);
    let found = near?.find((day) => atMs >= day.startMs && atMs < day.endMs);
    if (found === undefined) {
      found = dayContaining(timeZone, startsAtMinute, atMs);
      if (near === undefined) {
        if (remembered.size >= REMEMBERED_UTC_DAYS) remembered.clear();
        near = [];
        remembered.set(utcDay, near);
      }
      near.push(found);
    }
    last = found;
    return found;
  };
}

function dayContaining(timeZone: string, startsAtMinute: number, atMs: number): LocalDay {
  const instant = Temporal.Instant.fromEpochMilliseconds(Math.floor(atMs));
  let date = instant.toZonedDateTimeISO(timeZone).toPlainDate();
  while (firstInstant(timeZone, date, startsAtMinute) > atMs) date = date.subtract({ days: 1 });
  let next = date.add({ days: 1 });
  while (firstInstant(timeZone, next, startsAtMinute) <= atMs) {
    date = next;
    next = date.add({ days: 1 });
  }
  return {
    day: dayKey(date.toString()),
    startMs: firstInstant(timeZone, date, startsAtMinute),
    endMs: firstInstant(timeZone, next, startsAtMinute),
  };
}

/** The instant at which a date's wall clock first shows `minute` (0 to 1440) or later. */
export function instantOfMinute(timeZone: string, day: DayKey, minute: number): number {
  return firstInstant(timeZone, Temporal.PlainDate.from(day), minute);
}

/** 0 is Monday. */
export function weekdayOf(day: DayKey): number {
  return Temporal.PlainDate.from(day).dayOfWeek - 1;
}

/**
 * When the wall clock first reaches a time of a date. A time that the clocks skip is reached when they jump; one that
 * they show twice, the first time.
 */
function firstInstant(timeZone: string, date: Temporal.PlainDate, minute: number): number {
  const wall = date.toPlainDateTime().add({ minutes: minute });
  const first = wall.toZonedDateTime(timeZone, { disambiguation: "earlier" });
  if (Temporal.PlainDateTime.compare(first.toPlainDateTime(), wall) >= 0) return first.epochMilliseconds;
  const jump = first.getTimeZoneTransition("next");
  if (jump === null) throw new Error(`${timeZone} skips ${wall.toString()} without a transition`);
  return jump.epochMilliseconds;
}
