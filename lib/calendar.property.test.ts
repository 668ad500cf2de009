import * as fc from "fast-check";
import { describe, it } from "vitest";
import { createCalendar } from "./calendar";
import type { OpenHours } from "./config";

const DAY_MS = 86_400_000;
const ZONES = [
  "Europe/Berlin",
  "America/Santiago",
  "Africa/Cairo",
  "Asia/Beirut",
  "Australia/Lord_Howe",
  "America/Havana",
  "Asia/Kathmandu",
  "Pacific/Apia",
  "America/St_Johns",
  "UTC",
];
const RUNS = { seed: 2026, numRuns: 150 };

const zone = fc.constantFrom(...ZONES);
const dayStartsAt = fc.constantFrom(0, 30, 150, 240, 1_439);
const instant = fc.integer({ min: Date.parse("2005-01-01T00:00Z"), max: Date.parse("2035-01-01T00:00Z") });
/** Instants of days around clock changes of the zones above. */
const trickyInstant = fc
  .tuple(
    fc.constantFrom("2026-03-08", "2026-03-29", "2026-04-05", "2026-04-24", "2026-09-06", "2026-10-04", "2026-10-25"),
    fc.integer({ min: -DAY_MS, max: 2 * DAY_MS }),
  )
  .map(([day, offsetMs]) => Date.parse(`${day}T00:00Z`) + offsetMs);
const anyInstant = fc.oneof(instant, trickyInstant);

/** Up to three shifts a day, from sorted distinct minutes taken in pairs. */
const shifts = fc
  .uniqueArray(fc.integer({ min: 0, max: 1_440 }), { maxLength: 6 })
  .map((minutes) => minutes.toSorted((a, b) => a - b))
  .map((sorted) =>
    Array.from({ length: Math.floor(sorted.length / 2) }, (_, index) => ({
      fromMinute: sorted[2 * index] ?? 0,
      toMinute: sorted[2 * index + 1] ?? 0,
    })),
  );
const hours: fc.Arbitrary<OpenHours> = fc.record({
  weekly: fc.array(shifts, { minLength: 7, maxLength: 7 }),
  closedDates: fc.subarray(["2026-03-29", "2026-04-24", "2026-09-06", "2026-10-04", "2026-10-25"]),
});

/** What a wall clock shows, `2026-03-29T03:00:00`, by the runtime's own time zone data. */
function wallClock(timeZone: string, atMs: number): string {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  return format.format(atMs).replace(" ", "T");
}
const wallTime = (day: string, minute: number): string =>
  `${day}T${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}:00`;

describe("the calendar, whatever zone and hours", () => {
  it("[TI2] days tile time without gap or overlap", () => {
    fc.assert(
      fc.property(zone, dayStartsAt, anyInstant, (timeZone, startsAt, atMs) => {
        const { businessDay } = createCalendar(timeZone, startsAt);
        const { startMs, endMs } = businessDay(atMs);
        const next = businessDay(endMs);
        const before = businessDay(startMs - 1);
        return startMs <= atMs && atMs < endMs && next.startMs === endMs && before.endMs === startMs;
      }),
      RUNS,
    );
  });

  it("[TI2] a day starts when the wall clock first shows its date and start time", () => {
    fc.assert(
      fc.property(zone, dayStartsAt, anyInstant, (timeZone, startsAt, atMs) => {
        const { day, startMs } = createCalendar(timeZone, startsAt).businessDay(atMs);
        const wanted = wallTime(day, startsAt);
        return wallClock(timeZone, startMs) >= wanted && wallClock(timeZone, startMs - 1_000) < wanted;
      }),
      RUNS,
    );
  });

  it("[SL7] isOpen changes exactly at nextChange, and not before", () => {
    fc.assert(
      fc.property(
        zone,
        hours,
        anyInstant,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (timeZone, plan, atMs, share) => {
          const { isOpen, nextChange } = createCalendar(timeZone, 0);
          const changeMs = nextChange(plan, atMs);
          const endMs = changeMs ?? atMs + 400 * DAY_MS;
          const betweenMs = Math.min(endMs - 1, atMs + Math.floor((endMs - atMs) * share));
          const open = isOpen(plan, atMs);
          return (
            isOpen(plan, betweenMs) === open &&
            isOpen(plan, endMs - 1) === open &&
            (changeMs === null || (changeMs > atMs && isOpen(plan, changeMs) !== open))
          );
        },
      ),
      RUNS,
    );
  });

  it("[SL7] what was asked before makes no difference to an answer", () => {
    fc.assert(
      fc.property(zone, hours, fc.array(anyInstant, { minLength: 1, maxLength: 6 }), (timeZone, plan, instants) => {
        const used = createCalendar(timeZone, 240);
        return instants.every((atMs) => {
          const fresh = createCalendar(timeZone, 240);
          return (
            used.businessDay(atMs).startMs === fresh.businessDay(atMs).startMs &&
            used.isOpen(plan, atMs) === fresh.isOpen(plan, atMs) &&
            used.nextChange(plan, atMs) === fresh.nextChange(plan, atMs)
          );
        });
      }),
      { ...RUNS, numRuns: 50 },
    );
  });

  it("[RE2] between an instant and its due time lies exactly the open time asked for", () => {
    fc.assert(
      fc.property(zone, hours, anyInstant, fc.integer({ min: 1, max: 3 * DAY_MS }), (timeZone, plan, atMs, askedMs) => {
        const calendar = createCalendar(timeZone, 0);
        const dueMs = calendar.addOpenMs(plan, atMs, askedMs);
        if (dueMs === null) return !plan.weekly.every((day) => day.length > 0);
        let openMs = 0;
        for (let fromMs = atMs; fromMs < dueMs;) {
          const toMs = Math.min(dueMs, calendar.nextChange(plan, fromMs) ?? dueMs);
          if (calendar.isOpen(plan, fromMs)) openMs += toMs - fromMs;
          fromMs = toMs;
        }
        return openMs === askedMs && calendar.isOpen(plan, dueMs - 1);
      }),
      { ...RUNS, numRuns: 100 },
    );
  });
});
