import { describe, expect, it } from "vitest";
import type { SourceEvent } from "../../../lib/events";
import { agentId } from "../../../lib/vocabulary";
import { PEOPLE } from "./centre/people";
import { QUEUE_PROFILES, SUPPORT } from "./centre/queues";
import type { Departure } from "./centre/roster";
import { simulateDay } from "./simulate-day";
import { HOUR_MS, MONDAY_MS, playDay } from "./testing/days";

const NOON_MS = MONDAY_MS + 12 * HOUR_MS;
const ELODIE = agentId("agent-107");
const GRACE = agentId("agent-109");

const dayWith = (departures: readonly Departure[], demand = 1): readonly SourceEvent[] =>
  simulateDay({
    seed: 7,
    day: { startMs: MONDAY_MS, endMs: MONDAY_MS + 24 * HOUR_MS },
    localMinuteOf: (atMs) => Math.floor((atMs - MONDAY_MS) / 60_000) % 1_440,
    queues: QUEUE_PROFILES,
    people: PEOPLE,
    demand,
    departures,
    isOpen: () => true,
  });

const statesOf = (events: readonly SourceEvent[], agent: string, afterMs: number): readonly string[] =>
  events.flatMap(({ atMs, event }) =>
    event.type === "agent.state-changed" && event.agentId === agent && atMs >= afterMs ? [event.state] : [],
  );

const offered = (events: readonly SourceEvent[]): number =>
  events.filter(({ event }) => event.type === "contact.offered" && event.via === "direct").length;

describe("who leaves", () => {
  it("changes nothing before that instant", () => {
    const before = (events: readonly SourceEvent[]) => events.filter(({ atMs }) => atMs < NOON_MS);
    expect(before(dayWith([{ agentId: ELODIE, atMs: NOON_MS, queueId: null }]))).toEqual(before(playDay(7)));
  });

  it("who goes home finishes the call at hand and is not back that day, whatever the roster says", () => {
    const states = statesOf(dayWith([{ agentId: ELODIE, atMs: NOON_MS, queueId: null }]), ELODIE, NOON_MS);
    expect(states.filter((state) => state === "logged-out")).toHaveLength(1);
    expect(states.at(-1)).toBe("logged-out");
    expect(states.length).toBeLessThanOrEqual(3);
    expect(statesOf(playDay(7), ELODIE, NOON_MS).length).toBeGreaterThan(20);
  });

  it("who leaves one queue goes on with the others", () => {
    const answeredBy = (events: readonly SourceEvent[]): readonly string[] =>
      events.flatMap(({ atMs, event }) =>
        event.type === "contact.answered" && event.agentId === GRACE && atMs > NOON_MS + HOUR_MS ? [event.queueId] : [],
      );
    const left = dayWith([{ agentId: GRACE, atMs: NOON_MS, queueId: SUPPORT }]);
    expect(left.filter(({ event }) => event.type === "agent.left")).toMatchObject([
      { atMs: NOON_MS, event: { agentId: GRACE, queueId: SUPPORT } },
    ]);
    expect(answeredBy(playDay(7))).toContain(SUPPORT);
    expect(answeredBy(left)).not.toContain(SUPPORT);
    expect(answeredBy(left).length).toBeGreaterThan(0);
  });

  it("twice the demand is twice the callers", () => {
    const ratio = offered(dayWith([], 0.5)) / offered(dayWith([], 0.25));
    expect(ratio).toBeGreaterThan(1.8);
    expect(ratio).toBeLessThan(2.2);
  });
});
