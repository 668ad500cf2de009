import { describe, expect, it } from "vitest";
import { SILENCE_AT_MOST_MS } from "../../../../lib/alerts/alert-api";
import { untilMs, untilsOf } from "./until";

const NOW_MS = Date.parse("2026-11-27T12:00:00Z");
const HOURS = { closesAtMs: NOW_MS + 6 * 3_600_000, opensAtMs: NOW_MS + 68 * 3_600_000 };
const NEVER = { closesAtMs: null, opensAtMs: null };

describe("[AL86] until when a silence lasts", () => {
  it("offers closing and opening where there is one", () => {
    expect(untilsOf(HOURS, NOW_MS)).toEqual(["quarter", "hour", "closing", "opening", "time"]);
    expect(untilsOf({ ...HOURS, closesAtMs: null }, NOW_MS)).toEqual(["quarter", "hour", "opening", "time"]);
    expect(untilsOf(NEVER, NOW_MS)).toEqual(["quarter", "hour", "time"]);
  });

  it("an opening is offered up to the longest silence", () => {
    const opensAtMs = NOW_MS + SILENCE_AT_MOST_MS;
    expect(untilsOf({ ...NEVER, opensAtMs }, NOW_MS)).toContain("opening");
    expect(untilsOf({ ...NEVER, opensAtMs: opensAtMs + 1 }, NOW_MS)).not.toContain("opening");
  });

  it("counts from now", () => {
    const at = (until: Parameters<typeof untilMs>[0]) => untilMs(until, HOURS, "", NOW_MS);
    expect(at("quarter")).toBe(NOW_MS + 900_000);
    expect(at("hour")).toBe(NOW_MS + 3_600_000);
    expect(at("closing")).toBe(HOURS.closesAtMs);
    expect(at("opening")).toBe(HOURS.opensAtMs);
  });

  it("a closing that has been meanwhile is none", () => {
    expect(untilMs("closing", HOURS, "", HOURS.closesAtMs - 1)).toBe(HOURS.closesAtMs);
    expect(untilMs("closing", HOURS, "", HOURS.closesAtMs)).toBe(null);
  });

  it("a time of one's own lies ahead, by at most 31 days", () => {
    const at = (time: string) => untilMs("time", NEVER, time, NOW_MS);
    expect(at("2026-11-27T12:00:00Z")).toBe(null);
    expect(at("2026-11-27T12:00:01Z")).toBe(NOW_MS + 1_000);
    expect(at("2026-12-28T12:00:00Z")).toBe(NOW_MS + SILENCE_AT_MOST_MS);
    expect(at("2026-12-28T12:00:01Z")).toBe(null);
    expect(at("")).toBe(null);
  });
});
