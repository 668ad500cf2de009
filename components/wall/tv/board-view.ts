import { isAlarmed, type Judgement } from "../../../lib/metrics/judgement";
import type { BoardId } from "../../../lib/vocabulary";
import type { BoardState } from "../../board/board-state";
import type { Mark } from "../../shared/time/use-now";
import { heardAlarms } from "../../shared/alerts/heard-alarms";
import type { Alarm } from "../../shared/alerts/standing";
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
  const alarms = heardAlarms(snapshot?.alerts ?? [], freshness);
  if (freshness === null || snapshot === null || freshness.kind !== "live")
    return { boardId, state, freshness, alarms, worst: "none", alarmed: false };
  const { queues, sources, alerts } = snapshot;
  const rows = rankRows(queues, freshness.nowMs, lastProofAtMs(sources), true, snapshot.look.period);
  const worst = worstAsked(alerts, rows, judgeBoard(snapshot, rows, true));
  return { boardId, state, freshness, alarms, worst, alarmed: isAlarmed(worst) };
}
