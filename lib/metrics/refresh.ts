import type { QueueId } from "../vocabulary";
import { enterCall, repeatsOf } from "./callers";
import { type Contribution, contributionOf } from "./contribution";
import { cellOf, dayFoldOf, type Fold, type QueueDay, quarterOf, queueDayOf, queueFoldOf } from "./fold-state";
import { applyToLedger, type Ledger } from "./ledger";
import { type Contact, type ContactContribution, type Visit, waitMsOf } from "./visit";

/**
 * Makes the figures agree with a contact after one of its visits changed: what each visit added before is taken
 * out, what it adds now is put in. Calling it twice changes nothing.
 */
export function refreshContact(fold: Fold, contact: Contact): void {
  const missedAt = missedVisitOf(fold, contact);
  for (const visit of contact.visits) {
    visit.missed = visit === missedAt;
    refreshVisit(fold, visit);
  }
  refreshContactFigures(fold, contact);
}

function refreshVisit(fold: Fold, visit: Visit): void {
  const queue = queueFoldOf(fold, visit.queueId);
  if (queue === null) return;
  if (visit.arrivedAtMs !== null && visit.outcome === null) queue.waiting.add(visit);
  else queue.waiting.delete(visit);
  const inHours = visit.arrivedAtMs !== null && fold.calendar.isOpen(queue.config.hours, visit.arrivedAtMs);
  const before = visit.applied;
  const after = contributionOf(visit, queue.config.target, inHours);
  if (before !== null) addContribution(fold, visit.queueId, before, -1);
  if (after !== null) addContribution(fold, visit.queueId, after, 1);
  visit.applied = after;
  const wasLongest = before !== null && before.waitMs !== null && before.waitMs !== after?.waitMs;
  if (wasLongest) findLongestAgain(fold, visit, before);
  queue.version += 1;
}

function addContribution(fold: Fold, queueId: QueueId, contribution: Contribution, sign: 1 | -1): void {
  const day = dayFoldOf(fold, contribution.arrivedAtMs);
  if (day === null) return;
  const queueDay = queueDayOf(day, queueId);
  applyToLedger(queueDay.ledger, contribution, sign);
  applyToLedger(cellOf(queueDay, contribution.arrivedAtMs), contribution, sign);
  if (!contribution.inHours) return;
  const quarter = quarterOf(queueDay, contribution.arrivedAtMs);
  for (const [key, value] of contribution.terms) quarter[key] += sign * value;
}

/** A corrected wait may have been the longest: rare, so the visits in memory are simply looked through. */
function findLongestAgain(fold: Fold, corrected: Visit, before: Contribution): void {
  const day = dayFoldOf(fold, before.arrivedAtMs);
  if (day === null) return;
  const queueDay = queueDayOf(day, corrected.queueId);
  const cell = cellOf(queueDay, before.arrivedAtMs);
  if (cell.longestWaitMs !== before.waitMs && queueDay.ledger.longestWaitMs !== before.waitMs) return;
  cell.longestWaitMs = null;
  queueDay.ledger.longestWaitMs = queueDay.settledLongestMs;
  for (const source of fold.sources.values())
    for (const contact of source.contacts.values())
      for (const visit of contact.visits)
        if (visit.queueId === corrected.queueId) raiseLongest(fold, visit, queueDay, cell);
}

function raiseLongest(fold: Fold, visit: Visit, queueDay: QueueDay, cell: Ledger): void {
  const { applied } = visit;
  if (applied === null || applied.waitMs === null || !applied.inHours) return;
  const day = dayFoldOf(fold, applied.arrivedAtMs);
  if (day?.queues.get(visit.queueId) !== queueDay) return;
  queueDay.ledger.longestWaitMs = Math.max(queueDay.ledger.longestWaitMs ?? 0, applied.waitMs);
  if (cellOf(queueDay, applied.arrivedAtMs) === cell)
    cell.longestWaitMs = Math.max(cell.longestWaitMs ?? 0, applied.waitMs);
}

const byArrival = (a: Visit, b: Visit): number => (a.arrivedAtMs ?? 0) - (b.arrivedAtMs ?? 0) || a.stay - b.stay;

function arrivedVisits(contact: Contact): readonly Visit[] {
  const arrived = contact.visits.filter((visit) => visit.arrivedAtMs !== null);
  return arrived.length > 1 ? arrived.sort(byArrival) : arrived;
}

/** CO5: the last visit of a contact that ended with no person in any queue; null when it was not missed (or not yet). */
function missedVisitOf(fold: Fold, contact: Contact): Visit | null {
  const visits = arrivedVisits(contact);
  const last = visits.at(-1);
  if (last === undefined || last.outcome === null) return null;
  if (visits.some((visit) => visit.outcome?.kind === "answered")) return null;
  switch (last.outcome.kind) {
    case "overflowed":
    case "refused":
      return last;
    case "abandoned":
      return isShort(fold, last) ? null : last;
    case "answered":
    case "unknown":
      return null;
  }
}

function isShort(fold: Fold, abandoned: Visit): boolean {
  const shortAbandonMs = queueFoldOf(fold, abandoned.queueId)?.config.target.shortAbandonMs ?? 0;
  return (waitMsOf(abandoned) ?? 0) <= shortAbandonMs;
}

/** CO1: the contact once, by its last visit's outcome and its first visit's arrival. */
function contactContributionOf(fold: Fold, contact: Contact): ContactContribution | null {
  const visits = arrivedVisits(contact);
  const first = visits[0];
  const last = visits.at(-1);
  if (first === undefined || last === undefined || first.arrivedAtMs === null) return null;
  const hours = queueFoldOf(fold, first.queueId)?.config.hours ?? null;
  return {
    firstArrivedAtMs: first.arrivedAtMs,
    inHours: fold.calendar.isOpen(hours, first.arrivedAtMs),
    answered: last.outcome?.kind === "answered",
    missed: visits.some((visit) => visit.missed),
  };
}

function refreshContactFigures(fold: Fold, contact: Contact): void {
  const before = contact.applied;
  const after = contactContributionOf(fold, contact);
  if (before !== null) addContact(fold, before, -1);
  if (after !== null) addContact(fold, after, 1);
  contact.applied = after;
  if (after !== null && contact.caller !== null && after.firstArrivedAtMs !== before?.firstArrivedAtMs) {
    refreshCaller(fold, contact, after.firstArrivedAtMs);
  }
}

function addContact(fold: Fold, contribution: ContactContribution, sign: 1 | -1): void {
  const day = contribution.inHours ? dayFoldOf(fold, contribution.firstArrivedAtMs) : null;
  if (day === null) return;
  day.contacts.offered += sign;
  if (contribution.answered) day.contacts.answered += sign;
  if (contribution.missed) day.contacts.missed += sign;
}

/** RC1: a call may make another of the same number a repeat, on the day before or after too. */
function refreshCaller(fold: Fold, contact: Contact, firstArrivedAtMs: number): void {
  const number = contact.caller?.number ?? null;
  if (number === null) return;
  dayFoldOf(fold, firstArrivedAtMs);
  addRepeats(fold, number, -1);
  enterCall(fold.callers, number, `${contact.sourceId} ${contact.contactId}`, firstArrivedAtMs);
  addRepeats(fold, number, 1);
}

function addRepeats(fold: Fold, number: string, sign: 1 | -1): void {
  for (const day of fold.days.values()) {
    const repeats = repeatsOf(fold.callers, number, day.bounds.startMs, day.bounds.endMs);
    day.repeats.callers += sign * repeats.callers;
    day.repeats.contacts += sign * repeats.contacts;
  }
}
