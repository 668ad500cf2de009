import type { SourceEvent } from "../../../lib/events";
import type { QueueId } from "../../../lib/vocabulary";
import type { SourceResume } from "../source";

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
  /** The lists asked for after login are reconciled: the source is live. */
  readonly onSnapshotComplete: () => void;
  readonly onShutdown: () => void;
  readonly problem: (what: string, sample: string) => void;
  /** Text of the queue_log lines around a gap; null: none configured. */
  readonly readQueueLog: ((fromMs: number, toMs: number) => string) | null;
};

export type AmiSessionOptions = {
  readonly wrapUpMsOf: (queueId: QueueId) => number | null;
  readonly resume: SourceResume;
};

/** Bytes of successive AMI connections in, facts out. No I/O, no clock: every instant is an argument. */
export type AmiSession = {
  readonly connectionMade: (atMs: number) => void;
  /** `receivedAtMs: null`: a replay without arrival times; the stream's own Timestamps are the clock. */
  readonly bytes: (chunk: Uint8Array, receivedAtMs: number | null) => void;
  readonly connectionLost: (atMs: number | null, detail: string) => void;
  /** Ends wrap-ups that are over and settles outcomes that waited for a reason. */
  readonly advanceTo: (nowMs: number) => void;
  /** The last instant heard, by the source's clock; null: none yet. */
  readonly lastAtMs: () => number | null;
};

export function createAmiSession(_options: AmiSessionOptions, _ports: AmiSessionPorts): AmiSession {
  throw new Error("The session's parts are not joined yet");
}
