import { describe, expect, it } from "vitest";
import type { SourceEvent } from "../../../lib/events";
import { QUEUE_PROFILES, SUPPORT } from "./centre/queues";
import { HANDOVER_MS } from "./centre/roster";
import { HOUR_MS, MONDAY_MS, playDay } from "./testing/days";
import { tally } from "./testing/tally";

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 2026];
const TUESDAY_MS = MONDAY_MS + 24 * HOUR_MS;

/** What does not fit together in a stream: doubled conversations, states that contradict the contacts. */
function contradictions(events: readonly SourceEvent[]): readonly string[] {
  const found: string[] = [];
  const talksTo = new Map<string, string>();
  const states = new Map<string, string>();
  for (const { atMs, event, sourceKey } of events) {
    const say = (what: string): void => void found.push(`${new Date(atMs).toISOString()} ${sourceKey} ${what}`);
    if (event.type === "agent.state-changed") {
      const before = states.get(event.agentId);
      const talks = talksTo.has(event.agentId);
      // A call of his own begins while he is free: nobody rang.
      const callsHimself = event.state === "on-contact" && before === "available";
      if (talks !== (event.state === "on-contact" && !callsHimself))
        say(`${event.agentId} ${event.state}, talks: ${talks}`);
      if (event.state === "ringing" && before !== "available") say(`${event.agentId} rings while ${before}`);
      if (event.state === "wrap-up" && before !== "on-contact") say(`${event.agentId} wraps up after ${before}`);
      if (event.sinceAtMs !== atMs) say("a state since another instant");
      states.set(event.agentId, event.state);
    } else if (event.type === "contact.answered") {
      if (talksTo.has(event.agentId)) say(`${event.agentId} talks twice`);
      if (states.get(event.agentId) !== "ringing") say(`answers while ${states.get(event.agentId)}`);
      talksTo.set(event.agentId, event.contactId);
    } else if (event.type === "contact.completed" && event.agentId !== null) {
      if (talksTo.get(event.agentId) !== event.contactId) say("ends a conversation nobody has");
      talksTo.delete(event.agentId);
    } else if (event.type === "agent.rang-unanswered" && states.get(event.agentId) !== "ringing") {
      say(`did not ring: ${states.get(event.agentId)}`);
    }
  }
  return found;
}

const inOrder = (events: readonly SourceEvent[]): readonly SourceEvent[] =>
  [...events].sort((one, other) => one.atMs - other.atMs);

describe("a simulated day", () => {
  it.each(SEEDS)("[CO3] seed %i: every visit offered comes to exactly one end, no wait is negative", (seed) => {
    const { visits } = tally(playDay(seed));
    expect(visits.filter(({ outcomes }) => outcomes !== 1)).toEqual([]);
    expect(visits.filter(({ offeredAtMs, endedAtMs }) => endedAtMs < offeredAtMs)).toEqual([]);
  });

  it.each(SEEDS)("[AG1] seed %i: agents' states agree with the contacts, nobody talks to two", (seed) => {
    expect(contradictions(playDay(seed))).toEqual([]);
  });

  it("[TI5] is the same again with the same keys, and another one for another seed or day", () => {
    const events = playDay(2026);
    expect(playDay(2026)).toEqual(events);
    const keys = new Set(events.map(({ sourceKey }) => sourceKey));
    expect(keys.size).toBe(events.length);
    for (const other of [...playDay(2027), ...playDay(2026, TUESDAY_MS)]) expect(keys.has(other.sourceKey)).toBe(false);
    expect(playDay(2027)).not.toHaveLength(events.length);
  });

  it("goes forward in time, in whole milliseconds, and ends within the handover", () => {
    const events = playDay(3);
    expect(events).toEqual(inOrder(events));
    expect(events.every(({ atMs }) => Number.isInteger(atMs))).toBe(true);
    expect(events[0]?.atMs).toBe(MONDAY_MS);
    expect(events.at(-1)?.atMs).toBeLessThanOrEqual(TUESDAY_MS + HANDOVER_MS);
  });

  it("ends within the handover even where every conversation is long", () => {
    const slow = QUEUE_PROFILES.map((queue) => ({ ...queue, talkMedianMs: HOUR_MS, patienceMeanMs: HOUR_MS }));
    for (const hour of [0, 4, 10, 16]) {
      const startMs = MONDAY_MS + hour * HOUR_MS;
      const days = [0, 1].flatMap((index) => playDay(3, startMs + index * 24 * HOUR_MS, undefined, slow));
      expect(days.at(-1)?.atMs).toBeLessThanOrEqual(startMs + 48 * HOUR_MS + HANDOVER_MS);
      expect(contradictions(inOrder(days))).toEqual([]);
    }
  });

  it("introduces fourteen people with names at its first instant, several in more than one queue", () => {
    const names = new Map<string, string | null>();
    let memberships = 0;
    for (const { atMs, event } of playDay(1)) {
      if (event.type !== "agent.joined") continue;
      expect(atMs).toBe(MONDAY_MS);
      names.set(event.agentId, event.name);
      memberships += 1;
    }
    expect(new Set(names.values()).size).toBe(14);
    expect(memberships).toBeGreaterThan(28);
  });

  it("[CO1] a caller who goes on to another queue keeps the contact", () => {
    const events = SEEDS.flatMap((seed) => playDay(seed));
    const left = new Set<string>();
    const joined = new Set<string>();
    for (const { event } of events) {
      if (event.type === "contact.overflowed" && event.reason === "timeout") left.add(event.contactId);
      if (event.type === "contact.offered" && event.via === "overflow") joined.add(event.contactId);
    }
    expect(left.size).toBeGreaterThan(SEEDS.length);
    expect(joined).toEqual(left);
  });

  it("does while closed what a closed centre does", () => {
    const { visits } = tally(playDay(1, MONDAY_MS, () => false));
    expect(new Set(visits.map(({ outcome }) => outcome))).toEqual(new Set(["refused"]));
    expect(visits.length).toBeLessThan(300);
  });

  it("never lets more callers into support than it holds", () => {
    const waiting = new Set<string>();
    let most = 0;
    for (const { event } of SEEDS.flatMap((seed) => playDay(seed))) {
      if (!("contactId" in event) || !("queueId" in event) || event.queueId !== SUPPORT) continue;
      if (event.type === "contact.offered") waiting.add(event.contactId);
      else if (event.type !== "agent.rang-unanswered") waiting.delete(event.contactId);
      most = Math.max(most, waiting.size);
    }
    expect(most).toBe(3);
  });
});

describe("a day and the next", () => {
  // Crews that change at the start of the day, and crews that work across it.
  it.each([0, 4, 8, 10, 12.5, 15.25, 16.75, 21])(
    "[TI2] days that start at %d h: nobody is in two of them at once",
    (hour) => {
      for (const seed of [1, 2, 3]) {
        const startMs = MONDAY_MS + hour * HOUR_MS;
        const days = [0, 1, 2].flatMap((index) => playDay(seed, startMs + index * 24 * HOUR_MS));
        expect(contradictions(inOrder(days))).toEqual([]);
        expect(tally(days).visits.filter(({ outcomes }) => outcomes !== 1)).toEqual([]);
      }
    },
  );

  it("fourteen people have a state a quarter of an hour after any start of a day", () => {
    for (const hour of [0, 4, 10, 15.25]) {
      const startMs = MONDAY_MS + hour * HOUR_MS;
      expect(tally(playDay(5, startMs), startMs + HANDOVER_MS + 1).states.size).toBe(14);
    }
  });
});
