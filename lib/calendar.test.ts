import { describe, expect, it } from "vitest";
import { createCalendar } from "./calendar";
import type { OpenHours, Shift } from "./config";

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const at = (iso: string): number => Date.parse(iso);
const clock = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
const shift = (text: string): Shift => ({ fromMinute: clock(text.slice(0, 5)), toMinute: clock(text.slice(6)) });
const everyDay = (...shifts: string[]): OpenHours => ({
  weekly: Array.from({ length: 7 }, () => shifts.map(shift)),
  closedDates: [],
});
/** Mon–Fri 08:00–12:30 and 13:00–18:00, Sat 09:00–13:00, closed on 25 and 26 December. */
const OFFICE: OpenHours = {
  weekly: [
    ...Array.from({ length: 5 }, () => [shift("08:00-12:30"), shift("13:00-18:00")]),
    [shift("09:00-13:00")],
    [],
  ],
  closedDates: ["2026-12-25", "2026-12-26"],
};

describe("hours of several queues, open while any of them is", () => {
  const berlin = createCalendar("Europe/Berlin", 0);
  const night = everyDay("00:00-06:00", "22:00-24:00");
  const noon = at("2026-11-23T12:00:00+01:00");

  it("[BO3] the office closes before the night opens: each edge is a change", () => {
    const day = everyDay("08:00-18:00");
    const changes = ["18:00", "22:00"].map((time) => at(`2026-11-23T${time}:00+01:00`));
    expect(berlin.nextChangeOfAny([day, night], noon)).toBe(changes[0]);
    expect(berlin.nextChangeOfAny([day, night], at("2026-11-23T18:00:00+01:00"))).toBe(changes[1]);
    expect(berlin.nextChangeOfAny([day, day], noon)).toBe(berlin.nextChange(day, noon));
  });

  it("[BO3] where one opens as another closes nothing changes", () => {
    const day = everyDay("08:00-22:00");
    expect(berlin.nextChangeOfAny([day, night], noon)).toBe(at("2026-11-24T06:00:00+01:00"));
    expect(berlin.nextChangeOfAny([everyDay("06:00-22:00"), night], noon)).toBeNull();
    expect(berlin.nextChangeOfAny([day, null], noon)).toBeNull();
  });
});

describe("a day that is not 24 hours long, or does not start at midnight", () => {
  const cases = [
    { zone: "Europe/Berlin", day: "2026-03-29", start: "2026-03-29T00:00:00+01:00", hours: 23 },
    { zone: "Europe/Berlin", day: "2026-10-25", start: "2026-10-25T00:00:00+02:00", hours: 25 },
    { zone: "America/Santiago", day: "2026-09-06", start: "2026-09-06T01:00:00-03:00", hours: 23 },
    { zone: "Africa/Cairo", day: "2026-04-24", start: "2026-04-24T01:00:00+03:00", hours: 23 },
    { zone: "Asia/Beirut", day: "2026-03-29", start: "2026-03-29T01:00:00+03:00", hours: 23 },
    { zone: "Australia/Lord_Howe", day: "2026-10-04", start: "2026-10-04T00:00:00+10:30", hours: 23.5 },
    { zone: "America/Santiago", day: "2026-04-04", start: "2026-04-04T00:00:00-03:00", hours: 25 },
    { zone: "Europe/Berlin", day: "2026-11-22", start: "2026-11-22T00:00:00+01:00", hours: 24 },
  ];

  for (const { zone, day, start, hours } of cases) {
    it(`[TI2] ${day} in ${zone} starts at ${start.slice(11)} and has ${hours} h`, () => {
      const { businessDay } = createCalendar(zone, 0);
      const startMs = at(start);
      const endMs = startMs + hours * HOUR_MS;
      expect(businessDay(startMs)).toEqual({ day, startMs, endMs });

      // The second before, the second itself and the second after, at both ends.
      expect(businessDay(startMs - 1_000).day).not.toBe(day);
      expect(businessDay(startMs - 1_000).endMs).toBe(startMs);
      expect(businessDay(startMs + 1_000).day).toBe(day);
      expect(businessDay(endMs - 1_000).day).toBe(day);
      expect(businessDay(endMs).startMs).toBe(endMs);
      expect(businessDay(endMs + 1_000).day).not.toBe(day);
    });
  }
});

describe("a business day that starts later than midnight", () => {
  it("[TI2] with dayStartsAt 04:00 the night belongs to the evening before", () => {
    const { businessDay } = createCalendar("Europe/Berlin", clock("04:00"));
    const startMs = at("2026-11-22T04:00:00+01:00");
    expect(businessDay(startMs - 1_000).day).toBe("2026-11-21");
    expect(businessDay(startMs)).toEqual({ day: "2026-11-22", startMs, endMs: startMs + 24 * HOUR_MS });
    expect(businessDay(startMs + 1_000).day).toBe("2026-11-22");
  });

  it("[TI2] with dayStartsAt 04:00 the day before the clocks change has 23 or 25 h", () => {
    const { businessDay } = createCalendar("Europe/Berlin", clock("04:00"));
    const spring = businessDay(at("2026-03-28T12:00:00+01:00"));
    expect((spring.endMs - spring.startMs) / HOUR_MS).toBe(23);
    const autumn = businessDay(at("2026-10-24T12:00:00+02:00"));
    expect((autumn.endMs - autumn.startMs) / HOUR_MS).toBe(25);
  });

  it("[TI2] a start time that the clocks skip is the instant at which they jump", () => {
    const { businessDay } = createCalendar("Europe/Berlin", clock("02:30"));
    const startMs = at("2026-03-29T03:00:00+02:00");
    expect(businessDay(startMs - 1_000).day).toBe("2026-03-28");
    expect(businessDay(startMs)).toMatchObject({ day: "2026-03-29", startMs });
  });

  it("[TI2] a start time that the clocks show twice is the first of the two", () => {
    const { businessDay } = createCalendar("Europe/Berlin", clock("02:30"));
    const startMs = at("2026-10-25T02:30:00+02:00");
    expect(businessDay(startMs - 1_000).day).toBe("2026-10-24");
    expect(businessDay(startMs).day).toBe("2026-10-25");
    expect(businessDay(startMs + HOUR_MS).day).toBe("2026-10-25");
  });

  it("[TI2] a date that a zone skipped altogether holds no instant", () => {
    const { businessDay } = createCalendar("Pacific/Apia", 0);
    const jumpMs = at("2011-12-31T00:00:00+14:00");
    expect(businessDay(jumpMs - 1_000).day).toBe("2011-12-29");
    expect(businessDay(jumpMs)).toMatchObject({ day: "2011-12-31", startMs: jumpMs });
  });

  it("[TI2] a silent night rolls over too: the day ends by its own clock, without an event", () => {
    const { businessDay } = createCalendar("America/Santiago", 0);
    const evening = businessDay(at("2026-09-05T20:00:00-04:00"));
    expect(evening.day).toBe("2026-09-05");
    const { day, startMs } = businessDay(evening.endMs);
    expect({ day, startMs }).toEqual({ day: "2026-09-06", startMs: evening.endMs });
  });
});

describe("open hours", () => {
  const berlin = createCalendar("Europe/Berlin", 0);

  it("[SL7] no hours configured: always open, never a change", () => {
    expect(berlin.isOpen(null, at("2026-12-25T03:00:00+01:00"))).toBe(true);
    expect(berlin.nextChange(null, at("2026-12-25T03:00:00+01:00"))).toBeNull();
  });

  it("[SL7] a split shift opens and closes on the second", () => {
    const timeline = [
      ["07:59:59", false, "08:00:00"],
      ["08:00:00", true, "12:30:00"],
      ["08:00:01", true, "12:30:00"],
      ["12:29:59", true, "12:30:00"],
      ["12:30:00", false, "13:00:00"],
      ["12:59:59", false, "13:00:00"],
      ["13:00:00", true, "18:00:00"],
      ["17:59:59", true, "18:00:00"],
    ] as const;
    for (const [time, open, change] of timeline) {
      const atMs = at(`2026-11-24T${time}+01:00`);
      expect([time, berlin.isOpen(OFFICE, atMs)]).toEqual([time, open]);
      expect(berlin.nextChange(OFFICE, atMs)).toBe(at(`2026-11-24T${change}+01:00`));
    }
  });

  it("[SL7] the weekend is skipped", () => {
    const saturdayNoon = at("2026-11-21T12:59:59+01:00");
    expect(berlin.isOpen(OFFICE, saturdayNoon)).toBe(true);
    expect(berlin.isOpen(OFFICE, saturdayNoon + 1_000)).toBe(false);
    expect(berlin.nextChange(OFFICE, saturdayNoon + 1_000)).toBe(at("2026-11-23T08:00:00+01:00"));
  });

  it("[SL7] holidays are closed all day", () => {
    const eveEnd = at("2026-12-24T18:00:00+01:00");
    expect(berlin.isOpen(OFFICE, eveEnd - 1_000)).toBe(true);
    expect(berlin.isOpen(OFFICE, at("2026-12-25T10:00:00+01:00"))).toBe(false);
    expect(berlin.nextChange(OFFICE, eveEnd)).toBe(at("2026-12-28T08:00:00+01:00"));
  });

  it("[SL7] a night shift runs through midnight without a change there", () => {
    const night = everyDay("00:00-06:00", "22:00-24:00");
    expect(berlin.isOpen(night, at("2026-11-22T23:59:59+01:00"))).toBe(true);
    expect(berlin.isOpen(night, at("2026-11-23T00:00:00+01:00"))).toBe(true);
    expect(berlin.nextChange(night, at("2026-11-22T22:00:00+01:00"))).toBe(at("2026-11-23T06:00:00+01:00"));
  });

  it("[SL7] a night shift across the clock change has 7 h in spring and 9 h in autumn", () => {
    const night = everyDay("00:00-06:00", "22:00-24:00");
    const spring = at("2026-03-28T22:00:00+01:00");
    expect(berlin.nextChange(night, spring)).toBe(spring + 7 * HOUR_MS);
    const autumn = at("2026-10-24T22:00:00+02:00");
    expect(berlin.nextChange(night, autumn)).toBe(autumn + 9 * HOUR_MS);
  });

  it("[SL7] a shift that begins in the skipped hour begins when the clocks jump; one inside it does not take place", () => {
    const jumpMs = at("2026-03-29T03:00:00+02:00");
    const early = everyDay("02:30-06:00");
    expect(berlin.isOpen(early, jumpMs - 1_000)).toBe(false);
    expect(berlin.isOpen(early, jumpMs)).toBe(true);
    const inside = everyDay("02:15-02:45");
    expect(berlin.isOpen(inside, jumpMs)).toBe(false);
    expect(berlin.nextChange(inside, jumpMs)).toBe(at("2026-03-30T02:15:00+02:00"));
  });

  it("[SL7] a shift from 00:00 opens at 01:00 where midnight does not exist", () => {
    const cairo = createCalendar("Africa/Cairo", 0);
    const allDay = everyDay("00:00-20:00");
    const startMs = at("2026-04-24T01:00:00+03:00");
    expect(cairo.isOpen(allDay, startMs - 1_000)).toBe(false);
    expect(cairo.isOpen(allDay, startMs)).toBe(true);
    expect(cairo.nextChange(allDay, startMs)).toBe(startMs + 19 * HOUR_MS);
  });

  it("[SL7] half-hour shifts stand on a half-hour clock change", () => {
    const lordHowe = createCalendar("Australia/Lord_Howe", 0);
    const early = everyDay("01:30-03:00");
    const openMs = at("2026-10-04T01:30:00+10:30");
    expect(lordHowe.isOpen(early, openMs - 1_000)).toBe(false);
    expect(lordHowe.isOpen(early, openMs)).toBe(true);
    // 02:00 becomes 02:30: one hour of wall clock less half an hour.
    expect(lordHowe.nextChange(early, openMs)).toBe(openMs + 60 * MINUTE_MS);
  });

  it("[SL7] hours that never close, and hours that never open, never change", () => {
    const always = everyDay("00:00-24:00");
    expect(berlin.isOpen(always, at("2026-10-25T02:30:00+01:00"))).toBe(true);
    expect(berlin.nextChange(always, at("2026-10-25T02:30:00+01:00"))).toBeNull();
    const never = everyDay();
    expect(berlin.isOpen(never, at("2026-10-25T02:30:00+01:00"))).toBe(false);
    expect(berlin.nextChange(never, at("2026-10-25T02:30:00+01:00"))).toBeNull();
    expect(berlin.addOpenMs(never, at("2026-10-25T02:30:00+01:00"), 1)).toBeNull();
  });

  it("[SL7] hours follow calendar dates also where the business day starts at 04:00", () => {
    const late = createCalendar("Europe/Berlin", clock("04:00"));
    // Saturday 02:00 belongs to Friday's business day; its hours are Saturday's.
    const saturdayOnly: OpenHours = { weekly: [[], [], [], [], [], [shift("01:00-03:00")], []], closedDates: [] };
    expect(late.isOpen(saturdayOnly, at("2026-11-21T02:00:00+01:00"))).toBe(true);
    expect(late.businessDay(at("2026-11-21T02:00:00+01:00")).day).toBe("2026-11-20");
  });
});

describe("open time", () => {
  const berlin = createCalendar("Europe/Berlin", 0);
  const due = (from: string): number | null => berlin.addOpenMs(OFFICE, at(from), 2 * HOUR_MS);

  it("[RE2] two open hours run straight through an open morning", () => {
    expect(due("2026-11-24T09:00:00+01:00")).toBe(at("2026-11-24T11:00:00+01:00"));
  });

  it("[RE2] the clock stands still over lunch", () => {
    expect(due("2026-11-24T11:30:00+01:00")).toBe(at("2026-11-24T14:00:00+01:00"));
  });

  it("[RE2] time that ends exactly at closing is due at closing; a second more is due next morning", () => {
    expect(due("2026-11-24T16:00:00+01:00")).toBe(at("2026-11-24T18:00:00+01:00"));
    expect(due("2026-11-24T16:00:01+01:00")).toBe(at("2026-11-25T08:00:01+01:00"));
  });

  it("[RE2] a call missed while closed starts its clock at the next opening", () => {
    expect(due("2026-11-21T20:00:00+01:00")).toBe(at("2026-11-23T10:00:00+01:00"));
  });

  it("[RE2] holidays and weekend between: Christmas Eve 17:00 is due on Monday 09:00", () => {
    expect(due("2026-12-24T17:00:00+01:00")).toBe(at("2026-12-28T09:00:00+01:00"));
  });

  it("[RE2] over a clock change open time is real time", () => {
    const night = everyDay("00:00-06:00");
    const fromMs = at("2026-03-29T01:30:00+01:00");
    expect(berlin.addOpenMs(night, fromMs, 2 * HOUR_MS)).toBe(at("2026-03-29T04:30:00+02:00"));
  });

  it("[RE2] without hours the clock always runs", () => {
    const fromMs = at("2026-12-24T17:00:00+01:00");
    expect(berlin.addOpenMs(null, fromMs, 2 * HOUR_MS)).toBe(fromMs + 2 * HOUR_MS);
  });
});
