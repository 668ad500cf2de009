import { describe, expect, it } from "vitest";
import { decodeHours } from "./hours";

const weekOf = (raw: Record<string, unknown>): string[][] => {
  const { hours, problems } = decodeHours(raw);
  expect(problems).toEqual([]);
  return hours.weekly.map((shifts) => shifts.map(({ fromMinute, toMinute }) => `${fromMinute}-${toMinute}`));
};

describe("hours as people write them", () => {
  it("[SL7] days that are not named are closed", () => {
    expect(weekOf({ "mon,wed": ["08:00-12:30", "13:00-18:00"], sun: "9:00-10:00" })).toEqual([
      ["480-750", "780-1080"],
      [],
      ["480-750", "780-1080"],
      [],
      [],
      [],
      ["540-600"],
    ]);
  });

  it("[SL7] a range may go round the week's end", () => {
    const week = weekOf({ "sat-mon": ["00:00-24:00"] });
    expect(week.map((day) => day.length)).toEqual([1, 0, 0, 0, 0, 1, 1]);
  });

  it("[SL7] a shift past midnight goes on in the next day, Sunday's on Monday", () => {
    expect(weekOf({ sun: ["22:00-06:00"], mon: ["06:00-07:00"] })).toEqual([
      ["0-360", "360-420"],
      [],
      [],
      [],
      [],
      [],
      ["1320-1440"],
    ]);
    expect(weekOf({ sat: ["20:00-00:00"] })[5]).toEqual(["1200-1440"]);
    expect(weekOf({ sat: ["20:00-00:00"] })[6]).toEqual([]);
  });

  it("[SL7] shifts may touch, and are sorted", () => {
    expect(weekOf({ mon: ["12:00-18:00", "08:00-12:00"] })[0]).toEqual(["480-720", "720-1080"]);
  });
});
