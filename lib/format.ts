/** UN1: none yet. What every function here gives for null. */
export const NONE_YET = "–";

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

/** SL5: a share (0 to 1) in per cent, floored to the digits shown: 0.8996 is 89, with one digit 89.9. null: not known. */
export function flooredPercent(ratio: number | null, digits = 0): number | null {
  if (ratio === null || !Number.isFinite(ratio)) return null;
  const scale = 10 ** digits;
  // 29 of 100 is 28.999999999999996 % in binary; counts up to a million keep 1e-6 away from the next digit.
  return Math.floor(ratio * 100 * scale + 1e-9) / scale;
}

/** A share (0 to 1) as the command line prints it, floored (SL5): `89 %`. */
export function formatPercent(ratio: number | null): string {
  const percent = flooredPercent(ratio);
  return percent === null ? NONE_YET : `${percent} %`;
}

/** A whole number as the command line prints it, thousands apart: `1,204`. */
export function formatCount(count: number | null): string {
  if (count === null || !Number.isFinite(count)) return NONE_YET;
  return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ",");
}

const twoDigits = (value: number): string => (value < 10 ? `0${value}` : String(value));
