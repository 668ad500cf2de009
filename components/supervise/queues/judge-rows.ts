import { worstJudgement } from "../../../lib/metrics/judgement";
import type { BoardSnapshot } from "../../../lib/metrics/snapshot-types";
import type { Language } from "../../../lib/config";
import { LOCALES } from "../../../lib/words/language";
import { judgeBoard } from "../../shared/board/judge-board";
import type { RankedRow } from "../../shared/board/rank-rows";
import type { QueueOrder } from "../choice/choice";
import type { Judged } from "./queue-lines";

/** All queues together (BO4), with whoever waits longest in any of them. */
export function judgeTotal(snapshot: BoardSnapshot, rows: readonly RankedRow[], boardIsLive: boolean): Judged {
  const { total, look } = snapshot;
  const judged = judgeBoard(snapshot, rows, boardIsLive);
  const longest = rows.find(({ row }) => row.waiting > 0 && row.oldestOfferedAtMs === total.oldestOfferedAtMs);
  return {
    row: total,
    live: boardIsLive && total.feed === "live",
    waitMs: longest?.waitMs ?? null,
    wait: worstJudgement(judged.waiting, judged.rowsWait),
    // The line shows today's; a board that looks at its last minutes does not judge by it.
    level: look.period === "today" ? judged.day.serviceLevel : "none",
    worst: judged.worst,
  };
}

/** @param rows worst first */
export function inOrder(rows: readonly RankedRow[], order: QueueOrder, language: Language): readonly RankedRow[] {
  if (order === "worst") return rows;
  const collator = new Intl.Collator(LOCALES[language], { numeric: true });
  return [...rows].sort((a, b) => collator.compare(a.row.name, b.row.name));
}
