import {
  judgeFigures,
  type JudgedFigure,
  type Judgement,
  judgeWaiting,
  worstJudgement,
} from "../../../lib/metrics/judgement";
import type { BoardSnapshot, Figures } from "../../../lib/metrics/snapshot-types";
import { NOT_JUDGED, type RankedRow } from "./rank-rows";

/** BO4: what a board asks of people, the same on every screen. */
export type BoardJudgement = {
  /** The total's figures over the period that the board shows. */
  readonly figures: Figures;
  readonly day: Readonly<Record<JudgedFigure, Judgement>>;
  /** All callers of the board, against the site's limit. */
  readonly waiting: Judgement;
  /** The worst of who waits in any queue. */
  readonly rowsWait: Judgement;
  /** The worst of the total's own figures. */
  readonly total: Judgement;
  /** The worst of the queues and the total. */
  readonly worst: Judgement;
};

type Board = Pick<BoardSnapshot, "total" | "look" | "open">;

/**
 * @param rows of the board, by `rankRows`
 * @param live false: the whole board is stale, nothing is judged
 */
export function judgeBoard({ total, look, open }: Board, rows: readonly RankedRow[], live: boolean): BoardJudgement {
  const figures = look.period === "window" ? total.window : total.today;
  const isJudged = live && total.feed === "live";
  // After closing there is nobody left to act on the day's figures.
  const day = isJudged && open ? judgeFigures(figures, total.target) : NOT_JUDGED;
  const waiting = isJudged ? judgeWaiting(total.waiting, total.target.thresholds.waiting) : "none";
  const ofTotal = worstJudgement(waiting, ...Object.values(day));
  return {
    figures,
    day,
    waiting,
    rowsWait: worstJudgement(...rows.map(({ wait }) => wait)),
    total: ofTotal,
    worst: worstJudgement(ofTotal, ...rows.map(({ worst }) => worst)),
  };
}
