import { type Counts, overflowedOf, refusedOf } from "./counts";
import { quantile } from "./histogram";
import type { Ledger } from "./ledger";
import { decidedOf, goalMet, ratioOf, type ServiceLevel } from "./service-level";
import type { Figures, OutOfHoursOutcomes } from "./snapshot-types";

/**
 * The figures of a set of visits: sums divided last, null where there is nothing to divide by.
 * @param level numerator and denominator by the queue's formula, or their sum over queues
 * @param goalPerMille 900 is 90 %
 */
export function figuresOf(ledger: Ledger, level: ServiceLevel, goalPerMille: number): Figures {
  const counts = ledger.inHours;
  const overflowed = overflowedOf(counts);
  const refused = refusedOf(counts);
  const answerRateBase = counts.answered + counts.abandoned - counts.shortAbandoned + overflowed;
  const missedRateBase = counts.answered + counts.missed;
  const wrapUpReported = counts.handled > 0 && counts.wrapUpKnown === counts.handled;
  return {
    offered: counts.offered,
    answered: counts.answered,
    met: counts.met,
    decided: decidedOf(counts),
    abandoned: counts.abandoned,
    shortAbandoned: counts.shortAbandoned,
    overflowed,
    overflowedBy: {
      timeout: counts.overflowedTimeout,
      key: counts.overflowedKey,
      empty: counts.overflowedEmpty,
      withdrawn: counts.overflowedWithdrawn,
      transferred: counts.overflowedTransferred,
    },
    refused,
    refusedBy: { full: counts.refusedFull, empty: counts.refusedEmpty, closed: counts.refusedClosed },
    unknown: counts.unknown,
    waiting: counts.waiting,
    missed: counts.missed,
    missedBy: {
      abandoned: counts.missedAbandoned,
      overflowed: counts.missedOverflowed,
      refused: counts.missedRefused,
    },
    ringNoAnswer: counts.ringNoAnswer,
    outOfHours: ledger.outOfHours.offered + refusedOf(ledger.outOfHours),
    outOfHoursBy: outOfHoursOf(ledger.outOfHours),
    handled: counts.handled,
    level: { met: level.met, decided: level.decided },
    serviceLevelRatio: ratioOf(level.met, level.decided),
    answerRateRatio: ratioOf(counts.answered, answerRateBase),
    answerRateBase,
    missedRateRatio: ratioOf(counts.missed, missedRateBase),
    missedRateBase,
    asaMs: ratioOf(counts.answeredWaitSumMs, counts.answered),
    waitMedianMs: quantile(ledger.answeredWaits, 0.5),
    waitP90Ms: quantile(ledger.answeredWaits, 0.9),
    waitMaxMs: ledger.longestWaitMs,
    abandonWaitMs: ratioOf(counts.abandonWaitSumMs, counts.abandoned),
    ahtMs: ratioOf(counts.talkSumMs + (wrapUpReported ? counts.wrapUpSumMs : 0), counts.handled),
    ahtIncludesWrapUp: wrapUpReported,
    talkMs: ratioOf(counts.talkSumMs, counts.handled),
    goalMet: goalMet(level, goalPerMille),
  };
}

const outOfHoursOf = (counts: Readonly<Counts>): OutOfHoursOutcomes => ({
  answered: counts.answered,
  abandoned: counts.abandoned,
  shortAbandoned: counts.shortAbandoned,
  overflowed: overflowedOf(counts),
  refused: refusedOf(counts),
  unknown: counts.unknown,
  waiting: counts.waiting,
  missed: counts.missed,
});
