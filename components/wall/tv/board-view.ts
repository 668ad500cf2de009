import { isAlarmed, type Judgement } from "../../../lib/metrics/judgement";
import type { BoardId } from "../../../lib/vocabulary";
import type { BoardState } from "../../board/board-state";
import type { Mark } from "../../shared/time/use-now";
import { type Alarm, heardAlarms } from "../../shared/alerts/standing";
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
  const view = { boardId, state, freshness, alarms: heardAlarms(snapshot?.alerts ?? [], freshness) };
  if (snapshot === null || freshness?.kind !== "live") return { ...view, worst: "none", alarmed: false };
  const { queues, sources, alerts } = snapshot;
  const rows = rankRows(queues, freshness.nowMs, lastProofAtMs(sources), true, snapshot.look.period);
  const worst = worstAsked(alerts, rows, judgeBoard(snapshot, rows, true));
  return { ...view, worst, alarmed: isAlarmed(worst) };
}
