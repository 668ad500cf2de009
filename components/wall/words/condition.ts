import type { Limit } from "../../../lib/config";
import { isAlarmed, type JudgedFigure, type Judgement, urgencyOf } from "../../../lib/metrics/judgement";
import type { AgentCounts, BoardSnapshot, Figures, TargetView, TotalRow } from "../../../lib/metrics/snapshot-types";
import { assertNever } from "../../../lib/vocabulary";
import type { WallLexicon } from "../../../lib/words/load/wall";
import type { BoardJudgement } from "../../shared/board/judge-board";
import type { RankedRow } from "../../shared/board/rank-rows";

/** What is wrong, in words: whose it is and what it says, the longest wording first. */
export type Condition = { readonly judgement: Judgement; readonly name: string; readonly says: readonly string[] };

/** What needs someone now, worst first; empty when all is calm. A queue comes before the total that asks as much. */
export function conditionsOf(
  rows: readonly RankedRow[],
  { boardName, total }: Pick<BoardSnapshot, "boardName" | "total">,
  judged: BoardJudgement,
  words: WallLexicon,
): readonly Condition[] {
  const alarmed = rows.filter(({ worst }) => isAlarmed(worst)).sort(compareUrgency);
  const conditions = alarmed.map((ranked) => conditionOf(ranked, words));
  if (!isAlarmed(judged.total)) return conditions;
  const ofTotal = { judgement: judged.total, name: boardName, says: totalWords(total, judged, words) };
  return [...conditions, ofTotal].sort((a, b) => urgencyOf(b.judgement) - urgencyOf(a.judgement));
}

/** Callers who wait come before figures of the day; who is furthest past the threshold comes first. */
function compareUrgency(a: RankedRow, b: RankedRow): number {
  return (
    urgencyOf(b.worst) - urgencyOf(a.worst) ||
    urgencyOf(b.wait) - urgencyOf(a.wait) ||
    (b.waitMs ?? 0) / b.row.target.thresholdMs - (a.waitMs ?? 0) / a.row.target.thresholdMs
  );
}

function conditionOf({ row, wait, figures, day, worst, waitMs }: RankedRow, words: WallLexicon): Condition {
  const says =
    wait === worst ? waitWords(row, waitMs, words) : figureWords(figureAt(worst, day), figures, row.target, words);
  return { judgement: worst, name: row.name, says };
}

/** Who waits now comes before figures of the period. */
function totalWords(total: TotalRow, judged: BoardJudgement, words: WallLexicon): readonly string[] {
  const { figures, day, waiting, total: worst } = judged;
  if (waiting === worst) return [words.wall.manyWaiting(words.formats.count(total.waiting))];
  return figureWords(figureAt(worst, day), figures, total.target, words);
}

const ORDER: readonly JudgedFigure[] = ["serviceLevel", "missedRate", "answerRate", "speedOfAnswer"];

const figureAt = (worst: Judgement, day: BoardJudgement["day"]): JudgedFigure =>
  ORDER.find((figure) => day[figure] === worst) ?? "serviceLevel";

/** What is judged has a limit. */
const limitOf = (limit: Limit | null, say: (value: number) => string): string =>
  limit === null ? "" : say(limit.watch);

/** What a figure says, with the limit from which it is watched; of a service level the goal. */
function figureWords(
  figure: JudgedFigure,
  figures: Figures,
  { goalRatio, thresholds }: TargetView,
  { wall, formats }: WallLexicon,
): readonly string[] {
  const perMille = (value: number): string => formats.percent(value / 1_000);
  switch (figure) {
    case "serviceLevel": {
      const level = formats.percent(figures.serviceLevelRatio);
      return [wall.levelBelowGoal(level, formats.percent(goalRatio)), wall.levelBrief(level), level];
    }
    case "answerRate": {
      const rate = formats.percent(figures.answerRateRatio);
      return [wall.answerRateBelow(rate, limitOf(thresholds.answerRate, perMille)), wall.answerRateBrief(rate), rate];
    }
    case "missedRate": {
      const rate = formats.percent(figures.missedRateRatio);
      return [wall.missedRateAbove(rate, limitOf(thresholds.missedRate, perMille)), wall.missedRateBrief(rate), rate];
    }
    case "speedOfAnswer": {
      const speed = formats.duration(figures.asaMs);
      const limit = limitOf(thresholds.speedOfAnswer, formats.duration);
      return [wall.speedAbove(speed, limit), wall.speedBrief(speed), speed];
    }
    default:
      return assertNever(figure);
  }
}

function waitWords(row: TotalRow, waitMs: number | null, { wall, formats }: WallLexicon): readonly string[] {
  const [waiting, wait] = [formats.count(row.waiting), formats.duration(waitMs)];
  const both = wall.waitingLongest(waiting, wait);
  const nobodyFree = isReported(row.agents) && row.agents.available === 0;
  return [...(nobodyFree ? [wall.nobodyFree(both)] : []), both, wall.longest(wait), wait];
}

/** AG2: whether the source says anything of its people. */
export const isReported = (agents: AgentCounts): boolean =>
  agents.notReported === 0 || agents.available + agents.ringing + agents.onContact + agents.wrapUp + agents.paused > 0;
