import { judgeServiceLevel, worstJudgement } from "../../../lib/metrics/judgement";
import type { BoardSnapshot } from "../../../lib/metrics/snapshot-types";
import type { Language } from "../../../lib/config";
import { LOCALES } from "../../../lib/words/language";
import type { RankedRow } from "../../shared/board/rank-rows";
import type { QueueOrder } from "../choice/choice";
import type { Judged } from "./queue-lines";

/** All queues together: their level as one, and whoever waits longest in any of them. */
export function judgeTotal({ total, open }: BoardSnapshot, rows: readonly RankedRow[], boardIsLive: boolean): Judged {
  const live = boardIsLive && total.feed === "live";
  const level = live && open ? judgeServiceLevel(total.today, total.target) : "none";
  const longest = rows.find(({ row }) => row.waiting > 0 && row.oldestOfferedAtMs === total.oldestOfferedAtMs);
  const wait = longest?.wait ?? "none";
  return { row: total, live, waitMs: longest?.waitMs ?? null, wait, level, worst: worstJudgement(level, wait) };
}

/** @param rows worst first */
export function inOrder(rows: readonly RankedRow[], order: QueueOrder, language: Language): readonly RankedRow[] {
  if (order === "worst") return rows;
  const collator = new Intl.Collator(LOCALES[language], { numeric: true });
  return [...rows].sort((a, b) => collator.compare(a.row.name, b.row.name));
}
