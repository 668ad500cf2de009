import { isAlarmed, type Judgement } from "../../../lib/metrics/judgement";
import type { BoardId } from "../../../lib/vocabulary";
import type { BoardState } from "../../board/board-state";
import type { Mark } from "../../shared/time/use-now";
import { type Freshness, freshnessOf, lastProofAtMs } from "../../shared/board/freshness";
import { judgeBoard } from "../../shared/board/judge-board";
import { rankRows } from "../../shared/board/rank-rows";

/** A board, and what it asks of the room now. */
export type BoardView = {
  readonly boardId: BoardId;
  readonly state: BoardState;
  /** null: there is nothing to show yet. */
  readonly freshness: Freshness | null;
  /** What asks for people, each by a name of its own: queues, and the total. */
  readonly acts: readonly string[];
  /** Whether anything stands at watch or act. */
  readonly alarmed: boolean;
};

/** Judges a board as the wall does: by its rows and its total, and never by figures that are not live. */
export function viewOf(boardId: BoardId, state: BoardState, now: Mark | null): BoardView {
  const freshness = now === null ? null : freshnessOf(state, now);
  const { snapshot } = state;
  if (freshness === null || snapshot === null || freshness.kind !== "live") {
    return { boardId, state, freshness, acts: [], alarmed: false };
  }
  const { queues, sources } = snapshot;
  const rows = rankRows(queues, freshness.nowMs, lastProofAtMs(sources), true, snapshot.look.period);
  const { total, worst } = judgeBoard(snapshot, rows, true);
  const judged: readonly (readonly [string, Judgement])[] = [
    ...rows.map((ranked) => [`${boardId} ${ranked.row.queueId}`, ranked.worst] as const),
    [`${boardId}`, total],
  ];
  return {
    boardId,
    state,
    freshness,
    acts: judged.filter(([, judgement]) => judgement === "act").map(([name]) => name),
    alarmed: isAlarmed(worst),
  };
}
