import type { ToldEvent, SourceEvent } from "../../../lib/events";
import { contactId, type QueueId } from "../../../lib/vocabulary";
import type { SourceResume } from "../source";
import { createForgetting } from "./forget";
import { createFramer } from "./framing";
import { createMembers } from "./members";
import { allHeaders, FIELD, type MessageKind, numberField, sortMessage } from "./messages";
import { createOutboundCalls } from "./outbound/outbound-calls";
import { settleUntil } from "./outcomes";
import { createPresence } from "./presence";
import { createResync } from "./resync";
import { resumeVisits } from "./resume";
import { sampleOf } from "./sample-text";
import { createStreamClock } from "./stream-clock";
import { createTranslator } from "./translate";
import { createVisitBook } from "./visits";

/** An answer to an action of ours; `actionId: null` when it names none. */
export type AmiResponse = {
  readonly actionId: string | null;
  readonly success: boolean;
  readonly message: string;
  readonly headers: ReadonlyMap<string, string>;
};

/** What a session reports, while `bytes`, `connectionLost` or `advanceTo` run. */
export type AmiSessionPorts = {
  /** Facts, in the order in which they were heard. */
  readonly emit: (batch: readonly SourceEvent[]) => void;
  readonly onResponse: (response: AmiResponse) => void;
  readonly onBanner: (line: string) => void;
  /** `uptimeS: null`: Asterisk did not say. */
  readonly onFullyBooted: (uptimeS: number | null) => void;
  /** The list of queues is in and what is known agrees with it: the source is live. */
  readonly onSnapshotComplete: () => void;
  readonly onShutdown: () => void;
  readonly problem: (what: string, sample: string) => void;
  /** Text of the queue_log lines around a gap, null when it cannot be read; null: none configured. */
  readonly readQueueLog: ((fromMs: number, toMs: number) => string | null) | null;
};

export type AmiSessionOptions = {
  readonly wrapUpMsOf: (queueId: QueueId) => number | null;
  readonly resume: SourceResume;
};

/** A message that waits for its instant to be placed. */
type Held = { readonly kind: MessageKind; readonly message: string; readonly receivedAtMs: number | null };

/** Bytes of successive AMI connections in, facts out. No I/O, no clock: every instant is an argument. */
export type AmiSession = {
  /**
   * `atMs: null`: a replay without arrival times, as below. `clockFollows`: what is heard waits for `clockMeasured`,
   * without which its instants could not be placed.
   */
  readonly connectionMade: (atMs: number | null, clockFollows?: boolean) => void;
  /** How far the source's clock is ahead of ours: from here on its instants are told by ours (TI4). */
  readonly clockMeasured: (aheadMs: number) => void;
  /** `receivedAtMs: null`: a replay without arrival times; the stream's own Timestamps are the clock. */
  readonly bytes: (chunk: Uint8Array, receivedAtMs: number | null) => void;
  /** `atMs`: until when it was heard. */
  readonly connectionLost: (atMs: number | null, detail: string) => void;
  /** Ends wrap-ups that are over and settles outcomes that waited for a reason. */
  readonly advanceTo: (nowMs: number) => void;
  /** The last instant heard, by the source's clock; null: none yet. */
  readonly lastAtMs: () => number | null;
};

export function createAmiSession(options: AmiSessionOptions, ports: AmiSessionPorts): AmiSession {
  const { wrapUpMsOf, resume } = options;
  const clock = createStreamClock((stamp) => ports.problem("a Timestamp more than 24 h off", stamp));
  let batch: SourceEvent[] = [];
  let heardUntilMs = resume.heardUntilMs;

  const tell = (atMs: number, sourceKey: string, event: ToldEvent): void => {
    batch.push({ sourceKey, atMs, receivedAtMs: clock.receivedAtMs() ?? clock.nowMs() ?? atMs, event });
  };
  const members = createMembers(tell, wrapUpMsOf);
  const book = createVisitBook({
    tell,
    wrapUpMsOf,
    talkBegan: ({ name }, agentId, atMs) => members.talkBegan(name.queueId, agentId, atMs),
    talkEnded: ({ name }, agentId, atMs) => members.talkEnded(name.queueId, agentId, atMs),
  });
  const presence = createPresence(tell);
  const { readQueueLog, problem } = ports;
  const resync = createResync({ book, members, readQueueLog, clock, tellGap: presence.tellGap, problem });
  const outbound = createOutboundCalls({
    tell,
    isQueueCaller: (channelId) => book.calls.has(contactId(channelId)),
    isTalking: members.isTalking,
  });
  const translate = createTranslator({ book, members, resync, outbound, fromTheirs: clock.fromTheirs, problem });
  const forget = createForgetting(book);
  const framer = createFramer({ message: read, banner: ports.onBanner, problem });
  members.resume(resume.memberships);
  resumeVisits(book, resume);
  let connectedMs: number | null = null;
  let held: Held[] | null = null;

  function read(text: string, from: number, to: number): void {
    const kind = sortMessage(text, from, to);
    if (kind === "unneeded") clock.passBy(text, from, to);
    else if (kind === "nonsense") problem("neither an event nor an answer", sampleOf(text.slice(from, to)));
    else if (held !== null && kind !== "Response") hold(kind, text.slice(from, to));
    else take(kind, text.slice(from, to));
  }

  function hold(kind: MessageKind, message: string): void {
    held?.push({ kind, message, receivedAtMs: clock.receivedAtMs() });
  }

  function releaseHeld(messages: readonly Held[]): void {
    held = null;
    const nowMs = clock.receivedAtMs();
    for (const { kind, message, receivedAtMs } of messages) {
      clock.receive(receivedAtMs);
      take(kind, message);
    }
    clock.receive(nowMs);
  }

  function take(kind: MessageKind, message: string): void {
    switch (kind) {
      case "Response":
        clock.instantOf(message);
        return takeResponse(message);
      case "FullyBooted":
        presence.booted(numberField(message, FIELD.uptime));
        arrive();
        return ports.onFullyBooted(numberField(message, FIELD.uptime));
      case "Shutdown":
        return ports.onShutdown();
      case "CoreShowChannelsComplete":
        return resync.channelsListed();
      case "QueueStatusComplete":
        return takeListEnd();
      default: {
        const atMs = clock.instantOf(message);
        if (atMs === null) return problem(`${kind} before any instant is known`, sampleOf(message));
        arrive();
        passTimeTo(atMs);
        translate(kind, message, atMs);
      }
    }
  }

  /** The connection's first instant may come later than its first messages. */
  function arrive(): void {
    if (!presence.isArriving()) return;
    book.connectedAtMs ??= clock.nowMs();
    if (book.connectedAtMs !== null) presence.arrive(book.connectedAtMs, heardUntilMs);
  }

  function takeResponse(message: string): void {
    const headers = allHeaders(message);
    const text = headers.get("Message") ?? "";
    if (text.startsWith("Queue status")) resync.restartRows();
    const success = headers.get("Response") !== "Error";
    ports.onResponse({ actionId: headers.get("ActionID") ?? null, success, message: text, headers });
  }

  function takeListEnd(): void {
    const nowMs = clock.nowMs();
    if (nowMs === null) return problem("QueueStatusComplete before any instant is known", "");
    presence.booted(null);
    arrive();
    resync.queuesListed(nowMs);
    flush();
    ports.onSnapshotComplete();
  }

  function passTimeTo(nowMs: number): void {
    settleUntil(book, nowMs);
    members.advanceTo(nowMs);
    resync.advanceTo(nowMs);
    forget(nowMs);
  }

  function flush(): void {
    if (batch.length === 0) return;
    const told = batch;
    batch = [];
    ports.emit(told);
  }

  /** In a replay the last Timestamp is all there is; live, silence after it was heard too. What is held is not yet. */
  function hear(): void {
    if (held !== null) return;
    const nowMs = clock.nowMs();
    if (nowMs !== null) heardUntilMs = Math.max(nowMs, heardUntilMs ?? nowMs);
  }

  return {
    connectionMade: (atMs, clockFollows = false) => {
      framer.restart();
      held = clockFollows ? [] : null;
      connectedMs = atMs;
      clock.restart(atMs);
      book.connectedAtMs = atMs === null ? null : clock.fromOurs(atMs);
      presence.begin();
      resync.begin(heardUntilMs);
    },
    bytes: (chunk, receivedAtMs) => {
      // A replay knows when the connection was made from its first Timestamp only.
      if (receivedAtMs === null && clock.receivedAtMs() !== null) book.connectedAtMs = null;
      clock.receive(receivedAtMs);
      framer.push(chunk);
      if (receivedAtMs !== null) hear();
      flush();
    },
    clockMeasured: (aheadMs) => {
      clock.setAhead(aheadMs);
      if (held === null) return;
      if (connectedMs !== null) book.connectedAtMs = clock.fromOurs(connectedMs);
      releaseHeld(held);
    },
    connectionLost: (atMs, detail) => {
      if (atMs !== null && clock.receivedAtMs() !== null) clock.receive(atMs);
      hear();
      if (heardUntilMs !== null) presence.lost(heardUntilMs, detail);
      resync.abort();
      flush();
    },
    advanceTo: (nowMs) => {
      if (clock.receivedAtMs() !== null) clock.receive(nowMs);
      passTimeTo(clock.fromOurs(nowMs));
      flush();
    },
    lastAtMs: () => {
      if (clock.receivedAtMs() === null) hear();
      return heardUntilMs;
    },
  };
}
