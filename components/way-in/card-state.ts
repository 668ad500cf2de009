import { isAlarmed, judgeServiceLevel, type Judgement, worstJudgement } from "../../lib/metrics/judgement";
import type { BoardSnapshot, Figures } from "../../lib/metrics/snapshot-types";
import type { BoardState } from "../board/board-state";
import type { MarkState } from "../shared/state-mark";
import type { Mark } from "../shared/time/use-now";
import { type Freshness, freshnessOf, lastProofAtMs } from "../shared/board/freshness";
import { isHeard } from "../shared/board/heard";
import { rankRows } from "../shared/board/rank-rows";

/** A board in a few figures, as its wall shows and judges them. */
export type CardState = {
  readonly snapshot: BoardSnapshot;
  readonly freshness: Freshness;
  /** Of all its queues and the total. */
  readonly worst: MarkState;
  /** The queues at `worst`, where that asks for people. */
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
  const { total, queues, sources, look } = snapshot;
  const live = freshness.kind === "live";
  const rows = rankRows(queues, freshness.nowMs, lastProofAtMs(sources), live);
  const figures = look.period === "window" ? total.window : total.today;
  const isJudged = live && total.feed === "live" && snapshot.open;
  const level = isJudged ? judgeServiceLevel(figures, total.target) : "none";
  const wait = worstJudgement(...rows.map((row) => row.wait));
  const since = total.oldestOfferedAtMs;
  const worst = worstJudgement(level, ...rows.map((row) => row.worst));
  return {
    snapshot,
    freshness,
    worst: live ? worst : "no-data",
    asking: isAlarmed(worst) ? rows.filter((row) => row.worst === worst).map(({ row }) => row.name) : [],
    level,
    wait,
    longestMs: since === null ? null : Math.max(0, freshness.nowMs - since),
    figures: isHeard(snapshot) ? figures : null,
  };
}
