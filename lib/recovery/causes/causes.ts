import { addCounts, type Counts, emptyCounts, refusedOf } from "../../metrics/counts";
import { type Fold, MINUTE_MS, QUARTER_MS, type QueueDay, type QueueFold } from "../../metrics/fold-state";
import type { Staffing } from "../../metrics/staffing";
import type { QueueId } from "../../vocabulary";
import { CAUSE_KINDS, type CauseEvidence, type CauseKind, type CauseQuarter } from "./cause-types";

/** From this load of those who are there on, callers wait for the work and not for the people. */
const BUSY_LOAD_RATIO = 0.85;
/** On average over the minutes of a quarter-hour: fewer than one in two found anybody. */
const HARDLY_ANYBODY = 0.5;
/** Where nobody is free in one minute of three, callers wait for people who are at work. */
const OFTEN_RATIO = 1 / 3;
const QUARTER_MINUTES = QUARTER_MS / MINUTE_MS;

type Sums = { readonly inHours: Counts; readonly outOfHours: Counts };

/**
 * RE9: the likely causes of today's misses by queue and quarter-hour of arrival, the newest first.
 * @param queueIds null: every queue
 */
export function causesOf(fold: Fold, queueIds: readonly QueueId[] | null): readonly CauseQuarter[] {
  const today = fold.days.get(fold.calendar.businessDay(fold.nowMs).day);
  if (today === undefined) return [];
  const found: CauseQuarter[] = [];
  for (const [queueId, queueDay] of today.queues) {
    const queue = fold.queues.get(queueId);
    if (queue === undefined || (queueIds !== null && !queueIds.includes(queueId))) continue;
    for (const quarter of quartersWithMisses(queueDay)) {
      const startMs = quarter * QUARTER_MS;
      found.push({ startMs, queueId, ...causeOf(fold, queue, queueDay, quarter) });
    }
  }
  return found.sort((a, b) => b.startMs - a.startMs || (a.queueId < b.queueId ? -1 : 1));
}

function quartersWithMisses({ cells }: QueueDay): ReadonlySet<number> {
  const quarters = new Set<number>();
  for (const [minute, { inHours, outOfHours }] of cells)
    if (inHours.missed + outOfHours.missed > 0) quarters.add(Math.floor(minute / QUARTER_MINUTES));
  return quarters;
}

function causeOf(
  fold: Fold,
  queue: QueueFold,
  queueDay: QueueDay,
  quarter: number,
): { readonly cause: CauseKind; readonly evidence: CauseEvidence } {
  const sums = sumsOf(queueDay, quarter);
  const { inHours, outOfHours } = sums;
  const there = queueDay.staffing.get(quarter) ?? null;

  const offeredLoad = loadOf(inHours, queueDay.ledger.inHours);
  const fitting = fittingOf(sums, restCause(inHours, there, offeredLoad, hadGap(fold, queue, quarter)));
  const cause = CAUSE_KINDS.reduce((best, kind) => (fitting[kind] > fitting[best] ? kind : best));
  return {
    cause,
    evidence: {
      offered: triedOf(inHours) + triedOf(outOfHours),
      answered: inHours.answered + outOfHours.answered,
      missed: inHours.missed + outOfHours.missed,
      fitting: fitting[cause],
      staffed: there === null ? null : there.staffed / there.looks,
      offeredLoad,
      nobodyFree: there === null ? null : { minutes: there.nobodyFree, of: there.looks },
      ringNoAnswer: inHours.ringNoAnswer + outOfHours.ringNoAnswer,
    },
  };
}

/** Whoever tried, those who never got in too. */
const triedOf = (counts: Counts): number => counts.offered + refusedOf(counts);

function sumsOf({ cells }: QueueDay, quarter: number): Sums {
  const sums = { inHours: emptyCounts(), outOfHours: emptyCounts() };
  for (let minute = quarter * QUARTER_MINUTES; minute < (quarter + 1) * QUARTER_MINUTES; minute += 1) {
    const cell = cells.get(minute);
    if (cell === undefined) continue;
    addCounts(sums.inHours, cell.inHours);
    addCounts(sums.outOfHours, cell.outOfHours);
  }
  return sums;
}

/** Each miss fits one cause: what the source itself said of it, otherwise what the quarter-hour was like. */
function fittingOf({ inHours, outOfHours }: Sums, rest: CauseKind): Record<CauseKind, number> {
  const fitting: Record<CauseKind, number> = {
    closed: outOfHours.missed,
    outage: 0,
    "nobody-logged-in": 0,
    "queue-full": 0,
    "menu-exit": 0,
    "not-picking-up": 0,
    "all-busy": 0,
    unclear: 0,
  };
  let left = inHours.missed;
  const give = (kind: CauseKind, count: number): void => {
    const taken = Math.min(left, count);
    fitting[kind] += taken;
    left -= taken;
  };
  give("closed", inHours.refusedClosed);
  give("queue-full", inHours.refusedFull);
  give("nobody-logged-in", inHours.refusedEmpty + inHours.overflowedEmpty);
  give("menu-exit", Math.min(inHours.overflowedKey, inHours.missedOverflowed));
  give(rest, left);
  return fitting;
}

/** Why callers gave up or were routed to nobody. */
function restCause(
  { missed, ringNoAnswer }: Counts,
  there: Staffing | null,
  offeredLoad: number | null,
  gap: boolean,
): CauseKind {
  if (gap) return "outage";
  const staffed = there === null ? null : there.staffed / there.looks;
  if (staffed !== null && staffed < HARDLY_ANYBODY) return "nobody-logged-in";
  if (ringNoAnswer >= missed) return "not-picking-up";
  if (there === null || staffed === null) return "unclear";
  if (offeredLoad !== null && offeredLoad >= staffed * BUSY_LOAD_RATIO) return "all-busy";
  return there.nobodyFree >= there.looks * OFTEN_RATIO ? "all-busy" : "unclear";
}

/** Contacts × handling time over the quarter-hour, in erlangs; the handling time is the day's, null: not known yet. */
function loadOf(quarter: Counts, day: Counts): number | null {
  if (day.handled === 0) return null;
  const ahtMs = (day.talkSumMs + day.wrapUpSumMs) / day.handled;
  return ((quarter.offered - quarter.shortAbandoned) * ahtMs) / QUARTER_MS;
}

function hadGap({ gaps }: Fold, { sourceIds }: QueueFold, quarter: number): boolean {
  const fromMs = quarter * QUARTER_MS;
  return gaps.some((gap) => sourceIds.has(gap.sourceId) && gap.toMs > fromMs && gap.fromMs < fromMs + QUARTER_MS);
}
