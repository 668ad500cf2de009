import {
  type AmiFields,
  amiEvent,
  amiMessage,
  callFields,
  type FakeModel,
} from "../../server/sources/asterisk/testing/ami-text";
import { CANARY } from "./canaries";

/** An agent whose telephone is a number outside: the centre's own configuration, no caller's. */
export const AGENT_OUTSIDE = "Local/4930555000111@from-queue/n";
const AGENT = { name: "Ana Ruiz", location: "PJSIP/1001" };
export const QUEUE = "support";

type Call = { readonly id: string; readonly number: string; readonly name?: string };

/** A call's fields, its caller's number in all that may carry it. */
const fieldsOf = ({ id, number, name = number }: Call): AmiFields => ({
  ...callFields({
    uniqueid: id,
    channel: `PJSIP/${CANARY.channel}-0000${id.slice(-2)}`,
    callerNumber: number,
    callerName: name,
    waitS: 0,
  }),
  ConnectedLineNum: CANARY.connected,
  ConnectedLineName: CANARY.connected,
  AccountCode: CANARY.account,
  Exten: CANARY.extension,
});

const event = (kind: string, atMs: number, fields: AmiFields): string => amiEvent(kind, "agent", atMs, fields);
const agent = {
  DestUniqueid: "1795324900.999",
  DestChannel: `Local/${CANARY.channel}@from-queue`,
  Interface: AGENT.location,
  MemberName: AGENT.name,
};

export const joined = (call: Call, atMs: number): string =>
  event("QueueCallerJoin", atMs, { ...fieldsOf(call), Queue: QUEUE, Position: 1, Count: 1 });

const answered = (call: Call, atMs: number): string =>
  joined(call, atMs - 4_000) +
  event("AgentCalled", atMs - 3_000, {
    ...fieldsOf(call),
    Queue: QUEUE,
    ...agent,
    DialString: `PJSIP/${call.number}@trunk`,
  }) +
  event("AgentConnect", atMs - 2_000, { ...fieldsOf(call), Queue: QUEUE, ...agent, HoldTime: 2, RingTime: 1 }) +
  event("QueueCallerLeave", atMs - 2_000, { ...fieldsOf(call), Queue: QUEUE, Position: 1, Count: 0 }) +
  event("AgentComplete", atMs, {
    ...fieldsOf(call),
    Queue: QUEUE,
    ...agent,
    HoldTime: 2,
    TalkTime: 2,
    Reason: "caller",
  }) +
  event("Hangup", atMs, { ...fieldsOf(call), Cause: 16, "Cause-txt": `Normal, ${call.number}` });

const abandoned = (call: Call, atMs: number): string =>
  joined(call, atMs - 9_000) +
  event("QueueCallerAbandon", atMs, {
    ...fieldsOf(call),
    Queue: QUEUE,
    Position: 1,
    OriginalPosition: 1,
    HoldTime: 9,
  }) +
  event("QueueCallerLeave", atMs, { ...fieldsOf(call), Queue: QUEUE, Position: 1, Count: 0 }) +
  event("Hangup", atMs, { ...fieldsOf(call), Cause: 16 });

const status = (call: Call, atMs: number, value: string): string =>
  amiEvent("VarSet", "dialplan", atMs, { ...fieldsOf(call), Variable: "QUEUESTATUS", Value: value });

const refused = (call: Call, atMs: number): string =>
  amiEvent("Newexten", "dialplan", atMs, {
    ...fieldsOf(call),
    Extension: call.number,
    Application: "Queue",
    AppData: `${QUEUE},t,,,30,,${call.number}`,
  }) + status(call, atMs, "FULL");

const overflowed = (call: Call, atMs: number): string => abandoned(call, atMs) + status(call, atMs, "TIMEOUT");

/** An agent calls outside, and is answered. */
const outbound = (atMs: number): string =>
  ["Newchannel", "DialBegin", "Newstate", "DialEnd", "BridgeEnter", "Cdr"]
    .map((kind) =>
      amiEvent(kind, "call", atMs, {
        ...fieldsOf({ id: "1795324900.90", number: CANARY.outbound }),
        Channel: `${AGENT.location}-00000090`,
        DestChannel: "PJSIP/carrier-00000091",
        DestUniqueid: "1795324900.92",
        DestLinkedid: "1795324900.90",
        DestCallerIDNum: CANARY.outbound,
        DialString: `${CANARY.outbound}@carrier`,
        DialStatus: "ANSWER",
        Destination: CANARY.outbound,
      }),
    )
    .join("");

/** What the adapter cannot make use of, and complains of. */
const nonsense = (atMs: number): string => {
  const number = CANARY.unreadable;
  const call = fieldsOf({ id: "1795324900.91", number: CANARY.complained });
  return [
    `${number}\r\n\r\n`,
    `Happening: ${number}\r\nCallerIDNum: ${number}\r\n\r\n`,
    event("QueueCallerJoin", atMs, { Channel: `PJSIP/${number}`, CallerIDNum: number, CallerIDName: `x ${number}` }),
    event("QueueCallerJoin", atMs, { ...call, Uniqueid: "", Queue: "" }),
    event("AgentConnect", atMs, { ...call, Queue: QUEUE, Interface: "" }),
    event("AgentComplete", atMs, {
      CallerIDNum: number,
      DestUniqueid: "1795.5",
      Queue: QUEUE,
      Interface: AGENT.location,
    }),
    event("QueueMemberStatus", atMs, { MemberName: number, Interface: "", Queue: QUEUE }),
    amiEvent("QueueCallerJoin", "agent", atMs + 3 * 86_400_000, { ...call, Queue: "" }),
    amiMessage({ Response: "Error", ActionID: "nobody-asked", Message: `No such channel PJSIP/${number}` }),
    amiMessage({ Event: "QueueCallerJoin", ...call, CallerIDName: `${"x".repeat(9_000)}${CANARY.tooLong}` }),
    amiMessage({ Event: "QueueCallerJoin", ...call, CallerIDNum: CANARY.tooLong, A: "a".repeat(70_000) }),
    `${"Event: UserEvent\r\n".padEnd(66_000, `${CANARY.tooLong} `)}\r\n\r\n`,
    event("UserEvent", atMs, { UserEvent: "Survey", Number: number, Comment: `call me back at ${number}` }),
  ].join("");
};

/** A morning of canaries: one call of each outcome, in each spelling, and whatever else is said of them. */
export function canaryMorning(nowMs: number): string {
  const at = (secondsAgo: number): number => nowMs - secondsAgo * 1_000;
  return [
    answered({ id: "1795324900.11", number: CANARY.answered }, at(60)),
    abandoned({ id: "1795324900.12", number: CANARY.abandoned, name: `Anna <${CANARY.abandoned}>` }, at(50)),
    refused({ id: "1795324900.13", number: CANARY.refused }, at(40)),
    overflowed({ id: "1795324900.14", number: CANARY.overflowed }, at(35)),
    abandoned({ id: "1795324900.15", number: CANARY.withoutPlus }, at(30)),
    abandoned({ id: "1795324900.16", number: CANARY.spaced }, at(25)),
    answered({ id: "1795324900.17", number: CANARY.withZeros }, at(20)),
    // Withheld, but his name is his number.
    abandoned({ id: "1795324900.18", number: "anonymous", name: CANARY.spaced }, at(15)),
    outbound(at(10)),
    nonsense(at(5)),
    joined({ id: "1795324900.19", number: CANARY.waiting }, at(4)),
  ].join("");
}

/** The callers whose number the vault holds after all of it, as they are dialled (PV1). */
export const KEPT = [
  CANARY.answered,
  CANARY.abandoned,
  CANARY.refused,
  CANARY.overflowed,
  CANARY.withoutPlus,
  CANARY.spaced.replaceAll(" ", ""),
  CANARY.withZeros.replace("00", "+"),
  CANARY.listed,
  CANARY.inGap,
  CANARY.waiting,
];

/** What the lists tell: one caller who waited already, and two agents. */
export const MODEL: FakeModel = {
  queues: [
    {
      name: QUEUE,
      members: [
        { ...AGENT, status: 1 },
        { name: "Ben Okafor", location: AGENT_OUTSIDE, status: 1 },
      ],
      entries: [
        {
          uniqueid: "1795324900.10",
          channel: `PJSIP/${CANARY.channel}-00000010`,
          callerNumber: CANARY.listed,
          callerName: CANARY.listed,
          waitS: 3,
        },
      ],
    },
  ],
  channels: [
    {
      uniqueid: "1795324900.10",
      linkedid: "1795324900.10",
      channel: `PJSIP/${CANARY.channel}-00000010`,
      callerNumber: CANARY.listed,
      application: "Queue",
      applicationData: `${QUEUE},t,,,30,,${CANARY.listed}`,
      bridgeId: "",
    },
  ],
};

/** Lines of the queue_log of somebody who came and went while nobody listened. */
export function gapLines(fromMs: number): string {
  const second = Math.ceil(fromMs / 1_000);
  const line = (after: number, verb: string): string => `${second + after}|1795324900.20|${QUEUE}|NONE|${verb}\n`;
  return line(0, `ENTERQUEUE||${CANARY.inGap}|1`) + line(1, "ABANDON|1|1|1") + `${second}|${CANARY.inGap}\n`;
}
