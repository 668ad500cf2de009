import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SourceEvent } from "../../../lib/events";
import { type Cut, inPiecesOf, replay } from "./testing/replay";
import { type QueueTally, tallyByQueue } from "./testing/tally";

/** Computed from the recording's queue_log alone; `visits`: call, queue, second of joining, wait and talk in seconds. */
type Expected = {
  readonly queues: Record<string, QueueTally>;
  readonly visits: readonly (readonly [string, string, number, number, number | null])[];
};

const FIXTURES = new URL("../../fixtures/", import.meta.url);
const unpacked = (name: string): Buffer => gunzipSync(readFileSync(new URL(name, FIXTURES)));

function recording(name: string) {
  return {
    connections: [unpacked(`${name}/ami-1.txt.gz`), unpacked(`${name}/ami-2.txt.gz`)],
    queueLog: unpacked(`${name}/queue_log.gz`).toString("utf8"),
    expected: JSON.parse(readFileSync(new URL(`${name}/expected.json`, FIXTURES), "utf8")) as Expected,
  };
}

const RECORDINGS = ["asterisk22-smoke", "asterisk22-a"] as const;
/** Asterisk's log has whole seconds: a difference of two of them may be one off. */
const WHOLE_SECOND_MS = 1_000;

describe.each(RECORDINGS)("a recorded Asterisk 22: %s", (name) => {
  const { connections, queueLog, expected } = recording(name);

  it("[CO2] counts every queue as its own log does, the gap filled from it", () => {
    const { events, problems, snapshots } = replay(connections, queueLog);
    expect(Object.fromEntries(tallyByQueue(events))).toEqual(expected.queues);
    expect(problems).toEqual([]);
    expect(snapshots).toBe(4);
    expect(events.filter(({ event }) => event.type === "source.gap")).toMatchObject([{ event: { filled: true } }]);
  });

  it("[HT1] waits and talk differ from the log's whole seconds by less than one", () => {
    const { events } = replay(connections, queueLog);
    const measured = measure(events);
    for (const [call, queue, enterS, waitS, talkS] of expected.visits) {
      const visit = measured.find((one) => one.call === call && one.queue === queue);
      expect(visit, `${call} in ${queue}`).toBeDefined();
      expect(Math.abs((visit?.offeredAtMs ?? 0) - enterS * 1000)).toBeLessThan(1.1 * WHOLE_SECOND_MS);
      expect(Math.abs((visit?.waitMs ?? -1e9) - waitS * 1000)).toBeLessThan(1.1 * WHOLE_SECOND_MS);
      if (talkS !== null) expect(Math.abs((visit?.talkMs ?? -1e9) - talkS * 1000)).toBeLessThan(1.1 * WHOLE_SECOND_MS);
    }
  });

  it("[UN4] without the log only callers of the gap are unknown, and every visit has its place", () => {
    const { events } = replay(connections, null);
    const gap = events.flatMap(({ event }) => (event.type === "source.gap" ? [event] : []))[0];
    expect(gap?.filled).toBe(false);
    const tallies = tallyByQueue(events);
    for (const [queue, tally] of tallies) {
      const overflowed = Object.values(tally.overflowed).reduce((sum, count) => sum + count, 0);
      expect(tally.offered).toBe(tally.answered + tally.abandoned + overflowed + tally.unknown);
      expect(tally.refused).toEqual(expected.queues[queue]?.refused);
    }
    for (const { event } of events.filter((one) => one.event.type === "contact.lost")) {
      if (event.type !== "contact.lost" || gap === undefined) continue;
      const row = expected.visits.find(([call, queue]) => call === event.contactId && queue === event.queueId);
      const endMs = ((row?.[2] ?? 0) + (row?.[3] ?? 0)) * 1000;
      expect(endMs).toBeGreaterThan(gap.fromMs - 2 * WHOLE_SECOND_MS);
      expect(endMs).toBeLessThan(gap.toMs + 2 * WHOLE_SECOND_MS);
    }
  });

  it("[TI5] no two facts share a key", () => {
    const { events } = replay(connections, queueLog);
    expect(new Set(events.map(({ sourceKey }) => sourceKey)).size).toBe(events.length);
  });

  it("tells the same wherever the stream is cut", () => {
    const whole = replay(connections, queueLog).events;
    expect(replay(connections, queueLog, inPiecesOf(1_448)).events).toEqual(whole);
    fc.assert(
      fc.property(fc.infiniteStream(fc.integer({ min: 1, max: 20_000 })), (sizes) => {
        expect(replay(connections, queueLog, inPiecesOfSizes(sizes)).events).toEqual(whole);
      }),
      { numRuns: 5 },
    );
  });
});

it("tells the same of a stream that comes byte by byte", () => {
  const { connections, queueLog } = recording("asterisk22-smoke");
  const whole = replay(connections, queueLog).events;
  expect(replay(connections, queueLog, inPiecesOf(1)).events).toEqual(whole);
});

it("tells the same of a stream whose lines end with a bare LF", () => {
  const { connections, queueLog } = recording("asterisk22-smoke");
  const bare = connections.map((bytes) => Buffer.from(bytes.toString("latin1").replaceAll("\r\n", "\n"), "latin1"));
  expect(replay(bare, queueLog).events).toEqual(replay(connections, queueLog).events);
});

function inPiecesOfSizes(sizes: Iterator<number>): Cut {
  return function* pieces(bytes) {
    for (let at = 0; at < bytes.length;) {
      const size = sizes.next().value as number;
      yield bytes.subarray(at, at + size);
      at += size;
    }
  };
}

/** Each visit's joining, wait and conversation; a call is in a queue of the recordings once. */
function measure(events: readonly SourceEvent[]) {
  const visits = new Map<
    string,
    { call: string; queue: string; offeredAtMs: number; waitMs?: number; talkMs?: number }
  >();
  for (const { atMs, event } of events) {
    if (!("contactId" in event) || !("queueId" in event)) continue;
    const key = `${event.contactId} ${event.queueId}`;
    if (event.type === "contact.offered") {
      visits.set(key, { call: event.contactId, queue: event.queueId, offeredAtMs: atMs });
    }
    const visit = visits.get(key);
    if (visit === undefined) continue;
    if (event.type === "contact.completed") visit.talkMs = (event.talkMs ?? 0) + (event.holdMs ?? 0);
    else if (/answered|abandoned|overflowed/.test(event.type)) visit.waitMs = atMs - visit.offeredAtMs;
  }
  return [...visits.values()];
}
