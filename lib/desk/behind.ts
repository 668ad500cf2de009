import type { Target } from "../config";
import { assertNever } from "../vocabulary";
import type { FigurePart, FigureReason, ListedFigure } from "./contact-types";
import type { VisitRecord } from "./visit-record";

/** Where a visit stands in a figure, and why. */
export type Behind = { readonly part: FigurePart; readonly why: FigureReason };

/**
 * Why a visit stands where it stands in a figure, by the rules by which the figure counted it: the numerators and
 * denominators of all visits are the figure's own, in every queue and over every time.
 * @param target of the visit's queue
 */
export function behindFigure(figure: ListedFigure, record: VisitRecord, target: Target): Behind {
  if (figure === "outOfHours") {
    return record.inHours ? leftOut(factOf(record, target)) : { part: "numerator", why: "out-of-hours" };
  }
  if (!record.inHours) return leftOut("out-of-hours");
  switch (figure) {
    case "serviceLevel":
      return behindServiceLevel(record, target);
    case "answerRate":
      return behindAnswerRate(record, target);
    case "missedRate":
      return record.outcome?.kind === "answered"
        ? { part: "denominator", why: "answered" }
        : behindMissed(record, target);
    case "missed":
      return behindMissed(record, target);
    case "offered":
      return countedIf(record.outcome?.kind !== "refused", factOf(record, target));
    case "answered":
    case "abandoned":
    case "overflowed":
    case "refused":
    case "unknown":
      return countedIf(record.outcome?.kind === figure, factOf(record, target));
    case "speedOfAnswer":
      return countedIf(record.outcome?.kind === "answered", factOf(record, target));
    case "handlingTime":
      return behindHandlingTime(record, target);
    default:
      return assertNever(figure);
  }
}

const leftOut = (why: FigureReason): Behind => ({ part: "neither", why });
const countedIf = (counts: boolean, why: FigureReason): Behind => ({ part: counts ? "numerator" : "neither", why });

/** What became of a visit, whatever the figure. */
function factOf(record: VisitRecord, target: Target): FigureReason {
  const { outcome } = record;
  if (outcome === null) return record.overdue ? "waiting-late" : "waiting";
  switch (outcome.kind) {
    case "abandoned":
      return isShort(record, target) ? "abandoned-short" : "abandoned";
    case "unknown":
      return isWithinThreshold(record, target) ? "unknown" : "unknown-late";
    case "answered":
    case "overflowed":
    case "refused":
      return outcome.kind;
    default:
      return assertNever(outcome);
  }
}

/** CO4 */
const isShort = ({ waitMs }: VisitRecord, { shortAbandonMs }: Target): boolean => (waitMs ?? 0) <= shortAbandonMs;
const isWithinThreshold = ({ waitMs }: VisitRecord, { thresholdMs }: Target): boolean => (waitMs ?? 0) <= thresholdMs;

/** SL1, SL3, SL6 */
function behindServiceLevel(record: VisitRecord, target: Target): Behind {
  const fact = factOf(record, target);
  const { outcome } = record;
  if (outcome?.kind === "answered") {
    return isWithinThreshold(record, target)
      ? { part: "numerator", why: "in-time" }
      : { part: "denominator", why: "late" };
  }
  switch (target.formula) {
    case "offered":
      return { part: isFailure(fact) ? "denominator" : "neither", why: fact };
    case "answered-only":
      return leftOut(fact);
    case "abandons-after-threshold":
      return { part: isAbandonedLate(record, target) ? "denominator" : "neither", why: fact };
    case "credit-abandons-within-threshold":
      if (outcome?.kind !== "abandoned") return leftOut(fact);
      return { part: isAbandonedLate(record, target) ? "denominator" : "numerator", why: fact };
    default:
      return assertNever(target.formula);
  }
}

/** SL1: decided, and not met. */
const isFailure = (fact: FigureReason): boolean =>
  fact === "abandoned" || fact === "overflowed" || fact === "waiting-late" || fact === "unknown-late";

const isAbandonedLate = (record: VisitRecord, target: Target): boolean =>
  record.outcome?.kind === "abandoned" && !isWithinThreshold(record, target);

function behindAnswerRate(record: VisitRecord, target: Target): Behind {
  const why = factOf(record, target);
  if (why === "answered") return { part: "numerator", why };
  return { part: why === "abandoned" || why === "overflowed" ? "denominator" : "neither", why };
}

/** CO5 */
function behindMissed(record: VisitRecord, target: Target): Behind {
  const fact = factOf(record, target);
  if (record.missed) return { part: "numerator", why: fact };
  const ended = record.outcome !== null && record.outcome.kind !== "answered";
  if (!ended || record.elsewhere === null) return leftOut(fact);
  return leftOut(record.elsewhere === "answered" ? "answered-elsewhere" : "missed-elsewhere");
}

/** AH1 */
function behindHandlingTime(record: VisitRecord, target: Target): Behind {
  if (record.outcome?.kind !== "answered") return leftOut(factOf(record, target));
  if (record.talking) return leftOut("talking");
  return record.talkMs === null ? leftOut("talk-unknown") : { part: "numerator", why: "handled" };
}
