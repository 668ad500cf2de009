import { forgetCallsBefore } from "./callers";
import { LATENESS_MS } from "./fold";
import { type Fold, MINUTE_MS, oldestKeptMs, type SourceFold } from "./fold-state";
import { refreshContact } from "./refresh";
import { betterOutcome, type Contact, type Visit } from "./visit";

/** CO6: nobody waits for ever on the board. */
const LOST_AFTER_MS = 4 * 3_600_000;
/** An answered contact whose end was never told leaves memory after this. */
const ENDLESS_TALK_MS = 12 * 3_600_000;

/**
 * Lets time pass: callers past their threshold become failures (SL3), callers nobody lists any more become unknown
 * (CO6), the day rolls over (TI2), what can no longer change leaves memory.
 * @param nowMs by the clock the events are stamped with; an earlier instant than before changes nothing
 */
export function advanceTo(fold: Fold, nowMs: number): void {
  if (nowMs > fold.nowMs) fold.nowMs = nowMs;
  for (const queue of fold.queues.values()) {
    for (const visit of queue.waiting) {
      if (visit.arrivedAtMs === null) continue;
      if (!visit.overdue && fold.nowMs - visit.arrivedAtMs > queue.config.target.thresholdMs) {
        visit.overdue = true;
        touch(fold, visit.contact);
      }
      if (fold.nowMs - Math.max(visit.arrivedAtMs, visit.listedAtMs ?? 0) > LOST_AFTER_MS) lose(fold, visit);
    }
  }
  if (Math.floor(fold.nowMs / MINUTE_MS) > Math.floor(fold.sweptAtMs / MINUTE_MS)) sweep(fold);
}

function touch(fold: Fold, contact: Contact): void {
  fold.version += 1;
  refreshContact(fold, contact);
}

function lose(fold: Fold, visit: Visit): void {
  const atMs = Math.max(visit.arrivedAtMs ?? 0, visit.listedAtMs ?? 0) + LOST_AFTER_MS;
  visit.outcome = betterOutcome(visit.outcome, { kind: "unknown", atMs });
  visit.contact.lastTouchedAtMs = Math.max(visit.contact.lastTouchedAtMs, atMs);
  touch(fold, visit.contact);
}

function sweep(fold: Fold): void {
  fold.sweptAtMs = fold.nowMs;
  // Windows slide and days roll by the minute, on a silent night too (TI2, TI3).
  fold.version += 1;
  const keptFromMs = oldestKeptMs(fold);
  const gone = [...fold.days.values()].filter(({ bounds }) => bounds.endMs < keptFromMs);
  for (const { bounds } of gone) fold.days.delete(bounds.day);
  if (gone.length > 0) {
    fold.gaps = fold.gaps.filter((gap) => gap.toMs >= keptFromMs);
    forgetCallsBefore(fold.callers, keptFromMs - 24 * 3_600_000);
  }
  for (const source of fold.sources.values()) retireContacts(fold, source);
}

function retireContacts(fold: Fold, source: SourceFold): void {
  for (const [contactId, contact] of source.contacts) {
    if (!mayRetire(fold, contact)) continue;
    for (const visit of contact.visits) settleLongest(visit);
    source.contacts.delete(contactId);
  }
}

function mayRetire(fold: Fold, contact: Contact): boolean {
  const idleMs = fold.nowMs - contact.lastTouchedAtMs;
  if (idleMs <= LATENESS_MS) return false;
  return contact.visits.every((visit) => {
    if (visit.arrivedAtMs !== null && visit.outcome === null) return false;
    const talking = visit.outcome?.kind === "answered" && visit.completion === null;
    return !talking || idleMs > ENDLESS_TALK_MS;
  });
}

function settleLongest({ applied, place }: Visit): void {
  if (place === null || !place.inHours || applied === null || applied.waitMs === null) return;
  const { queueDay } = place;
  queueDay.settledLongestMs = Math.max(queueDay.settledLongestMs ?? 0, applied.waitMs);
}
