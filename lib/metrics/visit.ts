import type { Channel, OverflowReason, RefusalReason } from "../events";
import type { AgentId, CallerAlias, ContactId, QueueId, SourceId } from "../vocabulary";
import type { Contribution } from "./contribution";
import type { Place } from "./place";

/** CO2: how a visit ended, and when by its source's clock. */
export type Outcome =
  | { readonly kind: "answered"; readonly atMs: number; readonly agentId: AgentId }
  | { readonly kind: "overflowed"; readonly atMs: number; readonly reason: OverflowReason }
  | { readonly kind: "abandoned"; readonly atMs: number }
  | { readonly kind: "refused"; readonly atMs: number; readonly reason: RefusalReason }
  | { readonly kind: "unknown"; readonly atMs: number };

export type Completion = {
  readonly atMs: number;
  /** Time connected, hold included; null: not known. */
  readonly talkMs: number | null;
  readonly wrapUpMs: number | null;
};

/** One stay of a contact in one queue: the instants its events filled in, and what it adds to the figures now. */
export type Visit = {
  readonly contact: Contact;
  readonly queueId: QueueId;
  readonly stay: number;
  /** null: its arrival has not been heard of (yet); such a visit adds nothing. */
  arrivedAtMs: number | null;
  /** The best outcome the source told, apart from having lost track; null: none yet. */
  ended: Outcome | null;
  /** When it was last known before the source lost track of it; null: it never did. */
  lostAtMs: number | null;
  /** What holds of the two: `outcomeOf`. */
  outcome: Outcome | null;
  completion: Completion | null;
  /** When the source's snapshot last listed it as waiting (CO6). */
  listedAtMs: number | null;
  /** SL3: a timer found it waiting past the threshold. */
  overdue: boolean;
  /** CO5: this visit is where its contact was missed. */
  missed: boolean;
  /** Keys of the rings nobody answered: the same one twice counts once. */
  unansweredRings: string[];
  applied: Contribution | null;
  /** Where `applied` was added. */
  place: Place | null;
};

/** One customer's attempt. */
export type Contact = {
  readonly sourceId: SourceId;
  readonly contactId: ContactId;
  /** null: withheld, or not told. */
  caller: CallerAlias | null;
  /** null: not told (yet). */
  channel: Channel | null;
  /** The queue calls the caller back: `via: callback`. */
  callback: boolean;
  /** In the order in which they were heard of. */
  readonly visits: Visit[];
  lastTouchedAtMs: number;
  applied: ContactContribution | null;
};

/** What a contact adds to the day in which it first arrived. */
export type ContactContribution = {
  readonly firstArrivedAtMs: number;
  readonly firstQueueId: QueueId;
  readonly lastQueueId: QueueId;
  readonly caller: CallerAlias | null;
  readonly inHours: boolean;
  readonly answered: boolean;
  /** When a person last answered it, in any of its visits; null: nobody has. */
  readonly answeredAtMs: number | null;
  readonly missed: boolean;
};

// A person who answered outranks any exit a source reported provisionally.
const RANK: Readonly<Record<Outcome["kind"], number>> = {
  answered: 5,
  overflowed: 4,
  abandoned: 3,
  refused: 2,
  unknown: 1,
};

/** Which of two reported outcomes holds, whatever the order in which they came (TI5). */
export function betterOutcome(a: Outcome | null, b: Outcome): Outcome {
  if (a === null || RANK[b.kind] > RANK[a.kind]) return b;
  if (RANK[b.kind] < RANK[a.kind]) return a;
  return b.atMs < a.atMs ? b : a;
}

/** CO2: a visit is unknown until the source tells more of it, or lists it as waiting again. */
export function outcomeOf({ ended, lostAtMs, listedAtMs }: Visit): Outcome | null {
  if (ended !== null || lostAtMs === null) return ended;
  return listedAtMs !== null && listedAtMs > lostAtMs ? null : { kind: "unknown", atMs: lostAtMs };
}

/** The wait up to the outcome in ms (HT1), never negative (TI4); null while it waits or where the arrival is not known. */
export function waitMsOf(visit: Visit): number | null {
  if (visit.outcome === null || visit.arrivedAtMs === null) return null;
  return Math.max(0, visit.outcome.atMs - visit.arrivedAtMs);
}
