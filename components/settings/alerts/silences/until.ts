import { type NextHours, SILENCE_AT_MOST_MS } from "../../../../lib/alerts/alert-api";
import { assertNever } from "../../../../lib/vocabulary";

export type Until = "quarter" | "hour" | "closing" | "opening" | "time";

const MINUTE_MS = 60_000;

/** AL86: what a silence can last until; there is no closing for whoever never closes, nor when it is a month away. */
export function untilsOf(hours: NextHours, nowMs: number): readonly Until[] {
  const near = (atMs: number | null): boolean => atMs !== null && isLater(atMs, nowMs);
  return [
    "quarter",
    "hour",
    ...(near(hours.closesAtMs) ? (["closing"] as const) : []),
    ...(near(hours.opensAtMs) ? (["opening"] as const) : []),
    "time",
  ];
}

/**
 * When a silence ends that begins now.
 * @param time `2026-11-29T08:00`, where the reader is
 * @returns null: at no time that a silence can end
 */
export function untilMs(until: Until, hours: NextHours, time: string, nowMs: number): number | null {
  const atMs = instantOf(until, hours, time, nowMs);
  return atMs !== null && isLater(atMs, nowMs) ? atMs : null;
}

const isLater = (atMs: number, nowMs: number): boolean => atMs > nowMs && atMs - nowMs <= SILENCE_AT_MOST_MS;

function instantOf(until: Until, { closesAtMs, opensAtMs }: NextHours, time: string, nowMs: number): number | null {
  switch (until) {
    case "quarter":
      return nowMs + 15 * MINUTE_MS;
    case "hour":
      return nowMs + 60 * MINUTE_MS;
    case "closing":
      return closesAtMs;
    case "opening":
      return opensAtMs;
    case "time": {
      const atMs = Date.parse(time);
      return Number.isNaN(atMs) ? null : atMs;
    }
    default:
      return assertNever(until);
  }
}
