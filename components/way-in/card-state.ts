import { isAlarmed, type Judgement, worstJudgement } from "../../lib/metrics/judgement";
import type { BoardSnapshot, Figures } from "../../lib/metrics/snapshot-types";
import type { BoardState } from "../board/board-state";
import type { MarkState } from "../shared/state-mark";
import type { Mark } from "../shared/time/use-now";
import { type Freshness, freshnessOf, lastProofAtMs } from "../shared/board/freshness";
import { isHeard } from "../shared/board/heard";
import { judgeBoard } from "../shared/board/judge-board";
import { rankRows } from "../shared/board/rank-rows";

/** A board in a few figures, as its wall shows and judges them. */
export type CardState = {
  readonly snapshot: BoardSnapshot;
  readonly freshness: Freshness;
  /** Of all its queues and the total. */
  readonly worst: MarkState;
  /** The queues at `worst`, where that asks for people or a look. */
  readonly asking: readonly string[];
  readonly level: Judgement;
  readonly wait: Judgement;
  /** null: nobody waits. */
  readonly longestMs: number | null;
  /** Of the time that the board looks at. null: never heard, so there are none (UN1). */
  readonly figures: Figures | null;
};

/** @returns null: nothing is known of the board yet */
export function cardState(state: BoardState, now: Mark | null): CardState | null {
  const { snapshot } = state;
  const freshness = now === null ? null : freshnessOf(state, now);
  if (snapshot === null || freshness === null) return null;
  const { total, queues, sources } = snapshot;
  const live = freshness.kind === "live";
  const rows = rankRows(queues, freshness.nowMs, lastProofAtMs(sources), live, snapshot.look.period);
  const judged = judgeBoard(snapshot, rows, live);
  const { worst, figures } = judged;
  const since = total.oldestOfferedAtMs;
  return {
    snapshot,
    freshness,
    worst: live ? worst : "no-data",
    asking: isAlarmed(worst) ? rows.filter((row) => row.worst === worst).map(({ row }) => row.name) : [],
    level: judged.day.serviceLevel,
    wait: worstJudgement(judged.waiting, judged.rowsWait),
    longestMs: since === null ? null : Math.max(0, freshness.nowMs - since),
    figures: isHeard(snapshot) ? figures : null,
  };
}
