import type { BoardSnapshot } from "../../../lib/metrics/snapshot-types";
import type { WallLexicon } from "../../../lib/words/load/wall";
import type { SiteClock } from "../../shared/time/site-clock";
import { thresholdText } from "../../shared/words";
import { bestHourOf } from "./best-hour";

type Board = Pick<BoardSnapshot, "total" | "open" | "queues" | "recoveries" | "missedCost">;

/**
 * What the wall says when nothing is wrong: what went well today, otherwise how it is now. They take turns; each in
 * wordings, the longest first.
 */
export function calmWords(board: Board, clock: SiteClock, words: WallLexicon): readonly (readonly string[])[] {
  const { wall } = words;
  const wins = [
    ...goalWords(board, words),
    ...wonBackWords(board, words),
    ...bestHourWords(board, clock, words),
    ...queueWords(board, words),
    ...costWords(board, words),
  ];
  if (wins.length > 0) return wins;
  if (board.total.waiting > 0) return [[wall.nobodyWaitedLong]];
  return [[board.open ? wall.nobodyIsWaiting : wall.closedNobodyWaits, wall.nobodyIsWaiting]];
}

function goalWords({ total }: Board, { wall, formats }: WallLexicon): readonly (readonly string[])[] {
  const { today } = total;
  if (today.goalMet !== true || today.level.decided < total.target.thresholds.minimumContacts) return [];
  const level = formats.percent(today.serviceLevelRatio);
  return [[wall.goalReached(level, formats.count(today.level.decided)), wall.goalReachedBrief(level), level]];
}

function bestHourWords({ total }: Board, clock: SiteClock, words: WallLexicon): readonly (readonly string[])[] {
  const { wall, formats } = words;
  const best = bestHourOf(total.quarters, clock.minuteOf);
  if (best === null) return [];
  const hour = `${clock.toMinute(best.fromMs)}–${clock.toMinute(best.toMs)}`;
  const count = wall.of(formats.count(best.met), formats.count(best.decided));
  return [
    [
      wall.bestHour(hour, count, thresholdText(total.target.thresholdMs, words)),
      wall.bestHourBrief(hour, formats.percent(best.met / best.decided)),
      hour,
    ],
  ];
}

/** RE6: the team's, nobody's own. */
function wonBackWords({ recoveries }: Board, { wall, formats }: WallLexicon): readonly (readonly string[])[] {
  const { wonBack, quickestMs } = recoveries;
  if (wonBack === 0) return [];
  const count = formats.count(wonBack);
  return [[wall.wonBack(count, wonBack, formats.duration(quickestMs)), wall.wonBackBrief(count, wonBack)]];
}

/** RE7: only where the board asks for it. */
function costWords({ missedCost }: Board, { wall, formats }: WallLexicon): readonly (readonly string[])[] {
  if (missedCost === null || missedCost.high === 0) return [];
  const range = `${formats.count(missedCost.low)}–${formats.count(missedCost.high)} ${missedCost.currency}`;
  return [[wall.missedCost(range), wall.missedCostBrief(range)]];
}

/** Only worth a word where there are several. */
function queueWords({ queues }: Board, { wall, formats }: WallLexicon): readonly (readonly string[])[] {
  const judged = queues.filter(({ today }) => today.goalMet !== null);
  const reached = judged.filter(({ today }) => today.goalMet === true).length;
  if (judged.length < 2 || reached * 2 <= judged.length) return [];
  return [[wall.queuesOnGoal(formats.count(reached), formats.count(judged.length))]];
}
