import { type AgentId, assertNever, type QueueId } from "../../../lib/vocabulary";
import { callerFromText } from "../caller-text";
import { join } from "./outcomes";
import type { LogExit, QueueLogLine } from "./queue-log";
import { answer, complete, loseTalk, ringUnanswered } from "./talks";
import { endStay, ensureOffered } from "./visit-facts";
import { type Call, callOf, isTalking, isWaiting, type Rings, stayAt, stayForFact, type VisitBook } from "./visits";

/** Lines carry the second in which they were written: the same ring is within this of what the events told. */
const SAME_RING_MS = 1_500;

/**
 * Tells what the log says of a time in which nobody listened. What was heard as well is not told twice; instants that
 * are known in milliseconds stay, and the log's whole seconds are counted from them.
 * @param agentOf the member of a queue who is called so
 */
export function fillFromQueueLog(
  book: VisitBook,
  lines: readonly QueueLogLine[],
  agentOf: (queueId: QueueId, name: string) => AgentId,
): void {
  const nextQueues = queuesEnteredNext(lines);
  lines.forEach((line, index) => fillLine(book, line, nextQueues[index] ?? null, agentOf));
}

function fillLine(
  book: VisitBook,
  line: QueueLogLine,
  nextQueueId: QueueId | null,
  agentOf: (queueId: QueueId, name: string) => AgentId,
): void {
  const { atMs, contactId, queueId, fact } = line;
  switch (fact.kind) {
    case "entered":
      join(book, contactId, queueId, atMs, callerFromText(fact.number), false);
      return;
    case "connected": {
      const call = callOf(book, contactId, atMs);
      const answeredAtMs = countFrom(call, queueId, atMs, fact.waitS);
      const agentId = agentOf(queueId, line.agent);
      answer(book, call, queueId, { atMs: answeredAtMs, agentId, legId: fact.legId || null, waitS: fact.waitS });
      return;
    }
    case "left":
      fillExit(book, callOf(book, contactId, atMs), line, fact.exit, fact.waitS, nextQueueId);
      return;
    case "completed": {
      const call = callOf(book, contactId, atMs);
      const talk = stayAt(call, queueId, atMs)?.talk;
      const endMs = talk && fact.talkS !== null ? talk.answeredAtMs + fact.talkS * 1000 : atMs;
      const { waitS, talkS, endedBy } = fact;
      const agentId = agentOf(queueId, line.agent);
      complete(book, { call, legId: null, queueId, agentId, atMs: endMs, waitS, talkS, endedBy });
      return;
    }
    case "rang-unanswered": {
      const agentId = agentOf(queueId, line.agent);
      const stay = stayForFact(callOf(book, contactId, atMs), queueId, atMs);
      if (stay !== null && !wasTold(stay.rings.get(agentId), atMs))
        ringUnanswered(book, stay, agentId, fact.ringMs, atMs);
      return;
    }
    case "started":
      loseAll(book, atMs);
      return;
    default:
      assertNever(fact);
  }
}

const wasTold = (rings: Rings | undefined, atMs: number): boolean =>
  rings !== undefined &&
  (atMs <= rings.toldUntilMs || rings.atMs.some((rangMs) => Math.abs(rangMs - atMs) <= SAME_RING_MS));

function fillExit(
  book: VisitBook,
  call: Call,
  { atMs, queueId }: QueueLogLine,
  exit: LogExit,
  waitS: number | null,
  toQueueId: QueueId | null,
): void {
  const stay = stayForFact(call, queueId, atMs);
  if (stay === null) return;
  ensureOffered(book, stay, atMs, waitS);
  const endMs = stay.pending?.atMs ?? (stay.provisional ? stay.endedAtMs : null);
  stay.pending = null;
  book.pending.delete(stay);
  stay.provisional = false;
  const atExactlyMs = endMs ?? countFrom(call, queueId, atMs, waitS);
  if (exit === "abandoned") endStay(book, stay, "abandoned", atExactlyMs);
  else endStay(book, stay, "overflowed", atExactlyMs, { reason: exit, toQueueId });
}

/** The log counts waits in the seconds of its clock, so the joining's milliseconds carry over. */
function countFrom(call: Call, queueId: QueueId, atMs: number, waitS: number | null): number {
  const offeredAtMs = stayAt(call, queueId, atMs)?.offeredAtMs ?? null;
  return offeredAtMs === null || waitS === null ? atMs : offeredAtMs + waitS * 1000;
}

/** Asterisk started: every call before is gone. */
function loseAll(book: VisitBook, atMs: number): void {
  for (const call of book.calls.values()) {
    for (const stay of call.stays) {
      if ((stay.offeredAtMs ?? atMs) >= atMs) continue;
      if (isWaiting(stay)) endStay(book, stay, "lost", atMs);
      else if (isTalking(stay)) loseTalk(book, stay, atMs);
    }
  }
}

/** For each line the queue that its call enters next, where that is the next thing told of it. */
function queuesEnteredNext(lines: readonly QueueLogLine[]): readonly (QueueId | null)[] {
  const next = new Map<string, QueueId | null>();
  const entered: (QueueId | null)[] = [];
  for (const { contactId, queueId, fact } of lines.toReversed()) {
    entered.push(next.get(contactId) ?? null);
    next.set(contactId, fact.kind === "entered" ? queueId : null);
  }
  return entered.reverse();
}
