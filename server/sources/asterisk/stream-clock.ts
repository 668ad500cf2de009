import { FIELD } from "./messages";

/**
 * When things happened (HT1), as far as it can be told: by the Timestamps of the source's messages, and between them by
 * our clock, moved by the difference last seen. Where its clock was measured against ours (TI4), every instant is moved
 * by that, so that differences stay its own. A recording without arrival times has its Timestamps alone.
 */
export type StreamClock = {
  /** Another connection: without arrival times its first Timestamp is still to come. */
  readonly restart: (atMs: number | null) => void;
  readonly receive: (atMs: number | null) => void;
  /** When a message happened. `null`: it does not say and nothing before it did. */
  readonly instantOf: (message: string) => number | null;
  /** A message nobody reads went by: where there are no arrival times, it tells how late it is. */
  readonly passBy: (text: string, from: number, to: number) => void;
  readonly nowMs: () => number | null;
  /** How far the source's clock is ahead of ours, by a measurement: from now on its instants are told by ours. */
  readonly setAhead: (aheadMs: number) => void;
  /** An instant that the source named, as it is told here; and the way back. */
  readonly fromTheirs: (atMs: number) => number;
  readonly toTheirs: (atMs: number) => number;
  /** An instant of our clock among those of the messages. */
  readonly fromOurs: (atMs: number) => number;
  readonly receivedAtMs: () => number | null;
};

/** The years 2001 to 2286: anything else is not believed. */
const EARLIEST_MS = 1e12;
const LATEST_MS = 1e13;

/** TI4: an instant of the source's further off ours than this is not its clock but nonsense. */
const MAX_SKEW_MS = 24 * 3_600_000;

/** @param onNonsense told of a Timestamp that is not believed; our own clock stands in for it */
export function createStreamClock(onNonsense: (stamp: string) => void): StreamClock {
  let receivedMs: number | null = null;
  let stampedMs: number | null = null;
  let aheadMs = 0;
  let lagMs = 0;
  let passed: { text: string; from: number; to: number } = { text: "", from: 0, to: 0 };

  function nowMs(): number | null {
    if (receivedMs !== null) return receivedMs + lagMs;
    if (passed.to > 0) {
      const atMs = parseStamp(passed.text.slice(passed.from, passed.to));
      if (atMs !== null && atMs > (stampedMs ?? 0)) stampedMs = atMs;
      passed = { text: "", from: 0, to: 0 };
    }
    return stampedMs;
  }

  return {
    nowMs,
    restart: (atMs) => {
      receivedMs = atMs;
      stampedMs = null;
      passed = { text: "", from: 0, to: 0 };
    },
    receive: (atMs) => {
      receivedMs = atMs;
    },
    instantOf: (message) => {
      const stampMs = parseStamp(message);
      if (stampMs === null) return nowMs();
      const atMs = stampMs - aheadMs;
      if (receivedMs !== null) {
        if (Math.abs(atMs - receivedMs) > MAX_SKEW_MS) {
          onNonsense(new Date(stampMs).toISOString());
          return nowMs();
        }
        lagMs = atMs - receivedMs;
      }
      if (atMs > (stampedMs ?? 0)) stampedMs = atMs;
      return atMs;
    },
    passBy: (text, from, to) => {
      // Rows of a list carry no Timestamp.
      if (receivedMs !== null || text.startsWith("Event: Queue", from)) return;
      passed.text = text;
      passed.from = from;
      passed.to = to;
    },
    setAhead: (ms) => {
      if (ms !== aheadMs) lagMs = 0;
      aheadMs = ms;
    },
    fromTheirs: (atMs) => atMs - aheadMs,
    toTheirs: (atMs) => atMs + aheadMs,
    fromOurs: (atMs) => atMs + lagMs,
    receivedAtMs: () => receivedMs,
  };
}

/** `1795325598.894638` in whole milliseconds. */
function parseStamp(message: string): number | null {
  const at = message.indexOf(FIELD.timestamp);
  if (at < 0) return null;
  let ms = 0;
  let decimals = -1;
  for (let i = at + FIELD.timestamp.length; decimals < 3; i += 1) {
    const code = message.charCodeAt(i);
    const isDigit = code >= 48 && code <= 57;
    if (isDigit) ms = ms * 10 + (code - 48);
    else if (code !== 46 || decimals >= 0) break;
    if (isDigit ? decimals >= 0 : true) decimals += 1;
  }
  for (let missing = Math.max(decimals, 0); missing < 3; missing += 1) ms *= 10;
  return ms >= EARLIEST_MS && ms < LATEST_MS ? ms : null;
}
