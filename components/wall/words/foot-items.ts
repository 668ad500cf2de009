import type { AlertView } from "../../../lib/alerts/alert-types";
import { type Judgement, urgencyOf } from "../../../lib/metrics/judgement";
import type { BoardSnapshot } from "../../../lib/metrics/snapshot-types";
import { assertNever } from "../../../lib/vocabulary";
import { subjectOf, wordingsOf } from "../../../lib/words/alerts/say-alert";
import type { WallLexicon } from "../../../lib/words/load/wall";
import { colourOf, orderAlerts, standingOf } from "../../shared/alerts/standing";
import { unspokenBy } from "../../shared/alerts/unspoken";
import type { BoardJudgement } from "../../shared/board/judge-board";
import type { RankedRow } from "../../shared/board/rank-rows";
import type { SiteClock } from "../../shared/time/site-clock";
import { conditionsOf } from "./condition";

/** What the foot has to say, in words. Wordings are in the order of their length, the longest first. */
export type FootItem = {
  /** `none`: it is said calmly. */
  readonly judgement: Judgement;
  /** Beside the mark, where there is room. */
  readonly word: string;
  readonly name: string;
  readonly says: readonly string[];
  /** Since when, and who has it; none: nothing is known of that. */
  readonly aside: readonly string[];
};

type Board = Pick<BoardSnapshot, "boardName" | "total" | "alerts">;

/**
 * AL68: what asks to act comes before what asks to watch; of each what fires first, then what figures ask for beyond
 * that; then what is calm: notices, and what somebody has seen to.
 * @param nowMs the instant that durations are told at
 */
export function footItemsOf(
  board: Board,
  rows: readonly RankedRow[],
  judged: BoardJudgement,
  clock: SiteClock,
  nowMs: number,
  words: WallLexicon,
): readonly FootItem[] {
  const left = unspokenBy(board.alerts, rows, judged.total);
  const conditions = conditionsOf(left.rows, board, { ...judged, total: left.total }, words).map((condition) => ({
    ...condition,
    word: words.shared.states[condition.judgement],
    aside: [],
  }));
  const alerts = orderAlerts(board.alerts).map((alert) => itemOf(alert, clock, nowMs, words));
  // By urgency, else as they stand: the foot is never calmer than the worst of its board, and calm alerts stay last.
  return [...alerts, ...conditions].sort((a, b) => urgencyOf(b.judgement) - urgencyOf(a.judgement));
}

function itemOf(alert: AlertView, clock: SiteClock, nowMs: number, words: WallLexicon): FootItem {
  const { say, formats, shared } = words;
  const judgement = colourOf(alert);
  return {
    judgement,
    word: judgement === "none" ? calmWord(alert, words) : shared.states[judgement],
    name: subjectOf(alert, say),
    says: wordingsOf(alert, say, formats, nowMs, (atMs) => clock.toMoment(atMs, nowMs)),
    aside: asideOf(alert, clock, nowMs, words),
  };
}

const calmWord = ({ state, severity }: AlertView, { say }: WallLexicon): string =>
  state === "acknowledged" ? say.states.acknowledged : say.severities[severity];

function asideOf(alert: AlertView, clock: SiteClock, nowMs: number, { say }: WallLexicon): readonly string[] {
  const since = say.since(clock.toMoment(alert.firedAtMs, nowMs));
  const both = (said: string): string => `${since} · ${said}`;
  const standing = standingOf(alert);
  switch (standing) {
    case "loud":
    case "notice":
      return [both(say.nobodyHasIt), since];
    case "frozen":
      return [both(say.frozen), since];
    case "muted":
      return alert.muted === null ? [since] : [both(say.muted[alert.muted]), since];
    case "acknowledged": {
      if (alert.acknowledgement === null) return [since];
      const { by, untilMs } = alert.acknowledgement;
      const until = say.hasItUntil(by, clock.toMoment(untilMs, nowMs));
      return [both(until), until, say.hasIt(by)];
    }
    default:
      return assertNever(standing);
  }
}
