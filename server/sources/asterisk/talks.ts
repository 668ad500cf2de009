import type { EndedBy } from "../../../lib/events";
import type { AgentId, QueueId } from "../../../lib/vocabulary";
import { ensureOffered } from "./visit-facts";
import { type Call, isTalking, keyPart, type Stay, stayForFact, visitKey, type VisitBook } from "./visits";

export type Answer = {
  readonly atMs: number;
  readonly agentId: AgentId;
  /** The agent's channel. */
  readonly legId: string | null;
  /** Whole seconds in the queue, where it says. */
  readonly waitS: number | null;
};

/** AgentConnect: a person has answered. It outranks whatever the silence before it was taken for. */
export function answer(book: VisitBook, call: Call, queueId: QueueId, { atMs, agentId, legId, waitS }: Answer): void {
  const stay = stayForFact(call, queueId, atMs);
  if (stay === null) return;
  ensureOffered(book, stay, atMs, waitS);
  stay.pending = null;
  book.pending.delete(stay);
  stay.provisional = false;
  stay.outcome = "answered";
  stay.endedAtMs = atMs;
  stay.talk = beginTalk(agentId, atMs, legId);
  if (legId !== null) book.legs.set(legId, stay);
  book.ports.tell(atMs, visitKey("a", stay.name), { type: "contact.answered", ...stay.name, agentId });
  book.ports.talkBegan(stay, agentId, atMs);
}

export const beginTalk = (agentId: AgentId, answeredAtMs: number, legId: string | null) => ({
  agentId,
  answeredAtMs,
  legId,
  heldMs: 0,
  heldLegs: new Set<string>(),
  heldSinceMs: 0,
  legIsDown: false,
  completed: false,
});

/** Either leg puts the other on hold; both may at once. */
export function changeHold(book: VisitBook, channelId: string, call: Call | null, atMs: number, isHold: boolean): void {
  const stay = book.legs.get(channelId) ?? call?.stays.findLast(isTalking);
  const talk = stay?.talk;
  if (talk === null || talk === undefined || talk.completed) return;
  if (isHold) {
    if (talk.heldLegs.size === 0) talk.heldSinceMs = atMs;
    talk.heldLegs.add(channelId);
  } else if (talk.heldLegs.delete(channelId) && talk.heldLegs.size === 0) {
    talk.heldMs += Math.max(0, atMs - talk.heldSinceMs);
  }
}

export type Completion = {
  readonly atMs: number;
  /** null: counted from the answer; used where the answer was not heard. */
  readonly talkMs: number | null;
  readonly endedBy: EndedBy;
};

/** The conversation is over; once. */
export function finishTalk(book: VisitBook, stay: Stay, { atMs, talkMs, endedBy }: Completion): void {
  const { talk, name } = stay;
  if (talk === null || talk.completed) return;
  const connectedMs = talkMs ?? Math.max(0, atMs - talk.answeredAtMs);
  if (talk.heldLegs.size > 0) talk.heldMs += Math.max(0, atMs - talk.heldSinceMs);
  closeTalk(book, stay, atMs);
  book.ports.tell(atMs, visitKey("c", name), {
    type: "contact.completed",
    ...name,
    agentId: talk.agentId,
    talkMs: Math.max(0, connectedMs - talk.heldMs),
    holdMs: Math.min(connectedMs, talk.heldMs),
    wrapUpMs: book.ports.wrapUpMsOf(name.queueId),
    endedBy,
  });
}

/** The conversation ended while nobody listened: when and how is not known. */
export function loseTalk(book: VisitBook, stay: Stay, atMs: number): void {
  const { talk, name } = stay;
  if (talk === null || talk.completed) return;
  closeTalk(book, stay, atMs);
  book.ports.tell(atMs, visitKey("c", name), {
    type: "contact.completed",
    ...name,
    agentId: talk.agentId,
    talkMs: null,
    holdMs: null,
    wrapUpMs: null,
    endedBy: "unknown",
  });
}

function closeTalk(book: VisitBook, stay: Stay, atMs: number): void {
  const { talk } = stay;
  if (talk === null) return;
  talk.completed = true;
  talk.heldLegs.clear();
  stay.pending = null;
  book.pending.delete(stay);
  if (talk.legId !== null) book.legs.delete(talk.legId);
  if (!talk.legIsDown) book.ports.talkEnded(stay, talk.agentId, atMs);
}

/** The agent hung up; where he left the caller on hold, AgentComplete comes a second later. */
export function hangUpLeg(book: VisitBook, channelId: string, atMs: number): void {
  const stay = book.legs.get(channelId);
  if (stay !== undefined) releaseAgent(book, stay, atMs);
}

/** The agent is out of this conversation, whenever its end is told. */
export function releaseAgent(book: VisitBook, stay: Stay, atMs: number): void {
  if (stay.talk === null || stay.talk.legIsDown) return;
  stay.talk.legIsDown = true;
  book.ports.talkEnded(stay, stay.talk.agentId, atMs);
}

/** AgentRingNoAnswer, the n-th of this agent on this stay. */
export function ringUnanswered(book: VisitBook, stay: Stay, agentId: AgentId, ringMs: number, atMs: number): void {
  const rings = stay.rings.get(agentId) ?? { count: 0, atMs: [], toldUntilMs: -Infinity };
  rings.count += 1;
  rings.atMs.push(atMs);
  stay.rings.set(agentId, rings);
  book.ports.tell(atMs, `${visitKey("r", stay.name)}|${keyPart(agentId)}|${rings.count}`, {
    type: "agent.rang-unanswered",
    ...stay.name,
    agentId,
    ringMs,
  });
}

export type AgentComplete = {
  /** null: the caller's channel was gone already. */
  readonly call: Call | null;
  readonly legId: string | null;
  readonly queueId: QueueId;
  readonly agentId: AgentId;
  readonly atMs: number;
  readonly waitS: number | null;
  readonly talkS: number | null;
  readonly endedBy: EndedBy;
};

/** @returns false when it fits no call */
export function complete(book: VisitBook, told: AgentComplete): boolean {
  const { atMs, endedBy, talkS } = told;
  const known = talkOf(book, told);
  if (known !== null) {
    finishTalk(book, known, { atMs, talkMs: null, endedBy });
    return true;
  }
  if (told.call === null) return false;
  // Answered while nobody listened: AgentComplete alone tells the whole visit, in whole seconds.
  const { call, queueId, agentId, legId, waitS } = told;
  if (call.stays.some((stay) => stay.name.queueId === queueId && stay.talk?.completed === true)) return true;
  answer(book, call, queueId, { atMs: atMs - (talkS ?? 0) * 1000, agentId, legId, waitS });
  const stay = talkOf(book, told);
  if (stay !== null) finishTalk(book, stay, { atMs, talkMs: null, endedBy });
  return true;
}

function talkOf(book: VisitBook, { call, legId, queueId, agentId }: AgentComplete): Stay | null {
  const byLeg = legId === null ? undefined : book.legs.get(legId);
  if (byLeg !== undefined) return byLeg;
  const inQueue = (stay: Stay): boolean => isTalking(stay) && stay.name.queueId === queueId;
  if (call !== null) return call.stays.findLast(inQueue) ?? null;
  for (const other of book.calls.values()) {
    const stay = other.stays.findLast((one) => inQueue(one) && one.talk?.agentId === agentId);
    if (stay !== undefined) return stay;
  }
  return null;
}
