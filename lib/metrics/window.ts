import type { QueueId } from "../vocabulary";
import { addCounts, type Counts, emptyCounts } from "./counts";
import { type Fold, MINUTE_MS } from "./fold-state";
import { emptyLedger, type Ledger, mergeLedger } from "./ledger";

/** TI3: the visits that arrived in the last so many minutes, the running one included. */
export function windowLedger(fold: Fold, queueId: QueueId, minutes: number): Ledger {
  const ledger = emptyLedger();
  for (const cell of cellsOfWindow(fold, queueId, minutes)) mergeLedger(ledger, cell);
  return ledger;
}

/** The same, of visits in open hours (SL7), without the waits. */
export function windowCounts(fold: Fold, queueId: QueueId, minutes: number): Counts {
  const counts = emptyCounts();
  for (const cell of cellsOfWindow(fold, queueId, minutes)) addCounts(counts, cell.inHours);
  return counts;
}

function cellsOfWindow(fold: Fold, queueId: QueueId, minutes: number): readonly Ledger[] {
  const found: Ledger[] = [];
  const last = Math.floor(fold.nowMs / MINUTE_MS);
  for (const day of fold.days.values()) {
    const cells = day.queues.get(queueId)?.cells;
    if (cells === undefined || day.bounds.endMs <= (last - minutes) * MINUTE_MS) continue;
    for (let minute = last - minutes + 1; minute <= last; minute += 1) {
      const cell = cells.get(minute);
      if (cell !== undefined) found.push(cell);
    }
  }
  return found;
}
