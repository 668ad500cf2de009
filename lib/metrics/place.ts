import type { QueueId } from "../vocabulary";
import type { Contribution } from "./contribution";
import type { Counts } from "./counts";
import {
  cellOf,
  type DayFold,
  dayFoldOf,
  type Fold,
  type QueueDay,
  quarterOf,
  queueDayOf,
  queueFoldOf,
} from "./fold-state";
import { applyToLedger, type Ledger } from "./ledger";

/** Where a visit counts: the sums of the day, the minute and the quarter-hour in which it arrived (TI1). */
export type Place = {
  readonly arrivedAtMs: number;
  /** Its queue was open then (SL7). */
  readonly inHours: boolean;
  readonly day: DayFold;
  readonly queueDay: QueueDay;
  readonly cell: Ledger;
  /** Quarter-hours show open hours only. */
  readonly quarter: Counts | null;
};

/** @returns null where the day has left memory, or the queue is over the limit */
export function placeOf(fold: Fold, queueId: QueueId, arrivedAtMs: number): Place | null {
  const queue = queueFoldOf(fold, queueId);
  const day = dayFoldOf(fold, arrivedAtMs);
  if (queue === null || day === null) return null;
  const queueDay = queueDayOf(day, queueId);
  const inHours = fold.calendar.isOpen(queue.config.hours, arrivedAtMs);
  return {
    arrivedAtMs,
    inHours,
    day,
    queueDay,
    cell: cellOf(queueDay, arrivedAtMs),
    quarter: inHours ? quarterOf(queueDay, arrivedAtMs) : null,
  };
}

/** @param sign 1 to put in, −1 to take out */
export function addAt(place: Place, contribution: Contribution, sign: 1 | -1): void {
  const { queueDay, cell, quarter, inHours } = place;
  applyToLedger(queueDay.ledger, contribution, inHours, sign);
  applyToLedger(cell, contribution, inHours, sign);
  if (quarter === null) return;
  for (const [key, value] of contribution.terms) quarter[key] += sign * value;
}
