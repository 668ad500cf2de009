import {
  isAlarmed,
  judgeFigures,
  type JudgedFigure,
  judgeLongestWait,
  type Judgement,
  judgeWaiting,
  urgencyOf,
  worstJudgement,
} from "../../../lib/metrics/judgement";
import type { BoardLook } from "../../../lib/config";
import type { Figures, QueueRow } from "../../../lib/metrics/snapshot-types";
import type { QueueId } from "../../../lib/vocabulary";

/** A queue's row with what it asks of people. Nothing is judged by figures that are not live. */
export type RankedRow = {
  readonly row: QueueRow;
  readonly live: boolean;
  /** How long the oldest waiting caller has waited; null: nobody waits. */
  readonly waitMs: number | null;
  /** Of who waits now: how long, or how many. */
  readonly wait: Judgement;
  /** Over the period that is looked at. */
  readonly figures: Figures;
  readonly level: Judgement;
  /** By those figures. */
  readonly day: Readonly<Record<JudgedFigure, Judgement>>;
  readonly worst: Judgement;
};

/**
 * Worst first, then by name.
 * @param nowMs the instant the figures tick by
 * @param staleAtMs where rows whose own source is away stop; null: all sources are live
 * @param live false: the whole board is stale
 * @param period over which the figures are taken
 */
export function rankRows(
  queues: readonly QueueRow[],
  nowMs: number,
  staleAtMs: number | null,
  live: boolean,
  period: BoardLook["period"],
): readonly RankedRow[] {
  return queues.map((row) => judgeRow(row, row[period], nowMs, staleAtMs, live)).sort(compareRows);
}

function judgeRow(
  row: QueueRow,
  figures: Figures,
  nowMs: number,
  staleAtMs: number | null,
  boardIsLive: boolean,
): RankedRow {
  const live = boardIsLive && row.feed === "live";
  const atMs = live ? nowMs : Math.min(nowMs, staleAtMs ?? nowMs);
  const waitMs = row.oldestOfferedAtMs === null ? null : Math.max(0, atMs - row.oldestOfferedAtMs);
  const { thresholds } = row.target;
  const wait = live
    ? worstJudgement(judgeLongestWait(waitMs, thresholds.longestWait), judgeWaiting(row.waiting, thresholds.waiting))
    : "none";
  // After closing there is nobody left to act on them.
  const day = live && row.open ? judgeFigures(figures, row.target) : NOT_JUDGED;
  return {
    row,
    live,
    waitMs,
    wait,
    figures,
    level: day.serviceLevel,
    day,
    worst: worstJudgement(wait, ...Object.values(day)),
  };
}

export const NOT_JUDGED: RankedRow["day"] = {
  serviceLevel: "none",
  answerRate: "none",
  missedRate: "none",
  speedOfAnswer: "none",
};

/** Watch and act stand out; well and not yet judged are alike; what is not known comes before what is known to be well. */
function rankOf({ worst, live }: RankedRow): number {
  if (isAlarmed(worst)) return urgencyOf(worst);
  return live ? 0 : 1;
}

function compareRows(a: RankedRow, b: RankedRow): number {
  return rankOf(b) - rankOf(a) || compareNames(a.row, b.row);
}

/** Made once: it sorts sixty queues each second. */
const names = new Intl.Collator("en", { numeric: true });

const compareNames = (a: QueueRow, b: QueueRow): number =>
  names.compare(a.name, b.name) || compareIds(a.queueId, b.queueId);

const compareIds = (a: QueueId, b: QueueId): number => (a < b ? -1 : Number(a > b));
