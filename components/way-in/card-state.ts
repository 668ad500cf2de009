import type { AlertView } from "../../lib/alerts/alert-types";
import { isAlarmed, type Judgement, worstJudgement } from "../../lib/metrics/judgement";
import type { BoardSnapshot, Figures } from "../../lib/metrics/snapshot-types";
import type { BoardState } from "../board/board-state";
import type { MarkState } from "../shared/state-mark";
import type { Mark } from "../shared/time/use-now";
import { type Freshness, freshnessOf, lastProofAtMs } from "../shared/board/freshness";
import { isHeard } from "../shared/board/heard";
import { colourOf } from "../shared/alerts/standing";
import { judgeBoard } from "../shared/board/judge-board";
import { type RankedRow, rankRows } from "../shared/board/rank-rows";

/** A board in a few figures, as its wall shows and judges them. */
export type CardState = {
  readonly snapshot: BoardSnapshot;
  readonly freshness: Freshness;
  /** Of all its queues and the total. */
  readonly worst: MarkState;
  /** The queues at `worst`, and the subjects of what fires, where that asks for people or a look. */
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
  const { total, queues, sources, alerts } = snapshot;
  const live = freshness.kind === "live";
  const rows = rankRows(queues, freshness.nowMs, lastProofAtMs(sources), live, snapshot.look.period);
  const judged = judgeBoard(snapshot, rows, live);
  const { figures } = judged;
  // What fires is told by the server, and stands there as long as the server is heard.
  const worst = live ? worstJudgement(judged.worst, ...alerts.map(colourOf)) : judged.worst;
  const since = total.oldestOfferedAtMs;
  return {
    snapshot,
    freshness,
    worst: live ? worst : "no-data",
    asking: isAlarmed(worst) ? askingOf(worst, rows, alerts) : [],
    level: judged.day.serviceLevel,
    wait: worstJudgement(judged.waiting, judged.rowsWait),
    longestMs: since === null ? null : Math.max(0, freshness.nowMs - since),
    figures: isHeard(snapshot) ? figures : null,
  };
}

/** Each once. A fault of the site has no name of its own: its queues are named, as far as they ask too. */
function askingOf(worst: Judgement, rows: readonly RankedRow[], alerts: readonly AlertView[]): readonly string[] {
  const subjects = alerts.filter((alert) => colourOf(alert) === worst).map(({ subjectName }) => subjectName);
  const queues = rows.filter((row) => row.worst === worst).map(({ row }) => row.name);
  return [...new Set([...subjects, ...queues])].filter((name) => name !== "");
}
