import type { AgentState, SourceEvent, VisitName } from "../../../../lib/events";

/** What a plain recount of a stream says of visits, independent of the fold. Waits in milliseconds. */
export type CountedVisit = {
  readonly name: VisitName;
  readonly offeredAtMs: number;
  readonly number: string | null;
  outcome: "waiting" | "answered" | "abandoned" | "overflowed" | "refused";
  outcomes: number;
  endedAtMs: number;
};

export type Tally = {
  readonly visits: readonly CountedVisit[];
  readonly states: ReadonlyMap<string, AgentState>;
  readonly reasons: ReadonlyMap<string, string | null>;
};

const keyOf = ({ queueId, contactId, stay }: VisitName): string => `${queueId} ${contactId} ${stay}`;

/** Recounts what had happened before `untilMs`. */
export function tally(events: Iterable<SourceEvent>, untilMs = Number.POSITIVE_INFINITY): Tally {
  const visits = new Map<string, CountedVisit>();
  const states = new Map<string, AgentState>();
  const reasons = new Map<string, string | null>();
  const end = (name: VisitName, outcome: CountedVisit["outcome"], atMs: number): void => {
    const visit = visits.get(keyOf(name));
    if (visit === undefined) throw new Error(`${keyOf(name)} ended without having been offered`);
    visit.outcome = outcome;
    visit.outcomes += 1;
    visit.endedAtMs = atMs;
  };
  for (const { atMs, event } of events) {
    if (atMs >= untilMs) continue;
    if (event.type === "contact.offered" || event.type === "contact.refused") {
      const isRefused = event.type === "contact.refused";
      visits.set(keyOf(event), {
        name: event,
        offeredAtMs: atMs,
        number: event.caller?.number ?? null,
        outcome: isRefused ? "refused" : "waiting",
        outcomes: isRefused ? 1 : 0,
        endedAtMs: isRefused ? atMs : Number.POSITIVE_INFINITY,
      });
    } else if (event.type === "contact.answered") end(event, "answered", atMs);
    else if (event.type === "contact.abandoned") end(event, "abandoned", atMs);
    else if (event.type === "contact.overflowed") end(event, "overflowed", atMs);
    else if (event.type === "agent.state-changed") {
      states.set(event.agentId, event.state);
      reasons.set(event.agentId, event.reason);
    }
  }
  return { visits: [...visits.values()], states, reasons };
}

const THRESHOLD_MS = 60_000;
const SHORT_MS = 5_000;

/** SL1, SL2 at an instant, by their words. */
export function serviceLevel(visits: readonly CountedVisit[], nowMs: number): { met: number; decided: number } {
  let met = 0;
  let decided = 0;
  for (const { outcome, offeredAtMs, endedAtMs } of visits) {
    const waitMs = Math.min(endedAtMs, nowMs) - offeredAtMs;
    if (outcome === "refused" || (outcome === "abandoned" && waitMs <= SHORT_MS)) continue;
    if (outcome === "waiting" && waitMs <= THRESHOLD_MS) continue;
    decided += 1;
    if (outcome === "answered" && waitMs <= THRESHOLD_MS) met += 1;
  }
  return { met, decided };
}
