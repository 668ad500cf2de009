import type { ToldEvent, SourceEvent } from "../../../../lib/events";
import type { QueueId } from "../../../../lib/vocabulary";
import { queueId } from "../../../../lib/vocabulary";
import type { SourceResume } from "../../source";
import { type AmiResponse, createAmiSession } from "../session";
import { amiEvent, type AmiFields, amiMessage } from "./ami-text";
import { NOTHING_KNOWN } from "../../source";

const DAY = "2026-11-22";
/** The instant of a time of day, UTC: `instant("09:00:20.500")`. */
export const instant = (time: string): number => Date.parse(`${DAY}T${time}Z`);

export type ListenerOptions = {
  readonly wrapUpS?: Readonly<Record<string, number>>;
  readonly resume?: SourceResume;
  readonly queueLog?: string;
};

/**
 * A session that hears hand-written messages in live fashion, each at its instant: `at("09:00:20").joins("c1", "sales")`.
 */
export function createListener(options: ListenerOptions = {}) {
  const told: SourceEvent[] = [];
  const problems: string[] = [];
  const responses: AmiResponse[] = [];
  const wrapUpMsOf = (queue: QueueId): number | null => {
    const wrapUpS = options.wrapUpS?.[queue];
    return wrapUpS === undefined ? null : wrapUpS * 1000;
  };
  let lives = 0;
  const { queueLog } = options;
  const session = createAmiSession(
    { wrapUpMsOf, resume: options.resume ?? NOTHING_KNOWN },
    {
      emit: (batch) => told.push(...batch),
      onResponse: (response) => responses.push(response),
      onBanner: () => undefined,
      onFullyBooted: () => undefined,
      onSnapshotComplete: () => {
        lives += 1;
      },
      onShutdown: () => undefined,
      problem: (what) => problems.push(what),
      readQueueLog: queueLog === undefined ? null : () => queueLog,
    },
  );

  function at(time: string) {
    const atMs = instant(time);
    const say = (text: string): void => session.bytes(Buffer.from(text, "utf8"), atMs);
    const event = (name: string, fields: AmiFields): void => say(amiEvent(name, "agent", atMs, fields));
    return {
      say,
      event,
      connects: (uptimeS = 90_000) => {
        session.connectionMade(atMs);
        say(amiMessage({ Event: "FullyBooted", Privilege: "system,all", Uptime: uptimeS }));
      },
      loses: () => session.connectionLost(atMs, "cut"),
      row: (name: string, fields: AmiFields) => say(amiMessage({ Event: name, ...fields })),
      listed: () => say(amiMessage({ Event: "QueueStatusComplete", EventList: "Complete" })),
      channelsListed: () => say(amiMessage({ Event: "CoreShowChannelsComplete", EventList: "Complete" })),
      joins: (call: string, queue: string) => event("QueueCallerJoin", caller(call, queue)),
      leaves: (call: string, queue: string) => event("QueueCallerLeave", caller(call, queue)),
      givesUp: (call: string, queue: string, waitS = 0) =>
        event("QueueCallerAbandon", { ...caller(call, queue), HoldTime: waitS }),
      status: (call: string, value: string) =>
        event("VarSet", { Uniqueid: call, CallerIDNum: "5511999", Variable: "QUEUESTATUS", Value: value }),
      tries: (call: string, queue: string) =>
        event("Newexten", { Uniqueid: call, Application: "Queue", AppData: `${queue},tc,,,45` }),
      hangsUp: (call: string) => event("Hangup", { Uniqueid: call, Cause: 16 }),
      answers: (agent: string, call: string, queue: string, waitS = 0) =>
        event("AgentConnect", { ...withAgent(call, queue, agent), HoldTime: waitS, RingTime: 1 }),
      completes: (agent: string, call: string, queue: string, reason = "caller") =>
        event("AgentComplete", { ...withAgent(call, queue, agent), HoldTime: 0, TalkTime: 0, Reason: reason }),
      ringsOut: (agent: string, call: string, queue: string, ringMs: number) =>
        event("AgentRingNoAnswer", { ...withAgent(call, queue, agent), RingTime: ringMs }),
      member: (agent: string, queue: string, fields: AmiFields, name = "QueueMemberStatus") =>
        event(name, { Queue: queue, MemberName: agent, Interface: agent, ...memberFields(fields) }),
      memberRow: (agent: string, queue: string, fields: AmiFields = {}) =>
        say(amiMessage({ Event: "QueueMember", Queue: queue, Name: agent, Location: agent, ...memberFields(fields) })),
      passes: () => session.advanceTo(atMs),
    };
  }

  return {
    at,
    told,
    problems,
    responses,
    lives: () => lives,
    /** What was told since the last look, without the keys. */
    news: (): ToldEvent[] => told.splice(0).map(({ event }) => event),
    session,
  };
}

const caller = (call: string, queue: string): AmiFields => ({
  CallerIDNum: "5511999",
  CallerIDName: "Ana",
  Uniqueid: call,
  Queue: queue,
});

const withAgent = (call: string, queue: string, agent: string): AmiFields => ({
  ...caller(call, queue),
  DestUniqueid: `leg-${call}`,
  Interface: agent,
  MemberName: agent,
});

const memberFields = (fields: AmiFields): AmiFields => ({
  Penalty: 0,
  LastCall: 0,
  LastPause: 0,
  InCall: 0,
  Status: 1,
  Paused: 0,
  PausedReason: "",
  ...fields,
});

/** A visit's name as it stands in facts. */
export const visit = (contactId: string, queue: string, stay = 1) => ({ queueId: queueId(queue), contactId, stay });
