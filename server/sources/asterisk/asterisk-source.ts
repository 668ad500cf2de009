import { setTimeout as sleep } from "node:timers/promises";
import type { AsteriskSourceConfig } from "../../../lib/config";
import type { QueueId } from "../../../lib/vocabulary";
import type { Clock } from "../../clock";
import type { Source, SourceResume, SourceSink } from "../source";
import { type BackOffLimits, backOffMs, DEFAULT_BACK_OFF } from "./link/back-off";
import { type AmiTarget, type ConnectionEnd, openConnection } from "./link/connection";
import { goOnline, type Online, type OnlineIntervals } from "./link/online";
import { type ClockReading, createSkew } from "./link/skew";
import { readQueueLogBetween } from "./queue-log-file";
import { type AmiSessionPorts, createAmiSession } from "./session";

export type AsteriskIntervals = OnlineIntervals & {
  readonly advanceEveryMs: number;
  readonly backOff: BackOffLimits;
};

export const DEFAULT_INTERVALS: AsteriskIntervals = {
  pingEveryMs: 5_000,
  answerLimitMs: 5_000,
  retryListsMs: 500,
  reconcileEveryMs: 300_000,
  advanceEveryMs: 200,
  settledAfterMs: 5_000,
  backOff: DEFAULT_BACK_OFF,
};

export type AsteriskSourceOptions = {
  readonly wrapUpMsOf: (queueId: QueueId) => number | null;
  readonly clock: Clock;
  readonly intervals?: Partial<AsteriskIntervals>;
  /** PEM of a certificate to trust besides the usual ones. */
  readonly trustedCertificate?: string;
  /** Listens in, for a recording: what came over the connection of this number (from 1) after its login. */
  readonly tap?: (connection: number, chunk: Uint8Array, receivedAtMs: number) => void;
};

/** An Asterisk, heard over its manager interface. */
export function createAsteriskSource(config: AsteriskSourceConfig, options: AsteriskSourceOptions): Source {
  const intervals = { ...DEFAULT_INTERVALS, ...options.intervals };
  const target: AmiTarget = { ...config, trustedCertificate: options.trustedCertificate ?? null };
  return {
    id: config.id,
    kind: config.kind,
    start: (sink, resume, signal) => listen({ config, target, options, intervals, sink, resume, signal }),
    probe: async () =>
      (await probe(target, intervals.answerLimitMs)) ?? problemOfQueueLog(config.queueLog, options.clock.nowMs()),
  };
}

type Listening = {
  readonly config: AsteriskSourceConfig;
  readonly target: AmiTarget;
  readonly options: AsteriskSourceOptions;
  readonly intervals: AsteriskIntervals;
  readonly sink: SourceSink;
  readonly resume: SourceResume;
  readonly signal: AbortSignal;
};

/** `settled`: the connection had been of use for a while. */
type Outcome = { readonly end: ConnectionEnd; readonly settled: boolean };

/** One session over one connection after the other, until the signal. */
async function listen(listening: Listening): Promise<void> {
  const { config, target, options, intervals, sink, resume, signal } = listening;
  const { clock } = options;
  let connectionCount = 0;
  let online: Online | null = null;
  let lastHeardMs = 0;
  const skew = createSkew(sink.problem);
  const session = createAmiSession(
    { wrapUpMsOf: options.wrapUpMsOf, resume },
    {
      emit: sink.events,
      problem: sink.problem,
      onResponse: (response) => online?.response(response),
      onBanner: () => undefined,
      onFullyBooted: () => online?.fullyBooted(),
      onSnapshotComplete: () => online?.listsComplete(),
      onShutdown: () => online?.shutdown(),
      readQueueLog: queueLogReader(config.queueLog, sink),
    },
  );
  const ticking = setInterval(() => session.advanceTo(clock.nowMs()), intervals.advanceEveryMs);
  sink.state("connecting", `Connecting to ${target.host}:${target.port}`);
  await keepConnected();
  clearInterval(ticking);
  sink.state("down", "Stopped");

  async function keepConnected(): Promise<void> {
    let failures = 0;
    let refused = false;
    while (!signal.aborted) {
      const { end, settled } = await connectOnce();
      if (signal.aborted) return;
      const nowRefused = end.kind === "login-refused";
      failures = settled || nowRefused !== refused ? 1 : failures + 1;
      refused = nowRefused;
      sink.state(refused ? "down" : "connecting", end.detail);
      await pause(backOffMs(intervals.backOff, failures, refused, Math.random()), signal);
    }
  }

  function connectOnce(): Promise<Outcome> {
    return new Promise((resolve) => {
      const connection = openConnection(target, intervals.answerLimitMs, {
        loggedIn: (openly) => {
          connectionCount += 1;
          if (openly) sink.problem("The MD5 challenge was refused: the secret went over an open line", config.host);
          lastHeardMs = clock.nowMs();
          session.connectionMade(lastHeardMs, true);
          skew.begin();
          const clockRead = (reading: ClockReading | null): void => session.clockMeasured(skew.take(reading));
          online = goOnline({ connection, intervals, clock, sink, clockRead });
        },
        bytes: (chunk) => {
          lastHeardMs = clock.nowMs();
          options.tap?.(connectionCount, chunk, lastHeardMs);
          session.bytes(chunk, lastHeardMs);
        },
        ended: (end) => {
          signal.removeEventListener("abort", connection.close);
          const left = online?.leave(end) ?? { end, settled: false };
          if (online !== null) loseConnection(left.end);
          online = null;
          resolve(left);
        },
      });
      signal.addEventListener("abort", connection.close, { once: true });
    });
  }

  /** Time that went by in silence was not heard: what happened in it belongs to the gap (UN4). */
  function loseConnection(end: ConnectionEnd): void {
    const heardUntilMs = end.kind === "silent" ? lastHeardMs : clock.nowMs();
    session.bytes(NOTHING, heardUntilMs);
    session.connectionLost(heardUntilMs, end.detail);
  }
}

const NOTHING = new Uint8Array();

function queueLogReader(path: string | null, sink: SourceSink): AmiSessionPorts["readQueueLog"] {
  if (path === null) return null;
  return (fromMs, toMs) => {
    const excerpt = readQueueLogBetween(path, fromMs, toMs);
    if (excerpt.kind === "lines") return excerpt.text;
    sink.problem("The queue_log cannot be read: what happened in a gap stays unknown", excerpt.problem);
    return null;
  };
}

/** Connects and logs in once; null: it worked. */
function probe(target: AmiTarget, answerLimitMs: number): Promise<string | null> {
  return new Promise((resolve) => {
    const connection = openConnection(target, answerLimitMs, {
      loggedIn: () => connection.close(),
      bytes: () => undefined,
      ended: (end) => resolve(end.kind === "closed" ? null : end.detail),
    });
  });
}

function problemOfQueueLog(path: string | null, nowMs: number): string | null {
  if (path === null) return null;
  const excerpt = readQueueLogBetween(path, nowMs, nowMs);
  return excerpt.kind === "unreadable" ? `the queue_log cannot be read: ${excerpt.problem}` : null;
}

/** Waits, or less long when the signal comes. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return sleep(ms, undefined, { signal }).catch(() => undefined);
}
