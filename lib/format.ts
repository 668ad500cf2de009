import type { DayKey } from "./vocabulary";

/** UN1: none yet. What every function here gives for null. */
export const NONE_YET = "–";
/** UN1: the source cannot say. */
export const NOT_REPORTED = "n/r";

const LOCALE = "en-GB";

/** `text` when this runtime knows it as a locale, else `fallback`; a kiosk's language may be `en-US@posix`. */
export function validLocale(text: string, fallback: string = LOCALE): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(text).length > 0 ? text : fallback;
  } catch {
    return fallback;
  }
}

/** Milliseconds, cut to whole seconds: `0:05`, `1:05`, `1:02:03`. Negative ones are `0:00`. */
export function formatDuration(ms: number | null): string {
  if (ms === null || !Number.isFinite(ms)) return NONE_YET;
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const ofMinute = twoDigits(seconds % 60);
  return hours === 0 ? `${minutes}:${ofMinute}` : `${hours}:${twoDigits(minutes % 60)}:${ofMinute}`;
}

/** SL5: a share (0 to 1) in per cent, floored to the digits shown: 0.8996 is `89 %`, with one digit `89.9 %`. */
export function formatPercent(ratio: number | null, digits = 0): string {
  const figure = formatPercentFigure(ratio, digits);
  return figure === NONE_YET ? figure : `${figure} %`;
}

/** `formatPercent` without its unit, for where the unit is set smaller. */
export function formatPercentFigure(ratio: number | null, digits = 0): string {
  if (ratio === null || !Number.isFinite(ratio)) return NONE_YET;
  const scale = 10 ** digits;
  // 29 of 100 is 28.999999999999996 % in binary; counts up to a million keep 1e-6 away from the next digit.
  return (Math.floor(ratio * 100 * scale + 1e-9) / scale).toFixed(digits);
}

/** A whole number with thousands apart: `1,204`. */
export function formatCount(count: number | null): string {
  if (count === null || !Number.isFinite(count)) return NONE_YET;
  return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A place's wall clock with seconds, `10:42:17`; `–` for a zone that this runtime does not know. */
export function formatClock(atMs: number | null, timeZone: string): string {
  const wall = wallClock(atMs, timeZone);
  return wall === null ? NONE_YET : `${wall.hour}:${wall.minute}:${wall.second}`;
}

/** A place's wall clock without seconds, `18:00`. */
export function formatTime(atMs: number | null, timeZone: string): string {
  const wall = wallClock(atMs, timeZone);
  return wall === null ? NONE_YET : `${wall.hour}:${wall.minute}`;
}

/** A place's date and wall clock, `Mon 23 Nov 08:00`. */
export function formatDayTime(atMs: number | null, timeZone: string): string {
  const wall = wallClock(atMs, timeZone);
  return wall === null ? NONE_YET : `${wall.weekday} ${wall.day} ${wall.month} ${wall.hour}:${wall.minute}`;
}

/** An instant as seen from another: `18:00` on the same date, else `Mon 23 Nov 08:00`. */
export function formatMoment(atMs: number | null, nowMs: number, timeZone: string): string {
  const wall = wallClock(atMs, timeZone);
  const now = wallClock(nowMs, timeZone);
  if (wall === null || now === null) return NONE_YET;
  const sameDate = wall.day === now.day && wall.month === now.month && wall.year === now.year;
  return sameDate ? formatTime(atMs, timeZone) : formatDayTime(atMs, timeZone);
}

/** A business day, `Sun 22 Nov 2026`. */
export function formatDay(day: DayKey): string {
  const wall = wallClock(Date.parse(`${day}T12:00:00Z`), "UTC");
  return wall === null ? NONE_YET : `${wall.weekday} ${wall.day} ${wall.month} ${wall.year}`;
}

type WallClock = Readonly<Record<"weekday" | "day" | "month" | "year" | "hour" | "minute" | "second", string>>;

const formats = new Map<string, Intl.DateTimeFormat | null>();

/** `hourCycle` rather than `hour12`: with that, older engines call midnight 24:00. */
function formatOf(timeZone: string): Intl.DateTimeFormat | null {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  let format: Intl.DateTimeFormat | null = null;
  try {
    format = new Intl.DateTimeFormat(LOCALE, {
      timeZone,
      hourCycle: "h23",
      weekday: "short",
      day: "numeric",
      month: "short",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
  } catch {
    // A zone younger than this browser: no clock is better than a wrong one.
  }
  formats.set(timeZone, format);
  return format;
}

function wallClock(atMs: number | null, timeZone: string): WallClock | null {
  if (atMs === null || !(Math.abs(atMs) <= 8.64e15)) return null;
  const format = formatOf(timeZone);
  if (format === null) return null;
  const parts = { weekday: "", day: "", month: "", year: "", hour: "", minute: "", second: "" };
  for (const { type, value } of format.formatToParts(atMs)) if (type in parts) parts[type as keyof WallClock] = value;
  // September is Sept in newer data: three letters everywhere.
  return { ...parts, month: parts.month.slice(0, 3) };
}

const twoDigits = (value: number): string => (value < 10 ? `0${value}` : String(value));
