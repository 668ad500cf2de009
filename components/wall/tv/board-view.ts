import { isAlarmed, type Judgement } from "../../../lib/metrics/judgement";
import type { BoardId } from "../../../lib/vocabulary";
import type { BoardState } from "../../board/board-state";
import type { Mark } from "../../shared/time/use-now";
import { type Alarm, alarmsOf } from "../../shared/alerts/standing";
import { worstAsked } from "../../shared/alerts/unspoken";
import { type Freshness, freshnessOf, lastProofAtMs } from "../../shared/board/freshness";
import { judgeBoard } from "../../shared/board/judge-board";
import { rankRows } from "../../shared/board/rank-rows";

/** A board, and what it asks of the room now. */
export type BoardView = {
  readonly boardId: BoardId;
  readonly state: BoardState;
  /** null: there is nothing to show yet. */
  readonly freshness: Freshness | null;
  /** What sounds, worst first. */
  readonly alarms: readonly Alarm[];
  /** The worst that it asks for, by its alerts and by its figures. */
  readonly worst: Judgement;
  /** Whether that is watch or act. */
  readonly alarmed: boolean;
};

/** Judges a board as the wall does: by its alerts, rows and total, and never by what is not live. */
export function viewOf(boardId: BoardId, state: BoardState, now: Mark | null): BoardView {
  const freshness = now === null ? null : freshnessOf(state, now);
  const { snapshot } = state;
  if (freshness === null || snapshot === null || freshness.kind !== "live") {
    // A source that is away is told by the server, and sounds; what the server itself does not tell does not.
    const told = freshness !== null && freshness.kind === "stale" && freshness.cause === "sources";
    return {
      boardId,
      state,
      freshness,
      alarms: told ? alarmsOf(snapshot?.alerts ?? []) : [],
      worst: "none",
      alarmed: false,
    };
  }
  const { queues, sources, alerts } = snapshot;
  const rows = rankRows(queues, freshness.nowMs, lastProofAtMs(sources), true, snapshot.look.period);
  const worst = worstAsked(alerts, rows, judgeBoard(snapshot, rows, true));
  return { boardId, state, freshness, alarms: alarmsOf(alerts), worst, alarmed: isAlarmed(worst) };
}
