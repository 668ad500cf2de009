import type { OpenHours, Shift } from "../../lib/config";
import { didYouMean } from "../did-you-mean";
import { quoteValue, type ConfigPath } from "./problem";

export type HoursProblem = { readonly path: ConfigPath; readonly what: string };
export type DecodedHours = { readonly hours: OpenHours; readonly problems: readonly HoursProblem[] };

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const DAY_END = 24 * 60;
const SHIFT_EXPECTED = 'expected a shift such as "08:00-12:30"';

/** A shift as written, before one past midnight is cut in two. `weekday` 0 is Monday. */
type WrittenShift = { readonly weekday: number; readonly path: ConfigPath; readonly shift: Shift };

/**
 * Reads `{ mon-fri: ["08:00-12:30", "13:00-18:00"], sat: "22:00-02:00", closed: ["2026-12-25"] }`. Days that are not
 * named are closed. A shift past midnight goes on into the next day.
 */
export function decodeHours(raw: Readonly<Record<string, unknown>>): DecodedHours {
  const problems: HoursProblem[] = [];
  const written: WrittenShift[] = [];
  const namedBy = new Map<number, string>();
  for (const [key, value] of Object.entries(raw)) {
    if (key === "closed") continue;
    const weekdays = decodeDays(key);
    if (weekdays === null) {
      problems.push({ path: [key], what: unknownDays(key) });
      continue;
    }
    for (const weekday of weekdays) {
      const before = namedBy.get(weekday);
      if (before !== undefined)
        problems.push({ path: [key], what: `${DAYS[weekday]} already has hours, by "${before}"` });
      namedBy.set(weekday, key);
    }
    written.push(...decodeShifts(key, value, weekdays, problems));
  }
  if (namedBy.size === 0 && problems.length === 0) {
    problems.push({ path: [], what: 'expected at least one day, such as mon-sun: ["00:00-24:00"]' });
  }
  const weekly = weekOf(written, problems);
  return { hours: { weekly, closedDates: decodeClosedDates(raw["closed"], problems) }, problems };
}

/** `mon`, `mon-fri`, `fri-mon`, `mon,wed` → weekdays; null: none of these. */
function decodeDays(key: string): readonly number[] | null {
  const weekdays: number[] = [];
  for (const part of key.toLowerCase().split(",")) {
    const [first = -1, last = first, ...more] = part.split("-").map((word) => DAYS.indexOf(word.trim() as never));
    if (first < 0 || last < 0 || more.length > 0) return null;
    for (let weekday = first; ; weekday = (weekday + 1) % 7) {
      weekdays.push(weekday);
      if (weekday === last) break;
    }
  }
  return weekdays;
}

function unknownDays(key: string): string {
  const guess = didYouMean(key, [...DAYS, "closed", "mon-fri", "mon-sun"]);
  return `expected days (mon, mon-fri, "mon,wed") or closed, got ${quoteValue(key)}${guess}`;
}

function decodeShifts(key: string, value: unknown, weekdays: readonly number[], problems: HoursProblem[]) {
  const listed = Array.isArray(value);
  const items: readonly unknown[] = listed ? value : [value];
  return items.flatMap((item, index): WrittenShift[] => {
    const path = listed ? [key, index] : [key];
    const shift = typeof item === "string" ? decodeShift(item) : null;
    if (shift === null) {
      problems.push({ path, what: `${SHIFT_EXPECTED}, got ${quoteValue(item)}` });
      return [];
    }
    return weekdays.map((weekday) => ({ weekday, path, shift }));
  });
}

/** An end at or before the start lies on the next day: `toMinute` then passes 24:00. */
function decodeShift(text: string): Shift | null {
  const match = /^\s*(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})\s*$/.exec(text);
  if (match === null) return null;
  const [fromHour, fromMinutes, toHour, toMinutes] = match.slice(1).map(Number) as [number, number, number, number];
  const fromMinute = fromHour * 60 + fromMinutes;
  const toMinute = toHour * 60 + toMinutes;
  const valid = fromMinutes < 60 && toMinutes < 60 && fromMinute < DAY_END && toMinute <= DAY_END;
  if (!valid || fromMinute === toMinute) return null;
  return { fromMinute, toMinute: toMinute > fromMinute ? toMinute : toMinute + DAY_END };
}

function weekOf(written: readonly WrittenShift[], problems: HoursProblem[]): readonly (readonly Shift[])[] {
  const cut = written.flatMap(({ weekday, path, shift }): WrittenShift[] => {
    if (shift.toMinute <= DAY_END) return [{ weekday, path, shift }];
    const tonight = { weekday, path, shift: { fromMinute: shift.fromMinute, toMinute: DAY_END } };
    const morning = { fromMinute: 0, toMinute: shift.toMinute - DAY_END };
    if (morning.toMinute === 0) return [tonight];
    return [tonight, { weekday: (weekday + 1) % 7, path, shift: morning }];
  });
  const reported = new Set<ConfigPath>();
  return DAYS.map((name, weekday) => {
    const ofDay = cut.filter((each) => each.weekday === weekday);
    const sorted = ofDay.toSorted((a, b) => a.shift.fromMinute - b.shift.fromMinute);
    let endsAt = 0;
    for (const { path, shift } of sorted) {
      if (shift.fromMinute < endsAt && !reported.has(path)) {
        reported.add(path);
        problems.push({ path, what: `overlaps another shift on ${name}` });
      }
      endsAt = Math.max(endsAt, shift.toMinute);
    }
    return sorted.map(({ shift }) => shift);
  });
}

function decodeClosedDates(value: unknown, problems: HoursProblem[]): readonly string[] {
  if (value === undefined) return [];
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.flatMap((item, index) => {
    if (typeof item === "string" && isIsoDate(item)) return [item];
    const path = Array.isArray(value) ? ["closed", index] : ["closed"];
    problems.push({ path, what: `expected a date such as "2026-12-25", got ${quoteValue(item)}` });
    return [];
  });
}

function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const atMs = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(atMs) && new Date(atMs).toISOString().startsWith(text);
}
