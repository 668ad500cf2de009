import { describe, expect, it } from "vitest";
import { burstEvents } from "./burst";
import { tally } from "./testing/tally";

const START_MS = Date.UTC(2026, 10, 23, 8);
const burst = (count: number, perSecond: number) => [...burstEvents({ seed: 7, count, perSecond, startMs: START_MS })];

describe("a burst of events", () => {
  it("has exactly as many as asked, at the rate asked", () => {
    const events = burst(2_000, 200);
    expect(events).toHaveLength(2_000);
    expect(events.at(-1)?.atMs).toBe(START_MS + 9_995);
    expect(new Set(events.map(({ sourceKey }) => sourceKey)).size).toBe(2_000);
  });

  it("is the same for the same seed, and longer ones begin alike", () => {
    expect(burst(3_000, 200).slice(0, 1_000)).toEqual(burst(1_000, 200));
  });

  it("[CO3] ends no visit twice and none that was not offered", () => {
    const { visits } = tally(burst(50_000, 200));
    expect(visits.filter(({ outcomes }) => outcomes > 1)).toEqual([]);
    const waiting = visits.filter(({ outcome }) => outcome === "waiting").length;
    expect(waiting).toBeLessThanOrEqual(30);
    for (const outcome of ["answered", "abandoned", "overflowed", "refused"]) {
      expect(visits.filter((visit) => visit.outcome === outcome).length).toBeGreaterThan(100);
    }
  });

  it("fills a day with 200,000 events", () => {
    const events = burst(200_000, 200_000 / 86_400);
    expect(events.at(-1)?.atMs).toBeLessThan(START_MS + 86_400_000);
    expect(events.at(-1)?.atMs).toBeGreaterThan(START_MS + 86_390_000);
  });
});
