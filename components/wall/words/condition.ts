import { formatCount, formatDuration, formatPercent } from "../../../lib/format";
import { isAlarmed, type Judgement, urgencyOf } from "../../../lib/metrics/judgement";
import type { AgentCounts, TotalRow } from "../../../lib/metrics/snapshot-types";
import type { RankedRow } from "../queues/rank-rows";

/** What is wrong, in words: whose it is and what it says. */
export type Condition = { readonly judgement: Judgement; readonly name: string; readonly says: string };

/**
 * What needs someone now, worst first; empty when all is calm.
 * @param total judged only when no queue is: small queues together may miss what none of them misses alone
 */
export function conditionsOf(
  rows: readonly RankedRow[],
  total: TotalRow,
  totalLevel: Judgement,
  boardName: string,
): readonly Condition[] {
  const alarmed = rows.filter(({ worst }) => isAlarmed(worst)).sort(compareUrgency);
  if (alarmed.length > 0) return alarmed.map(conditionOf);
  if (!isAlarmed(totalLevel)) return [];
  return [{ judgement: totalLevel, name: boardName, says: levelWords(total) }];
}

/** Callers who wait come before figures of the day; who is furthest past the threshold comes first. */
function compareUrgency(a: RankedRow, b: RankedRow): number {
  return (
    urgencyOf(b.worst) - urgencyOf(a.worst) ||
    urgencyOf(b.wait) - urgencyOf(a.wait) ||
    (b.waitMs ?? 0) / b.row.target.thresholdMs - (a.waitMs ?? 0) / a.row.target.thresholdMs
  );
}

function conditionOf({ row, wait, level, worst, waitMs }: RankedRow): Condition {
  const byWait = urgencyOf(wait) >= urgencyOf(level);
  return { judgement: worst, name: row.name, says: byWait ? waitWords(row, waitMs) : levelWords(row) };
}

function waitWords(row: TotalRow, waitMs: number | null): string {
  const nobodyFree = isReported(row.agents) && row.agents.available === 0 ? ", nobody free" : "";
  return `${formatCount(row.waiting)} waiting, longest ${formatDuration(waitMs)}${nobodyFree}`;
}

const levelWords = ({ today, target }: TotalRow): string =>
  `service level ${formatPercent(today.serviceLevelRatio)}, goal ${formatPercent(target.goalRatio)}`;

/** AG2: whether the source says anything of its people. */
export const isReported = (agents: AgentCounts): boolean =>
  agents.notReported === 0 || agents.available + agents.ringing + agents.onContact + agents.wrapUp + agents.paused > 0;
