import { describe, expect, it, test } from "vitest";
import type { Language } from "../config";
import { dayKey } from "../vocabulary";
import { createFormats } from "./formats";
import { LANGUAGES } from "./language";

const at = (iso: string): number => Date.parse(iso);
const english = createFormats("en");
const everywhere = LANGUAGES.map((language) => [language, createFormats(language)] as const);

const NARROW = "\u202f";
const nowMs = at("2026-11-22T09:00:00Z");
const mondayMs = at("2026-11-23T07:00:00Z");

type Habits = { count: readonly [string, string]; percent: string; moment: string; day: string };
const habits: Readonly<Record<Language, Habits>> = {
  en: { count: ["1,204", "12,040"], percent: "89.9 %", moment: "Mon 23 Nov 08:00", day: "Tue 1 Sep 2026" },
  de: { count: ["1.204", "12.040"], percent: "89,9 %", moment: "Mo., 23. Nov. 08:00", day: "Di., 1. Sept. 2026" },
  es: { count: ["1204", "12.040"], percent: "89,9 %", moment: "lun, 23 nov 08:00", day: "mar, 1 sept 2026" },
  "pt-BR": {
    count: ["1.204", "12.040"],
    percent: "89,9 %",
    moment: "seg., 23 de nov. 08:00",
    day: "ter., 1 de set. de 2026",
  },
  fr: {
    count: [`1${NARROW}204`, `12${NARROW}040`],
    percent: "89,9 %",
    moment: "lun. 23 nov. 08:00",
    day: "mar. 1 sept. 2026",
  },
};

/** Runtimes differ in the points and commas of short names. */
const plain = (date: string): string => date.replace(/[.,]/g, "");

describe.each(everywhere)("in %s", (language, formats) => {
  const habit = habits[language];

  it("thousands and decimals are set apart as people there do", () => {
    expect([formats.count(1_204), formats.count(12_040)]).toEqual(habit.count);
    expect([formats.count(999), formats.count(-0.4)]).toEqual(["999", "0"]);
    expect(formats.percent(0.8996, 1)).toBe(habit.percent);
  });

  it("[SL5] a share is floored to the digits shown", () => {
    expect(formats.percent(0.8996)).toBe("89 %");
    expect(formats.percent(0.9)).toBe("90 %");
    expect(formats.percent(1)).toBe("100 %");
  });

  it("days are named in the order of the language, hours run to 24", () => {
    expect(plain(formats.moment(mondayMs, nowMs, "Europe/Berlin"))).toBe(plain(habit.moment));
    expect(plain(formats.dayTime(mondayMs, "Europe/Berlin"))).toBe(plain(habit.moment));
    expect(plain(formats.day(dayKey("2026-09-01")))).toBe(plain(habit.day));
  });

  it("the same date needs no day, midnight is 00:00", () => {
    expect(formats.moment(at("2026-11-22T17:00:00Z"), nowMs, "Europe/Berlin")).toBe("18:00");
    expect(formats.clock(at("2026-11-22T23:00:00Z"), "Europe/Berlin")).toBe("00:00:00");
    expect(formats.time(at("2026-11-22T00:00:00Z"), "UTC")).toBe("00:00");
    expect(formats.duration(3_723_000)).toBe("1:02:03");
  });

  it("[UN1] null, an unknown zone and an impossible instant are a dash, never another place's time", () => {
    const { count, percent, duration, clock, time, dayTime, moment, day } = formats;
    const texts = [
      count(null),
      count(NaN),
      percent(null),
      percent(NaN),
      duration(null),
      clock(null, "UTC"),
      time(null, "UTC"),
      dayTime(null, "UTC"),
      moment(null, 0, "UTC"),
      clock(0, "Europe/Atlantis"),
      time(0, ""),
      dayTime(0, "Europe/Atlantis"),
      moment(0, 0, "Europe/Atlantis"),
      clock(8.65e15, "UTC"),
      dayTime(NaN, "UTC"),
      moment(0, Infinity, "UTC"),
      day(dayKey("2026-13-40")),
    ];
    expect(new Set(texts)).toEqual(new Set(["–"]));
  });
});

test("clocks show a place's own time, over a clock change too", () => {
  const changeMs = at("2026-03-29T01:00:00Z");
  expect(english.clock(changeMs - 1_000, "Europe/Berlin")).toBe("01:59:59");
  expect(english.clock(changeMs, "Europe/Berlin")).toBe("03:00:00");
  expect(english.clock(changeMs + 1_000, "Europe/Berlin")).toBe("03:00:01");
  expect(english.time(changeMs, "Europe/Berlin")).toBe("03:00");
});

test("another month or year is another date", () => {
  expect(english.moment(at("2026-12-22T09:00:00Z"), nowMs, "UTC")).toBe("Tue 22 Dec 09:00");
  expect(english.moment(at("2027-11-22T09:00:00Z"), nowMs, "UTC")).toBe("Mon 22 Nov 09:00");
});
