import type { BusinessDay } from "../calendar";
import { historyOf } from "../metrics/callers";
import { callKeyOf } from "../metrics/contact-figures";
import type { Fold, QueueFold } from "../metrics/fold-state";
import type { Contact } from "../metrics/visit";
import type { WaitingCaller } from "./desk-types";
import type { Mask } from "./mask";
import { visitKeyOf } from "./visit-record";

/** DK3: who waits in these queues now, the longest first. */
export function waitingCallersOf(fold: Fold, queues: readonly QueueFold[], mask: Mask): readonly WaitingCaller[] {
  const today = fold.calendar.businessDay(fold.nowMs);
  const callers: WaitingCaller[] = [];
  for (const queue of queues)
    for (const { contact, queueId, stay, arrivedAtMs, overdue } of queue.waiting) {
      if (arrivedAtMs === null) continue;
      const { sourceId, contactId } = contact;
      callers.push({
        key: visitKeyOf({ sourceId, contactId, queueId, stay }),
        queueId,
        offeredAtMs: arrivedAtMs,
        overdue,
        caller: mask(contact.caller),
        today: todayOf(fold, contact, today),
      });
    }
  return callers.sort((a, b) => a.offeredAtMs - b.offeredAtMs || (a.key < b.key ? -1 : 1));
}

/** What came of the other contacts of this caller today; null: nobody knows who he is. */
function todayOf(fold: Fold, contact: Contact, { startMs, endMs }: BusinessDay): WaitingCaller["today"] {
  if (contact.caller === null) return null;
  const others = historyOf(fold.callers, contact.caller, callKeyOf(contact), { fromMs: startMs, toMs: endMs });
  return { ...others, contacts: others.contacts + 1 };
}
