import { visitRecordOf } from "../desk/visit-record";
import { forgetCallsBefore } from "./callers";
import { letDuePass } from "../recovery/book/book";
import { forgetRecoveries } from "../recovery/book/forget";
import { bookRulesOf } from "../recovery/book/take-contact";
import type { SourceId } from "../vocabulary";
import { type Fold, MINUTE_MS, oldestKeptMs, type SourceFold, sourceFoldOf } from "./fold-state";
import { refreshContact } from "./refresh";
import { lookAtStaff } from "./staffing";
import type { Contact, Visit } from "./visit";

/** UN3: without proof for this long, figures are no longer shown as live. */
export const PROOF_LASTS_MS = 10_000;
/** Clocks are set right by less than this every day, and by more only when they were wrong. */
export const CLOCK_STEP_MS = 5 * 60_000;
/** CO6: nobody waits for ever on the board. */
const LOST_AFTER_MS = 4 * 3_600_000;
/** A contact that nothing was heard of for this long leaves memory; one that comes back later counts anew (CO1). */
const RETIRE_AFTER_MS = 2 * 3_600_000;
/** An answered contact whose end was never told leaves memory after this. */
const ENDLESS_TALK_MS = 12 * 3_600_000;

/**
 * Lets time pass: callers past their threshold become failures (SL3), callers nobody lists any more become unknown
 * (CO6), the day rolls over (TI2), what can no longer change leaves memory.
 * @param nowMs by our clock; a little earlier than before changes nothing, much earlier means that clock was wrong
 */
export function advanceTo(fold: Fold, nowMs: number): void {
  if (nowMs > fold.nowMs || nowMs < fold.nowMs - CLOCK_STEP_MS) fold.nowMs = nowMs;
  if (fold.sweptAtMs > fold.nowMs) fold.sweptAtMs = 0;
  if (fold.heardMs > fold.nowMs + CLOCK_STEP_MS) fold.heardMs = fold.lookedAtMs = fold.nowMs;
  for (const queue of fold.queues.values()) {
    for (const visit of queue.waiting) {
      if (visit.arrivedAtMs === null) continue;
      const seenMs = seenUntilMs(fold, visit.contact);
      if (!visit.overdue && seenMs - visit.arrivedAtMs > queue.config.target.thresholdMs) {
        visit.overdue = true;
        touch(fold, visit.contact);
      }
      if (seenMs - Math.max(visit.arrivedAtMs, visit.listedAtMs ?? 0) > LOST_AFTER_MS) lose(fold, visit);
    }
  }
  const { version } = fold.recoveries;
  letDuePass(fold.recoveries, fold.nowMs);
  if (fold.recoveries.version !== version) fold.version += 1;
  if (Math.floor(fold.nowMs / MINUTE_MS) > Math.floor(fold.sweptAtMs / MINUTE_MS)) sweep(fold);
}

/** The source spoke at this instant: until a little after it, silence means that nothing happened. */
export function hearFrom(fold: Fold, sourceId: SourceId, atMs: number): void {
  const source = sourceFoldOf(fold, sourceId);
  source.heardSinceMs = Math.min(source.heardSinceMs ?? atMs, atMs);
  source.heardUntilMs = Math.max(source.heardUntilMs ?? atMs, atMs);
  fold.heardMs = Math.max(fold.heardMs, atMs);
  lookAtStaff(fold);
}

/** UN3: counters stop where the source is not heard; whether a caller still waits there nobody knows. */
function seenUntilMs(fold: Fold, { sourceId }: Contact): number {
  const heardUntilMs = fold.sources.get(sourceId)?.heardUntilMs ?? fold.nowMs;
  return Math.min(fold.nowMs, heardUntilMs + PROOF_LASTS_MS);
}

function touch(fold: Fold, contact: Contact): void {
  fold.version += 1;
  refreshContact(fold, contact);
}

function lose(fold: Fold, visit: Visit): void {
  const atMs = Math.max(visit.arrivedAtMs ?? 0, visit.listedAtMs ?? 0) + LOST_AFTER_MS;
  visit.lostAtMs = Math.max(visit.lostAtMs ?? atMs, atMs);
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
  forgetRecoveries(fold.recoveries, keptFromMs, bookRulesOf(fold));
}

function retireContacts(fold: Fold, source: SourceFold): void {
  for (const [contactId, contact] of source.contacts) {
    if (!mayRetire(fold, contact)) continue;
    for (const visit of contact.visits) {
      settleLongest(visit);
      const record = visitRecordOf(fold, visit);
      if (record !== null) fold.retired.push({ ...record, talking: false });
    }
    source.contacts.delete(contactId);
  }
}

function mayRetire(fold: Fold, contact: Contact): boolean {
  const idleMs = fold.nowMs - contact.lastTouchedAtMs;
  if (idleMs <= RETIRE_AFTER_MS) return false;
  return contact.visits.every((visit) => {
    if (visit.arrivedAtMs !== null && visit.outcome === null) return false;
    const talking = visit.outcome?.kind === "answered" && visit.completion === null;
    return !talking || idleMs > ENDLESS_TALK_MS;
  });
}

function settleLongest({ applied, place }: Visit): void {
  const waitMs = applied?.waitMs ?? null;
  if (place === null || !place.inHours || waitMs === null) return;
  for (const ledger of [place.queueDay.ledger, place.cell]) {
    ledger.settledLongestMs = Math.max(ledger.settledLongestMs ?? 0, waitMs);
  }
}
