import type { ToldEvent, SourceEvent, VisitName } from "../../../../lib/events";

/** The counts of a queue by its visits' outcomes, as a recording's expectations give them. */
export type QueueTally = {
  offered: number;
  answered: number;
  met: number;
  abandoned: number;
  shortAbandoned: number;
  overflowed: Record<string, number>;
  refused: Record<string, number>;
  unknown: number;
  waiting: number;
  completed: number;
  ringNoAnswer: number;
};

type Told = { offeredAtMs: number | null; outcome: { rank: number; what: string; atMs: number } | null };

const RANK: Readonly<Record<string, number>> = { answered: 4, overflowed: 3, abandoned: 2, unknown: 1 };
const SHORT_MS = 5_000;
const THRESHOLD_MS = 60_000;

/**
 * Counts visits by queue: each key once, the better outcome holds.
 * @param waitS the wait to judge by, for a visit of which whole seconds are known from elsewhere
 */
export function tallyByQueue(
  events: readonly SourceEvent[],
  waitMsOf: (name: VisitName, waitMs: number) => number = (_name, waitMs) => waitMs,
): ReadonlyMap<string, QueueTally> {
  const queues = new Map<string, QueueTally>();
  const visits = new Map<string, Told & { name: VisitName }>();
  const seen = new Set<string>();
  for (const { sourceKey, atMs, event } of events) {
    if (seen.has(sourceKey)) continue;
    seen.add(sourceKey);
    take(event, atMs);
  }
  for (const visit of visits.values()) count(tallyOf(visit.name.queueId), visit);
  return queues;

  function take(event: ToldEvent, atMs: number): void {
    switch (event.type) {
      case "contact.offered":
        visitOf(event).offeredAtMs = atMs;
        return;
      case "contact.answered":
        return end(event, "answered", "answered", atMs);
      case "contact.overflowed":
        return end(event, "overflowed", event.reason, atMs);
      case "contact.abandoned":
        return end(event, "abandoned", "abandoned", atMs);
      case "contact.lost":
        return end(event, "unknown", "unknown", atMs);
      case "contact.refused":
        return add(tallyOf(event.queueId).refused, event.reason);
      case "contact.completed":
        tallyOf(event.queueId).completed += 1;
        return;
      case "agent.rang-unanswered":
        tallyOf(event.queueId).ringNoAnswer += 1;
        return;
      default:
    }
  }

  function end(name: VisitName, kind: string, what: string, atMs: number): void {
    const visit = visitOf(name);
    const rank = RANK[kind] ?? 0;
    if (rank > (visit.outcome?.rank ?? 0)) visit.outcome = { rank, what, atMs };
  }

  function visitOf({ queueId, contactId, stay }: VisitName): Told {
    const key = JSON.stringify([queueId, contactId, stay]);
    let visit = visits.get(key);
    if (visit === undefined) {
      visit = { name: { queueId, contactId, stay }, offeredAtMs: null, outcome: null };
      visits.set(key, visit);
    }
    return visit;
  }

  function count(tally: QueueTally, { name, offeredAtMs, outcome }: Told & { name: VisitName }): void {
    if (offeredAtMs === null) return;
    tally.offered += 1;
    if (outcome === null) {
      tally.waiting += 1;
      return;
    }
    const waitMs = waitMsOf(name, outcome.atMs - offeredAtMs);
    switch (outcome.what) {
      case "answered":
        tally.answered += 1;
        if (waitMs <= THRESHOLD_MS) tally.met += 1;
        return;
      case "abandoned":
        tally.abandoned += 1;
        if (waitMs <= SHORT_MS) tally.shortAbandoned += 1;
        return;
      case "unknown":
        tally.unknown += 1;
        return;
      default:
        add(tally.overflowed, outcome.what);
    }
  }

  function tallyOf(queue: string): QueueTally {
    let tally = queues.get(queue);
    if (tally === undefined) {
      tally = {
        offered: 0,
        answered: 0,
        met: 0,
        abandoned: 0,
        shortAbandoned: 0,
        overflowed: {},
        refused: {},
        unknown: 0,
        waiting: 0,
        completed: 0,
        ringNoAnswer: 0,
      };
      queues.set(queue, tally);
    }
    return tally;
  }
}

function add(counts: Record<string, number>, what: string): void {
  counts[what] = (counts[what] ?? 0) + 1;
}
