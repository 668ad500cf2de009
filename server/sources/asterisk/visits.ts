import type { Caller, ToldEvent, VisitName } from "../../../lib/events";
import type { AgentId, ContactId, QueueId } from "../../../lib/vocabulary";

/**
 * An end that is reported but not yet explained. `abandon`: QueueCallerAbandon also comes for a time-out, an emptied
 * queue and a withdrawal; `leave`: an answer or a pressed key; `hang-up`: a call whose end was not told otherwise.
 */
export type Pending = {
  readonly kind: "abandon" | "leave" | "hang-up";
  readonly atMs: number;
  reason: "timeout" | "empty" | "withdrawn" | null;
  readonly dueMs: number;
};

export type StayOutcome = "answered" | "abandoned" | "overflowed" | "lost";

/** One stay of a call in one queue, as it is followed here. */
export type Stay = {
  readonly call: Call;
  readonly name: VisitName;
  /** null: it joined while nobody listened, and when is not known yet. */
  offeredAtMs: number | null;
  /** Whether that is Asterisk's own instant and not one counted back from whole seconds. */
  offeredExactly: boolean;
  pending: Pending | null;
  outcome: StayOutcome | null;
  endedAtMs: number | null;
  /** The outcome rests on silence alone: a later word corrects it. */
  provisional: boolean;
  talk: Talk | null;
  /** Rings that nobody answered, by agent. */
  readonly rings: Map<AgentId, Rings>;
};

/** How often an agent let a call ring, and when, as far as this was heard. */
export type Rings = {
  count: number;
  readonly atMs: number[];
  /** Those up to here were told before our start, and when each of them was is not known. */
  readonly toldUntilMs: number;
};

/** The conversation that a stay led to. */
export type Talk = {
  readonly agentId: AgentId;
  readonly answeredAtMs: number;
  readonly legId: string | null;
  heldMs: number;
  /** Legs on hold now, and since when at least one of them is. */
  readonly heldLegs: Set<string>;
  heldSinceMs: number;
  /** The agent's own leg is down: he is free, though the caller may hear music until AgentComplete. */
  legIsDown: boolean;
  completed: boolean;
};

/** A caller's channel: several queues one after the other are one call. */
export type Call = {
  readonly contactId: ContactId;
  caller: Caller | null;
  readonly stays: Stay[];
  /** The queue its dialplan last tried: a refusal does not name it. */
  triedQueueId: QueueId | null;
  /** The number of its last refusal, by queue: refusals count among its stays there. */
  readonly refusals: Map<QueueId, number>;
  /** What was told of it before our start; null: nothing. */
  fromBefore: FromBefore | null;
  touchedAtMs: number;
  hungUp: boolean;
};

/** The number of the last stay in each queue that was told before our start, and until when that reaches. */
export type FromBefore = { readonly stays: Map<QueueId, number>; readonly toldUntilMs: number };

/** Where facts go. The key is the same whether the manager interface or the queue_log told. */
export type Tell = (atMs: number, sourceKey: string, event: ToldEvent) => void;

export type VisitBookPorts = {
  readonly tell: Tell;
  readonly talkBegan: (stay: Stay, agentId: AgentId, atMs: number) => void;
  readonly talkEnded: (stay: Stay, agentId: AgentId, atMs: number) => void;
  readonly wrapUpMsOf: (queueId: QueueId) => number | null;
};

/** The calls that are followed. */
export type VisitBook = {
  readonly ports: VisitBookPorts;
  readonly calls: Map<ContactId, Call>;
  /** Conversations by the agent's leg: AgentComplete may know nothing else. */
  readonly legs: Map<string, Stay>;
  readonly pending: Set<Stay>;
  /** The earliest instant at which something pending is settled. */
  dueMs: number;
  /** Before the first list of a connection is whole, who joined when is still to be heard. */
  syncing: boolean;
  /** When the connection was made: what was not heard before happened before it. */
  connectedAtMs: number | null;
};

export function createVisitBook(ports: VisitBookPorts): VisitBook {
  return {
    ports,
    calls: new Map(),
    legs: new Map(),
    pending: new Set(),
    dueMs: Infinity,
    syncing: false,
    connectedAtMs: null,
  };
}

export function callOf(book: VisitBook, contactId: ContactId, atMs: number): Call {
  let call = book.calls.get(contactId);
  if (call === undefined) {
    call = {
      contactId,
      caller: null,
      stays: [],
      triedQueueId: null,
      refusals: new Map(),
      fromBefore: null,
      touchedAtMs: atMs,
      hungUp: false,
    };
    book.calls.set(contactId, call);
  }
  call.touchedAtMs = Math.max(call.touchedAtMs, atMs);
  return call;
}

/** Adds a stay, before those that are known to have begun later. */
export function addStay(
  call: Call,
  queueId: QueueId,
  beganAtMs: number,
  stay = toldStay(call, queueId, beganAtMs) ?? nextStay(call, queueId),
): Stay {
  const added: Stay = {
    call,
    name: { queueId, contactId: call.contactId, stay },
    offeredAtMs: null,
    offeredExactly: false,
    pending: null,
    outcome: null,
    endedAtMs: null,
    provisional: false,
    talk: null,
    rings: new Map(),
  };
  const later = call.stays.findIndex((other) => other.offeredAtMs !== null && other.offeredAtMs > beganAtMs);
  if (later < 0) call.stays.push(added);
  else call.stays.splice(later, 0, added);
  return added;
}

/** The number of the next stay in a queue; refusals count among them, so that no two visits share a name. */
export function nextStay(call: Call, queueId: QueueId): number {
  let highest = 0;
  for (const { name } of call.stays) if (name.queueId === queueId) highest = Math.max(highest, name.stay);
  return Math.max(highest, call.refusals.get(queueId) ?? 0, call.fromBefore?.stays.get(queueId) ?? 0) + 1;
}

/** What began before our start and is over was told: by its old number it is not counted again (TI5). */
function toldStay({ stays, fromBefore }: Call, queueId: QueueId, beganAtMs: number): number | null {
  if (fromBefore === null || beganAtMs > fromBefore.toldUntilMs) return null;
  const told = fromBefore.stays.get(queueId) ?? null;
  return stays.some(({ name }) => name.queueId === queueId && name.stay === told) ? null : told;
}

/** What is counted back from whole seconds may be off by this. */
export const COARSE_MS = 2_500;

/** The last stay in a queue that had begun by this instant. */
export function stayAt(call: Call, queueId: QueueId, atMs: number): Stay | null {
  const begun = (stay: Stay): boolean => stay.offeredAtMs === null || stay.offeredAtMs <= atMs + COARSE_MS;
  return call.stays.findLast((stay) => stay.name.queueId === queueId && begun(stay)) ?? null;
}

export const isWaiting = (stay: Stay): boolean => stay.outcome === null && stay.pending === null;
export const isTalking = (stay: Stay): boolean => stay.talk !== null && !stay.talk.completed;

/**
 * The stay that a fact of this instant is about: the one that is open, or whose end is not certain. A fact about one
 * that is over is news only if it is later; then its joining was not heard.
 * @returns null: it was told before
 */
export function stayForFact(call: Call, queueId: QueueId, atMs: number): Stay | null {
  const latest = stayAt(call, queueId, atMs);
  if (latest === null) return addStay(call, queueId, atMs);
  if (latest.outcome === null || latest.outcome === "lost" || latest.provisional) return latest;
  if (latest.endedAtMs !== null && atMs <= latest.endedAtMs + COARSE_MS) return null;
  return addStay(call, queueId, atMs);
}

/** A part of a key: a separator inside it stays apart from those around it. */
export function keyPart(text: string): string {
  return /[|%]/.test(text) ? text.replaceAll("%", "%25").replaceAll("|", "%7C") : text;
}

/** What `keyPart` was made of. */
export const plainPart = (part: string): string => part.replaceAll("%7C", "|").replaceAll("%25", "%");

export function visitKey(letter: string, { contactId, queueId, stay }: VisitName): string {
  return `${letter}|${keyPart(contactId)}|${keyPart(queueId)}|${stay}`;
}
