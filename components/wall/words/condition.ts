import { isAlarmed, type Judgement, urgencyOf } from "../../../lib/metrics/judgement";
import type { AgentCounts, TotalRow } from "../../../lib/metrics/snapshot-types";
import type { Words } from "../../../lib/words/words";
import type { RankedRow } from "../../shared/board/rank-rows";

/** What is wrong, in words: whose it is and what it says, the longest wording first. */
export type Condition = { readonly judgement: Judgement; readonly name: string; readonly says: readonly string[] };

/**
 * What needs someone now, worst first; empty when all is calm.
 * @param total judged only when no queue is: small queues together may miss what none of them misses alone
 */
export function conditionsOf(
  rows: readonly RankedRow[],
  total: TotalRow,
  totalLevel: Judgement,
  boardName: string,
  words: Words,
): readonly Condition[] {
  const alarmed = rows.filter(({ worst }) => isAlarmed(worst)).sort(compareUrgency);
  if (alarmed.length > 0) return alarmed.map((ranked) => conditionOf(ranked, words));
  if (!isAlarmed(totalLevel)) return [];
  return [{ judgement: totalLevel, name: boardName, says: levelWords(total, words) }];
}

/** Callers who wait come before figures of the day; who is furthest past the threshold comes first. */
function compareUrgency(a: RankedRow, b: RankedRow): number {
  return (
    urgencyOf(b.worst) - urgencyOf(a.worst) ||
    urgencyOf(b.wait) - urgencyOf(a.wait) ||
    (b.waitMs ?? 0) / b.row.target.thresholdMs - (a.waitMs ?? 0) / a.row.target.thresholdMs
  );
}

function conditionOf(ranked: RankedRow, words: Words): Condition {
  const { row, wait, day, worst, waitMs } = ranked;
  return { judgement: worst, name: row.name, says: says() };

  function says(): readonly string[] {
    if (wait === worst) return waitWords(row, waitMs, words);
    const { formats, figures, shared } = words;
    const { today } = row;
    if (day.serviceLevel === worst) return levelWords(row, words);
    if (day.missedRate === worst)
      return [`${figures.entries.missedRate.label} ${formats.percent(today.missedRateRatio)}`];
    if (day.answerRate === worst)
      return [`${figures.entries.answerRate.label} ${formats.percent(today.answerRateRatio)}`];
    if (day.speedOfAnswer === worst) return [`${figures.entries.speedOfAnswer.label} ${formats.duration(today.asaMs)}`];
    return [shared.states[worst]];
  }
}

function waitWords(row: TotalRow, waitMs: number | null, { wall, formats }: Words): readonly string[] {
  const [waiting, wait] = [formats.count(row.waiting), formats.duration(waitMs)];
  const both = wall.waitingLongest(waiting, wait);
  const nobodyFree = isReported(row.agents) && row.agents.available === 0;
  return [...(nobodyFree ? [wall.nobodyFree(both)] : []), both, wall.longest(wait), wait];
}

function levelWords({ today, target }: TotalRow, { wall, formats }: Words): readonly string[] {
  const level = formats.percent(today.serviceLevelRatio);
  return [wall.levelBelowGoal(level, formats.percent(target.goalRatio)), wall.levelBrief(level), level];
}

/** AG2: whether the source says anything of its people. */
export const isReported = (agents: AgentCounts): boolean =>
  agents.notReported === 0 || agents.available + agents.ringing + agents.onContact + agents.wrapUp + agents.paused > 0;
