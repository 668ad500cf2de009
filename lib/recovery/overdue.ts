import type { Fold } from "../metrics/fold-state";
import type { QueueId } from "../vocabulary";
import type { RecoveryBook } from "./book/book";
import { isOverdue } from "./figures";

type Known = { readonly version: number; readonly counts: ReadonlyMap<QueueId, number> };
const remembered = new WeakMap<RecoveryBook, Known>();

/** RE6: how many of some queues' missed callers can be called and were not in time; counted anew where the book has changed. */
export function overdueRecoveriesOf({ recoveries, nowMs }: Fold): (queueIds: readonly QueueId[]) => number {
  return (queueIds) => {
    const counts = countsOf(recoveries, nowMs);
    return queueIds.reduce((sum, queueId) => sum + (counts.get(queueId) ?? 0), 0);
  };
}

/** `letDuePass` has been told of the instant: it makes a new version of the book where somebody falls due. */
function countsOf(book: RecoveryBook, nowMs: number): Known["counts"] {
  const known = remembered.get(book);
  if (known?.version === book.version) return known.counts;
  const counts = new Map<QueueId, number>();
  for (const recovery of book.open.values()) {
    if (!recovery.contactable || !isOverdue(recovery, nowMs)) continue;
    counts.set(recovery.queueId, (counts.get(recovery.queueId) ?? 0) + 1);
  }
  remembered.set(book, { version: book.version, counts });
  return counts;
}
