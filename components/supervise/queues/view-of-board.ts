import type { BoardSnapshot, TotalRow } from "../../../lib/metrics/snapshot-types";
import type { DeskLexicon } from "../../../lib/words/load/desk";
import { type Freshness, lastProofAtMs } from "../../shared/board/freshness";
import { isHeard, isRowHeard } from "../../shared/board/heard";
import { rankRows } from "../../shared/board/rank-rows";
import type { Choice } from "../choice/choice";
import { inOrder, judgeTotal } from "./judge-rows";
import { queueLineOf } from "./queue-lines";
import type { ListedQueue } from "./queue-list";

/** A queue of the list with what its figures are worth. */
type Viewed = ListedQueue & {
  readonly row: TotalRow;
  readonly live: boolean;
  readonly heard: boolean;
  readonly open: boolean;
};

/** A board as a supervisor looks at it. */
export type BoardView = {
  readonly all: ListedQueue;
  readonly queues: readonly ListedQueue[];
  /** The queue that was chosen, or all of them; null: the board has no such queue. */
  readonly chosen: Viewed | null;
  /** The instant by which the chosen one ticks: what is stale ticks no further than it was proven. */
  readonly tickMs: number;
};

export function viewOfBoard(
  snapshot: BoardSnapshot,
  freshness: Freshness,
  choice: Choice,
  words: DeskLexicon,
): BoardView {
  const { sources } = snapshot;
  const provenAtMs = lastProofAtMs(sources);
  const boardIsLive = freshness.kind === "live";
  const ranked = rankRows(snapshot.queues, freshness.nowMs, provenAtMs, boardIsLive, "today");
  const total = judgeTotal(snapshot, ranked, boardIsLive);
  const heard = isHeard(snapshot);
  const all: Viewed = {
    queueId: null,
    name: words.supervise.queues.all,
    line: queueLineOf(total, snapshot.open, heard, words),
    row: snapshot.total,
    live: total.live,
    heard,
    open: snapshot.open,
  };
  const queues = inOrder(ranked, choice.order, words.language).map((judged): Viewed => {
    const { row, live } = judged;
    const rowHeard = isRowHeard(row, sources);
    const line = queueLineOf(judged, row.open, rowHeard, words);
    return { queueId: row.queueId, name: row.name, line, row, live, heard: rowHeard, open: row.open };
  });
  const chosen = choice.queueId === null ? all : (queues.find(({ queueId }) => queueId === choice.queueId) ?? null);
  const stopsAtMs = Math.min(freshness.nowMs, provenAtMs ?? freshness.nowMs);
  return { all, queues, chosen, tickMs: chosen?.live === true ? freshness.nowMs : stopsAtMs };
}
