/** What a clock on the wall of a place shows, two digits each but the year. */
export type PlaceTime = Readonly<Record<"year" | "month" | "day" | "hour" | "minute" | "second", string>>;

const clocks = new Map<string, Intl.DateTimeFormat | null>();

/**
 * A place's own date and time, the same in every language.
 * @returns null: no instant, or a zone that this runtime does not know
 */
export function placeTime(atMs: number | null, timeZone: string): PlaceTime | null {
  if (!isInstant(atMs)) return null;
  const clock = clockOf(timeZone);
  if (clock === null) return null;
  const parts = { year: "", month: "", day: "", hour: "", minute: "", second: "" };
  for (const { type, value } of clock.formatToParts(atMs)) if (type in parts) parts[type as keyof PlaceTime] = value;
  return parts;
}

/** Whether a date can be made of it. */
export const isInstant = (atMs: number | null): atMs is number => atMs !== null && Math.abs(atMs) <= 8.64e15;

/** `hourCycle` rather than `hour12`: with that, older engines call midnight 24:00. */
function clockOf(timeZone: string): Intl.DateTimeFormat | null {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  let clock: Intl.DateTimeFormat | null = null;
  try {
    clock = new Intl.DateTimeFormat("en-GB", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
  } catch {
    // A zone younger than this browser: no clock is better than a wrong one.
  }
  clocks.set(timeZone, clock);
  return clock;
}
