import { describe, expect, it } from "vitest";
import type { SourceEvent } from "../../../../lib/events";
import { MONDAY_MS, playDay } from "../testing/days";
import { missedCallers } from "./missed-callers";

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 2026];
const MINUTE_MS = 60_000;

const isCallBack = ({ sourceKey }: SourceEvent): boolean => sourceKey.includes("/out/");

function reachedIn(events: readonly SourceEvent[]) {
  return events.flatMap(({ atMs, event }) =>
    event.type === "outbound.answered"
      ? [{ atMs, number: event.caller?.number ?? null, agentId: event.agentId ?? "nobody" }]
      : [],
  );
}

describe("missed callers of a simulated day", () => {
  it.each(SEEDS)("[RE23] seed %i: calls back change nothing else of the day", (seed) => {
    const others = playDay(seed).filter((event) => !isCallBack(event));
    expect(others.map(({ sourceKey }) => sourceKey.split("/")[1])).toEqual(others.map((_, index) => String(index)));
    expect(others.some(({ event }) => event.type === "outbound.answered")).toBe(false);
  });

  it.each(SEEDS)("[RE23] seed %i: who is called was missed 5 to 100 minutes before, and not answered since", (seed) => {
    const events = playDay(seed);
    const missed = missedCallers(events);
    for (const { atMs, number } of reachedIn(events)) {
      const before = missed.findLast((one) => one.caller.number === number && one.atMs < atMs);
      expect(atMs - (before?.atMs ?? 0)).toBeGreaterThan(5 * MINUTE_MS);
      expect(atMs - (before?.atMs ?? 0)).toBeLessThan(101 * MINUTE_MS);
      expect(before?.answeredAtMs ?? Infinity).toBeGreaterThan(atMs - MINUTE_MS);
    }
  });

  it.each(SEEDS)("[AG1] seed %i: nobody is rung, or at work with a caller, while he calls", (seed) => {
    const events = playDay(seed);
    for (const { atMs, agentId } of reachedIn(events)) {
      const own = events.filter(({ event }) => "agentId" in event && event.agentId === agentId);
      const at = own.findIndex((one) => one.atMs === atMs && one.event.type === "outbound.answered");
      const around = own.slice(at - 2, at + 2).map(({ event }) => ("state" in event ? event.state : event.type));
      expect(around).toEqual(["available", "on-contact", "outbound.answered", "available"]);
    }
  });

  it("some come back, some are reached, some stay missed; who withholds his number is not called", () => {
    const days = SEEDS.map((seed) => playDay(seed));
    const missed = days.flatMap((events) => missedCallers(events));
    const reached = days.flatMap((events) => reachedIn(events));
    const cameBack = missed.filter(({ answeredAtMs }) => answeredAtMs !== null).length;
    expect(reached.every(({ number }) => number !== null)).toBe(true);
    expect(cameBack / missed.length).toBeGreaterThan(0.35);
    expect(cameBack / missed.length).toBeLessThan(0.6);
    expect(reached.length / missed.length).toBeGreaterThan(0.22);
    expect(reached.length / missed.length).toBeLessThan(0.42);
    expect(missed.length - cameBack - reached.length).toBeGreaterThan(SEEDS.length * 4);
  });

  it("nobody calls from a closed centre", () => {
    expect(reachedIn(playDay(1, MONDAY_MS, () => false))).toEqual([]);
  });
});
