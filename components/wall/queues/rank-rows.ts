import {
  isAlarmed,
  judgeLongestWait,
  judgeServiceLevel,
  type Judgement,
  urgencyOf,
  worstJudgement,
} from "../../../lib/metrics/judgement";
import type { QueueRow } from "../../../lib/metrics/snapshot-types";
import type { QueueId } from "../../../lib/vocabulary";

/** A queue's row with what it asks of people. Nothing is judged by figures that are not live. */
export type RankedRow = {
  readonly row: QueueRow;
  readonly live: boolean;
  /** How long the oldest waiting caller has waited; null: nobody waits. */
  readonly waitMs: number | null;
  readonly wait: Judgement;
  readonly level: Judgement;
  readonly worst: Judgement;
};

/**
 * Worst first, then by name.
 * @param nowMs the instant the figures tick by
 * @param staleAtMs where rows whose own source is away stop; null: all sources are live
 * @param live false: the whole board is stale
 */
export function rankRows(
  queues: readonly QueueRow[],
  nowMs: number,
  staleAtMs: number | null,
  live: boolean,
): readonly RankedRow[] {
  return queues.map((row) => judgeRow(row, nowMs, staleAtMs, live)).sort(compareRows);
}

function judgeRow(row: QueueRow, nowMs: number, staleAtMs: number | null, boardIsLive: boolean): RankedRow {
  const live = boardIsLive && row.feed === "live";
  const atMs = live ? nowMs : Math.min(nowMs, staleAtMs ?? nowMs);
  const waitMs = row.oldestOfferedAtMs === null ? null : Math.max(0, atMs - row.oldestOfferedAtMs);
  const wait = live ? judgeLongestWait(waitMs, row.target.thresholds.longestWait) : "none";
  // After closing there is nobody left to act on the day's service level.
  const level = live && row.open ? judgeServiceLevel(row.today, row.target) : "none";
  return { row, live, waitMs, wait, level, worst: worstJudgement(wait, level) };
}

/** Watch and act stand out; well and not yet judged are alike; what is not known comes before what is known to be well. */
function rankOf({ worst, live }: RankedRow): number {
  if (isAlarmed(worst)) return urgencyOf(worst);
  return live ? 0 : 1;
}

function compareRows(a: RankedRow, b: RankedRow): number {
  return rankOf(b) - rankOf(a) || compareNames(a.row, b.row);
}

const compareNames = (a: QueueRow, b: QueueRow): number =>
  a.name.localeCompare(b.name, "en", { numeric: true }) || compareIds(a.queueId, b.queueId);

const compareIds = (a: QueueId, b: QueueId): number => (a < b ? -1 : Number(a > b));
