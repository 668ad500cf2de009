import { memberOf, NO_TEXT, QUEUES, rawMessage, BREAKS_OUT } from "./hostile";

export type Call = { readonly id: string; readonly queue: string; readonly name: string | Buffer };

type Fields = Readonly<Record<string, string | number | Buffer>>;
const stamp = (atMs: number): string => `${(atMs / 1_000).toFixed(3)}000`;
const event = (kind: string, atMs: number, { id, name }: Call, more: Fields): Buffer =>
  rawMessage({
    Event: kind,
    Privilege: "agent,all",
    Timestamp: stamp(atMs),
    Channel: `PJSIP/trunk-${id}`,
    CallerIDNum: `+351215500${id.slice(-3)}`,
    CallerIDName: name,
    ConnectedLineName: name,
    Uniqueid: id,
    Linkedid: id,
    ...more,
  });

/** A caller comes. */
export const joins = (call: Call, atMs: number): Buffer =>
  event("QueueCallerJoin", atMs, call, { Queue: call.queue, Position: 1, Count: 1 });

const leaves = (call: Call, atMs: number): Buffer =>
  event("QueueCallerLeave", atMs, call, { Queue: call.queue, Position: 1, Count: 0 });

const isServed = (call: Call, index: number, atMs: number): Buffer => {
  const { name, location } = memberOf(index);
  const member = { Queue: call.queue, DestUniqueid: `${call.id}9`, Interface: location, MemberName: name };
  return Buffer.concat([
    event("AgentConnect", atMs, call, { ...member, HoldTime: 5, RingTime: 2 }),
    leaves(call, atMs),
    event("AgentComplete", atMs + 10_000, call, { ...member, HoldTime: 5, TalkTime: 10, Reason: "caller" }),
    event("Hangup", atMs + 10_000, call, { Cause: 16, "Cause-txt": "Normal Clearing" }),
  ]);
};

const givesUp = (call: Call, atMs: number): Buffer =>
  Buffer.concat([
    event("QueueCallerAbandon", atMs, call, { Queue: call.queue, Position: 1, OriginalPosition: 1, HoldTime: 20 }),
    leaves(call, atMs),
    event("Hangup", atMs, call, { Cause: 16 }),
  ]);

/** In each queue one caller is served, one gives up, one still waits; each is called like the queue. */
export function hostileHour(nowMs: number): Buffer {
  const beganMs = nowMs - 120_000;
  return Buffer.concat(
    QUEUES.flatMap((queue, index) => {
      const call = (kind: number): Call => ({ id: `1795324${kind}00.${100 + index}`, queue, name: queue });
      return [
        joins(call(1), beganMs),
        isServed(call(1), index, beganMs + 5_000),
        joins(call(2), beganMs + 20_000),
        givesUp(call(2), beganMs + 40_000),
        joins(call(3), nowMs - 3_000),
      ];
    }),
  );
}

/** Messages that are not what they seem, each of which Asterisk might pass on as it is. */
export function brokenMessages(nowMs: number, queue: string): Buffer {
  const broken = (id: number, name: string | Buffer): Buffer =>
    Buffer.concat([
      joins({ id: `1795324400.${id}`, queue, name }, nowMs - 60_000),
      givesUp({ id: `1795324400.${id}`, queue, name }, nowMs - 30_000),
    ]);
  const complained = { id: "", queue: `${queue}\u001b[31m`, name: "\u001b[2J\u202e" };
  return Buffer.concat([
    broken(101, BREAKS_OUT),
    // Its message ends too early: of a queue it says nothing.
    broken(102, `${BREAKS_OUT}\r\n`),
    broken(103, NO_TEXT),
    broken(104, BREAKS_OUT.replaceAll("\r", "")),
    // Longer than any line may be: told nowhere, and said once.
    broken(105, "x".repeat(10_240)),
    joins(complained, nowMs),
    rawMessage({
      Event: "AgentConnect",
      Uniqueid: "\u001b[1m\u009b\u2028",
      Queue: "\u0000\u0007",
      CallerIDName: NO_TEXT,
    }),
    Buffer.from("\u001b[31mnot a message\u0007\r\n\r\n"),
    rawMessage({ Response: "Error", ActionID: "\u001b[1m", Message: "\u001b[31m\u202eno" }),
  ]);
}
