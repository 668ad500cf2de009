import type { MissedQueue, MissedRow } from "../recovery/missed-api";
import { queueId } from "../vocabulary";
import { SAMPLE_AT_MS } from "./board-samples";

const SUPPORT = queueId("support");
const MINUTE_MS = 60_000;

/** A caller who tried once, ten minutes before the sample boards stand, and gave up; nobody has him. */
export function sampleMissedRow(change: Partial<MissedRow> = {}): MissedRow {
  const arrivedAtMs = SAMPLE_AT_MS - 11 * MINUTE_MS;
  const missedAtMs = SAMPLE_AT_MS - 10 * MINUTE_MS;
  return {
    id: "r1",
    caller: { kind: "number", tail: "4711" },
    queueId: SUPPORT,
    tries: 1,
    attempts: [{ arrivedAtMs, queueId: SUPPORT, waitMs: MINUTE_MS, why: "abandoned", reason: null }],
    firstMissedAtMs: missedAtMs,
    lastMissedAtMs: missedAtMs,
    longestWaitMs: MINUTE_MS,
    why: "abandoned",
    reason: null,
    callback: false,
    arrivedAtMs,
    dueAtMs: SAMPLE_AT_MS + 110 * MINUTE_MS,
    dueInOpenMs: 110 * MINUTE_MS,
    asOfMs: SAMPLE_AT_MS,
    claim: null,
    tried: [],
    end: null,
    recordingUrl: null,
    ...change,
  };
}

/** Open for two more hours. */
export const sampleMissedQueue = (change: Partial<MissedQueue> = {}): MissedQueue => ({
  queueId: SUPPORT,
  name: "Support",
  open: true,
  nextChangeAtMs: SAMPLE_AT_MS + 120 * MINUTE_MS,
  ...change,
});
