import type { Caller, OverflowReason, RefusalReason } from "../../../lib/events";
import type { ContactId, QueueId } from "../../../lib/vocabulary";
import { finishTalk } from "./talks";
import { endStay, ensureOffered, tellOffered } from "./visit-facts";
import {
  addStay,
  type Call,
  callOf,
  COARSE_MS,
  isTalking,
  isWaiting,
  stayAt,
  nextStay,
  type Pending,
  type Stay,
  stayForFact,
  visitKey,
  type VisitBook,
} from "./visits";

/** How long a reason may follow an abandon, an answer a leave, and AgentComplete a hang-up. */
const SETTLE_MS = { abandon: 250, leave: 200, "hang-up": 5_000 } as const;

/** A caller joins a queue. The same joining told twice, exactly or in whole seconds, is one. */
export function join(
  book: VisitBook,
  contactId: ContactId,
  queueId: QueueId,
  atMs: number,
  caller: Caller | null,
  exactly: boolean,
): Stay {
  const call = callOf(book, contactId, atMs);
  call.caller = exactly ? (caller ?? call.caller) : (call.caller ?? caller);
  settleCall(book, call, "carries on", queueId);
  const latest = stayAt(call, queueId, atMs);
  if (latest !== null && isSameJoining(latest, atMs, exactly)) return latest;
  if (latest !== null && latest.offeredAtMs === null && latest.endedAtMs === null) {
    tellOffered(book, latest, atMs, exactly);
    return latest;
  }
  if (latest !== null && isWaiting(latest)) endStay(book, latest, "lost", atMs);
  const stay = addStay(call, queueId, atMs);
  tellOffered(book, stay, atMs, exactly);
  return stay;
}

function isSameJoining(stay: Stay, atMs: number, exactly: boolean): boolean {
  if (stay.offeredAtMs === null) return false;
  const apartMs = Math.abs(stay.offeredAtMs - atMs);
  return exactly && stay.offeredExactly ? apartMs === 0 : apartMs <= COARSE_MS;
}

/** QueueCallerAbandon: the caller is out unanswered; why is told a moment later. */
export function abandon(book: VisitBook, call: Call, queueId: QueueId, atMs: number, waitS: number | null): void {
  const stay = stayForFact(call, queueId, atMs);
  if (stay === null || stay.pending?.kind === "abandon") return;
  ensureOffered(book, stay, atMs, waitS);
  hold(book, stay, "abandon", atMs);
}

/** QueueCallerLeave: answered, by key, or the other half of an abandon. */
export function leave(book: VisitBook, call: Call, queueId: QueueId, atMs: number): void {
  const stay = stayForFact(call, queueId, atMs);
  if (stay !== null && stay.pending === null && stay.outcome !== "answered") hold(book, stay, "leave", atMs);
}

function hold(book: VisitBook, stay: Stay, kind: Pending["kind"], atMs: number): void {
  const dueMs = atMs + SETTLE_MS[kind];
  stay.pending = { kind, atMs, reason: null, dueMs };
  book.pending.add(stay);
  book.dueMs = Math.min(book.dueMs, dueMs);
}

/** The channel's QUEUESTATUS is set: why it left a queue, or why it never got in. */
export function setQueueStatus(book: VisitBook, call: Call, value: string, atMs: number, caller: Caller): void {
  switch (value) {
    case "TIMEOUT":
      return explain(book, call, "timeout", atMs);
    case "LEAVEEMPTY":
    case "LEAVEUNAVAIL":
      return explain(book, call, "empty", atMs);
    case "WITHDRAW":
      return explain(book, call, "withdrawn", atMs);
    case "FULL":
      return refuse(book, call, "full", atMs, caller);
    case "JOINEMPTY":
    case "JOINUNAVAIL":
      return refuse(book, call, "empty", atMs, caller);
    default:
  }
}

type Reason = Exclude<Pending["reason"], null>;

function explain(book: VisitBook, call: Call, reason: Reason, atMs: number): void {
  const last = call.stays.at(-1);
  if (last === undefined) return;
  // Where it goes from here is told next, so the outcome waits a little longer.
  if (last.pending !== null) last.pending.reason = reason;
  else if (last.outcome === "abandoned" && last.provisional && atMs - (last.endedAtMs ?? atMs) <= SETTLE_MS["hang-up"])
    endStay(book, last, "overflowed", last.endedAtMs ?? atMs, { reason, toQueueId: null });
}

function refuse(book: VisitBook, call: Call, reason: RefusalReason, atMs: number, caller: Caller): void {
  settleCall(book, call, "carries on", null);
  call.caller ??= caller;
  const queueId = call.triedQueueId;
  if (queueId === null) return;
  const name = { queueId, contactId: call.contactId, stay: nextStay(call, queueId) };
  call.refusals.set(queueId, name.stay);
  book.ports.tell(atMs, visitKey("f", name), {
    type: "contact.refused",
    ...name,
    channel: "voice",
    caller: call.caller,
    reason,
  });
}

/** The caller's channel is gone. */
export function hangUp(book: VisitBook, call: Call, atMs: number): void {
  call.hungUp = true;
  settleCall(book, call, "is over", null);
  for (const stay of call.stays) {
    if (isWaiting(stay) && stay.offeredAtMs !== null) endStay(book, stay, "abandoned", atMs);
    else if (isTalking(stay)) hold(book, stay, "hang-up", atMs);
  }
}

type Fate = "carries on" | "is over" | "not told";

function settleCall(book: VisitBook, call: Call, fate: Fate, toQueueId: QueueId | null): void {
  if (book.pending.size === 0) return;
  for (const stay of call.stays) if (stay.pending?.kind !== "hang-up") settle(book, stay, fate, toQueueId);
}

/** Settles what was not explained in time. */
export function settleUntil(book: VisitBook, nowMs: number): void {
  if (nowMs < book.dueMs) return;
  book.dueMs = Infinity;
  for (const stay of book.pending) {
    const dueMs = stay.pending?.dueMs ?? Infinity;
    const mustWait = book.syncing && stay.offeredAtMs === null;
    if (dueMs <= nowMs && !mustWait) settle(book, stay, "not told", null);
    else book.dueMs = Math.min(book.dueMs, dueMs);
  }
}

function settle(book: VisitBook, stay: Stay, fate: Fate, toQueueId: QueueId | null): void {
  const { pending } = stay;
  if (pending === null) return;
  const { kind, atMs } = pending;
  stay.pending = null;
  book.pending.delete(stay);
  if (kind === "hang-up") {
    finishTalk(book, stay, { atMs, talkMs: null, endedBy: "unknown" });
    return;
  }
  ensureOffered(book, stay, atMs, null);
  const reason = pending.reason ?? unexplained(kind, fate);
  stay.provisional = fate === "not told";
  if (reason === null) endStay(book, stay, "abandoned", atMs);
  else endStay(book, stay, "overflowed", atMs, { reason, toQueueId });
}

/** Who leaves without a word pressed a key; who is given up but goes on in the dialplan had waited too long. */
function unexplained(kind: "abandon" | "leave", fate: Fate): OverflowReason | null {
  if (kind === "leave") return "key";
  return fate === "carries on" ? "timeout" : null;
}
