import type { Caller, EndedBy } from "../../../lib/events";
import { type AgentId, agentId, assertNever, type ContactId, contactId, queueId } from "../../../lib/vocabulary";
import { nameFrom } from "../caller-text";
import { entryKey, explain, memberKey } from "./listing";
import type { MemberNews } from "./agent";
import type { Members } from "./members";
import { type Field, FIELD, type MessageKind, numberField, rawField } from "./messages";
import type { OutboundCalls } from "./outbound/outbound-calls";
import { readDial } from "./outbound/read-dial";
import { abandon, hangUp, join, leave, setQueueStatus } from "./outcomes";
import type { Resync } from "./resync";
import { sampleOf } from "./sample-text";
import { answer, changeHold, complete, hangUpLeg, ringUnanswered } from "./talks";
import { callerFrom, createDecoder } from "./text";
import { type Call, callOf, stayForFact, type VisitBook } from "./visits";

/** Messages that are about the connection; the session has its own use for them. */
export type SessionKind = "Response" | "FullyBooted" | "Shutdown" | "QueueStatusComplete" | "CoreShowChannelsComplete";
export type FactKind = Exclude<MessageKind, SessionKind>;

export type TranslatePorts = {
  readonly book: VisitBook;
  readonly members: Members;
  readonly resync: Resync;
  readonly outbound: OutboundCalls;
  /** An instant that the source named, by the clock of its messages as they are told. */
  readonly fromTheirs: (atMs: number) => number;
  readonly problem: (what: string, sample: string) => void;
};

/** Tells the book and the members what a message says. */
export function createTranslator({ book, members, resync, outbound, fromTheirs, problem }: TranslatePorts) {
  const decode = createDecoder();

  function text(message: string, field: Field): string | null {
    const raw = rawField(message, field);
    return raw === null || raw === "" ? null : decode(raw);
  }
  const callIdOf = (message: string): ContactId | null => {
    const id = text(message, FIELD.uniqueid);
    return id === null ? null : contactId(id);
  };
  const knownCall = (message: string): Call | null => {
    const id = callIdOf(message);
    return id === null ? null : (book.calls.get(id) ?? null);
  };

  return (kind: FactKind, message: string, atMs: number): void => {
    switch (kind) {
      case "QueueCallerJoin":
      case "QueueCallerLeave":
      case "QueueCallerAbandon":
      case "AgentConnect":
      case "AgentRingNoAnswer":
        return tellOfCaller(kind, message, atMs);
      case "AgentComplete":
        return tellOfComplete(message, atMs);
      case "VarSet":
        return tellOfStatus(message, atMs);
      case "Newexten":
        return tellOfDialplan(message, atMs);
      case "Hangup": {
        const call = knownCall(message);
        if (call !== null) hangUp(book, call, atMs);
        hangUpLeg(book, text(message, FIELD.uniqueid) ?? "", atMs);
        return;
      }
      case "Hold":
      case "Unhold":
        changeHold(book, text(message, FIELD.uniqueid) ?? "", knownCall(message), atMs, kind === "Hold");
        return;
      case "DialBegin":
      case "DialEnd":
        return tellOfDial(kind, message, atMs);
      case "QueueMember":
      case "QueueMemberAdded":
      case "QueueMemberPause":
      case "QueueMemberPaused":
      case "QueueMemberPenalty":
      case "QueueMemberRinginuse":
      case "QueueMemberStatus":
      case "QueueMemberRemoved":
        return tellOfMember(kind, message, atMs);
      case "QueueParams":
        resync.openListing();
        return;
      case "QueueEntry":
        return takeEntry(message);
      case "CoreShowChannel":
        return takeChannel(message);
      default:
        assertNever(kind);
    }
  };

  function tellOfCaller(
    kind: "QueueCallerJoin" | "QueueCallerLeave" | "QueueCallerAbandon" | "AgentConnect" | "AgentRingNoAnswer",
    message: string,
    atMs: number,
  ): void {
    const id = callIdOf(message);
    const queue = text(message, FIELD.queue);
    if (id === null || queue === null) return problem(`${kind} without a call or a queue`, sampleOf(message));
    const inQueue = queueId(queue);
    resync.eventHeard();
    const listing = resync.listing();
    if (listing !== null && kind !== "AgentRingNoAnswer") explain(listing, entryKey(id, inQueue));
    if (kind === "QueueCallerJoin") {
      const caller = callerOf(message);
      outbound.callerCame(text(message, FIELD.channel) ?? "", caller.number);
      join(book, id, inQueue, atMs, caller, true);
      return;
    }
    const call = callOf(book, id, atMs);
    call.caller ??= callerOf(message);
    if (kind === "QueueCallerLeave") return leave(book, call, inQueue, atMs);
    const waitS = numberField(message, FIELD.holdTime);
    if (kind === "QueueCallerAbandon") return abandon(book, call, inQueue, atMs, waitS);
    const agent = agentOf(message, FIELD.interface);
    if (agent === null) return problem(`${kind} without an agent`, sampleOf(message));
    if (kind === "AgentConnect") {
      answer(book, call, inQueue, { atMs, agentId: agent, legId: text(message, FIELD.destUniqueid), waitS });
      outbound.agentConnected(text(message, FIELD.linkedid) ?? id, agent, atMs);
      return;
    }
    const stay = stayForFact(call, inQueue, atMs);
    if (stay !== null) ringUnanswered(book, stay, agent, numberField(message, FIELD.ringTime) ?? 0, atMs);
  }

  function tellOfComplete(message: string, atMs: number): void {
    const queue = text(message, FIELD.queue);
    const agent = agentOf(message, FIELD.interface);
    if (queue === null || agent === null) {
      return problem("AgentComplete without a queue or an agent", sampleOf(message));
    }
    const id = callIdOf(message);
    const call = id === null ? null : callOf(book, id, atMs);
    if (call !== null) call.caller ??= callerOf(message);
    const isMatched = complete(book, {
      call,
      legId: text(message, FIELD.destUniqueid),
      queueId: queueId(queue),
      agentId: agent,
      atMs,
      waitS: numberField(message, FIELD.holdTime),
      talkS: numberField(message, FIELD.talkTime),
      endedBy: endedBy(rawField(message, FIELD.reason)),
    });
    if (!isMatched) problem("AgentComplete of a call that is not known", sampleOf(message));
  }

  function tellOfStatus(message: string, atMs: number): void {
    const id = callIdOf(message);
    const value = rawField(message, FIELD.value) ?? "";
    if (id === null || value === "CONTINUE") return;
    setQueueStatus(book, callOf(book, id, atMs), value, atMs, callerOf(message));
  }

  /** The dialplan is about to try a queue: a refusal will not name it. */
  function tellOfDialplan(message: string, atMs: number): void {
    const id = callIdOf(message);
    const [queue = ""] = (text(message, FIELD.appData) ?? "").split(",");
    if (id !== null && queue !== "") callOf(book, id, atMs).triedQueueId = queueId(queue);
  }

  function tellOfDial(kind: "DialBegin" | "DialEnd", message: string, atMs: number): void {
    const dial = readDial((field) => text(message, field));
    if (dial === null) return problem(`${kind} without what was dialled`, sampleOf(message));
    if (kind === "DialBegin") outbound.began(dial, text(message, FIELD.dialString) ?? "", atMs);
    else outbound.ended(dial, rawField(message, FIELD.dialStatus) === "ANSWER", atMs);
  }

  function tellOfMember(kind: FactKind, message: string, atMs: number): void {
    const news = readMember(message, kind === "QueueMember");
    if (news === null) return problem(`${kind} without a queue or an agent`, sampleOf(message));
    const key = memberKey(news.agentId, news.queueId);
    if (kind === "QueueMember") {
      resync.openListing().members.set(key, news);
      return;
    }
    resync.eventHeard();
    const listing = resync.listing();
    if (listing !== null) explain(listing, key);
    if (kind === "QueueMemberRemoved") members.remove(news.queueId, news.agentId, atMs);
    else members.apply(news, atMs);
  }

  function readMember(message: string, isRow: boolean): MemberNews | null {
    const queue = text(message, FIELD.queue);
    const agent = agentOf(message, isRow ? FIELD.location : FIELD.interface);
    if (queue === null || agent === null) return null;
    outbound.knowDevice(agent, agent);
    outbound.knowDevice(text(message, FIELD.stateInterface) ?? agent, agent);
    const reason = nameFrom(text(message, FIELD.pausedReason));
    const paused = rawField(message, FIELD.paused) === "1";
    return {
      queueId: queueId(queue),
      agentId: agent,
      name: nameFrom(text(message, isRow ? FIELD.name : FIELD.memberName)),
      penalty: numberField(message, FIELD.penalty),
      device: numberField(message, FIELD.status) ?? 0,
      inCall: rawField(message, FIELD.inCall) === "1",
      paused,
      pausedReason: paused ? reason : null,
      lastCallAtMs: secondField(message, FIELD.lastCall),
      lastPauseAtMs: secondField(message, FIELD.lastPause),
    };
  }

  function secondField(message: string, field: Field): number | null {
    const second = numberField(message, field);
    return second === null || second === 0 ? null : fromTheirs(second * 1000);
  }

  function agentOf(message: string, field: Field): AgentId | null {
    const face = text(message, field);
    return face === null ? null : agentId(face);
  }

  function takeEntry(message: string): void {
    const id = callIdOf(message);
    const queue = text(message, FIELD.queue);
    if (id === null || queue === null) return problem("QueueEntry without a call or a queue", sampleOf(message));
    const row = { contactId: id, queueId: queueId(queue), caller: callerOf(message) };
    const waitS = numberField(message, FIELD.wait) ?? 0;
    resync.openListing().entries.set(entryKey(id, row.queueId), { ...row, waitS });
  }

  function takeChannel(message: string): void {
    const isInQueue = rawField(message, FIELD.application) === "Queue";
    const isBridged = (rawField(message, FIELD.bridgeId) ?? "") !== "";
    resync.channelRow(text(message, FIELD.uniqueid) ?? "", isInQueue && isBridged);
  }
}

const callerOf = (message: string): Caller =>
  callerFrom(rawField(message, FIELD.callerNumber), rawField(message, FIELD.callerName));

function endedBy(reason: string | null): EndedBy {
  return reason === "caller" || reason === "agent" || reason === "transfer" ? reason : "unknown";
}
