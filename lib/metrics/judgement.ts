import type { Limit } from "../config";
import { assertNever } from "../vocabulary";
import { isBeyondChance } from "./evidence";
import type { Figures, TargetView } from "./snapshot-types";

/** What a figure asks of people. `none`: nothing to judge, too little of it, or no limits. */
export type Judgement = "none" | "ok" | "watch" | "act";

/** Figures over a set of visits; who waits now is judged by itself. */
export type JudgedFigure = "serviceLevel" | "answerRate" | "missedRate" | "speedOfAnswer";

type Judged = Pick<TargetView, "thresholds">;

/** TH1: every figure of a row's day or window against its limits. */
export const judgeFigures = (figures: Figures, target: Judged): Readonly<Record<JudgedFigure, Judgement>> => ({
  serviceLevel: judgeServiceLevel(figures, target),
  answerRate: judgeAnswerRate(figures, target),
  missedRate: judgeMissedRate(figures, target),
  speedOfAnswer: judgeSpeedOfAnswer(figures, target),
});

/** TH3: a service level asks for people below its limits; its contacts are those that its own formula counts (SL6). */
export function judgeServiceLevel({ level }: Pick<Figures, "level">, { thresholds }: Judged): Judgement {
  const { met, decided } = level;
  if (decided === 0) return "none";
  const share = { ratio: met / decided, late: decided - met, total: decided };
  return judgeHighShare(share, thresholds.serviceLevel, thresholds);
}

function judgeAnswerRate(figures: Figures, { thresholds }: Judged): Judgement {
  const { answerRateRatio: ratio, answered, answerRateBase: total } = figures;
  if (ratio === null) return "none";
  return judgeHighShare({ ratio, late: total - answered, total }, thresholds.answerRate, thresholds);
}

function judgeMissedRate(figures: Figures, { thresholds }: Judged): Judgement {
  const { missedRateRatio: ratio, missed, missedRateBase: total } = figures;
  const limit = thresholds.missedRate;
  if (ratio === null || limit === null) return "none";
  const share = { ratio, late: missed, total };
  const isFrom = (perMille: number): boolean => !isBelow(ratio, perMille);
  return judgeShare(share, limit, thresholds, isFrom, limit.watch / 1000);
}

function judgeSpeedOfAnswer({ asaMs, answered }: Figures, { thresholds }: Judged): Judgement {
  return asaMs === null || answered < thresholds.minimumContacts ? "none" : judgeFrom(asaMs, thresholds.speedOfAnswer);
}

/**
 * TH2: the longest wait of who waits now; one caller is enough.
 * @param waitMs null: nobody waits
 * @param limit in ms
 */
export const judgeLongestWait = (waitMs: number | null, limit: Limit | null): Judgement =>
  waitMs === null ? "none" : judgeFrom(waitMs, limit);

/** TH2: how many wait now, against a limit in callers. */
export const judgeWaiting = (waiting: number, limit: Limit | null): Judgement => judgeFrom(waiting, limit);

function judgeFrom(value: number, limit: Limit | null): Judgement {
  if (limit === null) return "none";
  if (value >= limit.act) return "act";
  return value >= limit.watch ? "watch" : "ok";
}

/** A share, and how many of its contacts count against it. */
type Share = { readonly ratio: number; readonly late: number; readonly total: number };
type Evidence = { readonly minimumContacts: number };

function judgeHighShare(share: Share, limit: Limit | null, evidence: Evidence): Judgement {
  if (limit === null) return "none";
  return judgeShare(share, limit, evidence, (perMille) => isBelow(share.ratio, perMille), (1000 - limit.watch) / 1000);
}

/** TH3. @param expectedRatio the share of late contacts at the `watch` limit, beyond which it is not chance */
function judgeShare(
  { late, total }: Share,
  limit: Limit,
  { minimumContacts }: Evidence,
  isPast: (perMille: number) => boolean,
  expectedRatio: number,
): Judgement {
  const isFew = total < minimumContacts;
  if (!isPast(limit.watch)) return isFew ? "none" : "ok";
  const asksForAct = isPast(limit.act);
  // The dear question only where its answer changes something: a wall asks it for every row it draws.
  const isSure = (isFew || asksForAct) && isBeyondChance(late, total, expectedRatio);
  if (isFew && !isSure) return "none";
  return asksForAct && isSure ? "act" : "watch";
}

/** Rounded to billionths: 80.0 % stored as a binary fraction is not below 80 %. */
const isBelow = (ratio: number, perMille: number): boolean => Math.round(ratio * 1e9) < perMille * 1e6;

/** The one that asks for most. */
export function worstJudgement(...judgements: readonly Judgement[]): Judgement {
  return judgements.reduce((worst, each) => (urgencyOf(each) > urgencyOf(worst) ? each : worst), "none");
}

/** Higher asks for more; for sorting. */
export function urgencyOf(judgement: Judgement): number {
  switch (judgement) {
    case "none":
      return 0;
    case "ok":
      return 1;
    case "watch":
      return 2;
    case "act":
      return 3;
    default:
      return assertNever(judgement);
  }
}

export const isAlarmed = (judgement: Judgement): boolean => judgement === "watch" || judgement === "act";
