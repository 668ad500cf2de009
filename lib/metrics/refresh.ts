import { changeAnswer } from "./answers";
import { lastVisitOf, refreshContactFigures } from "./contact-figures";
import { assertNever } from "../vocabulary";
import { contributionOf } from "./contribution";
import { type Fold, queueFoldOf } from "./fold-state";
import { raiseLongest } from "./ledger";
import { addAt, type Place, placeOf } from "./place";
import { takeContact } from "../recovery/book/take-contact";
import { type Contact, outcomeOf, type Visit, waitMsOf } from "./visit";

/**
 * Makes the figures agree with a contact after one of its visits changed: what each visit added before is taken
 * out, what it adds now is put in. Calling it twice changes nothing.
 */
export function refreshContact(fold: Fold, contact: Contact): void {
  for (const visit of contact.visits) visit.outcome = outcomeOf(visit);
  const missedAt = missedVisitOf(fold, contact);
  for (const visit of contact.visits) {
    visit.missed = visit === missedAt;
    refreshVisit(fold, visit);
  }
  const before = contact.applied;
  refreshContactFigures(fold, contact);
  takeContact(fold, contact, before);
}

function refreshVisit(fold: Fold, visit: Visit): void {
  const queue = queueFoldOf(fold, visit.queueId);
  if (queue === null) return;
  if (visit.arrivedAtMs !== null && visit.outcome === null) queue.waiting.add(visit);
  else queue.waiting.delete(visit);
  const { applied, place } = visit;
  if (applied !== null && place !== null) addAt(place, applied, -1);
  visit.place = place !== null && place.arrivedAtMs === visit.arrivedAtMs ? place : newPlace(fold, visit);
  visit.applied = visit.place === null ? null : contributionOf(visit, queue.config.target);
  if (visit.applied !== null && visit.place !== null) addAt(visit.place, visit.applied, 1);
  changeAnswer(visit.contact.sourceId, { applied, place }, visit);
  const longestMs = applied?.waitMs ?? null;
  const wasCorrected = longestMs !== visit.applied?.waitMs || place !== visit.place;
  if (longestMs !== null && place !== null && wasCorrected) findLongestAgain(fold, place, longestMs);
  queue.version += 1;
}

const newPlace = (fold: Fold, { queueId, arrivedAtMs }: Visit): Place | null =>
  arrivedAtMs === null ? null : placeOf(fold, queueId, arrivedAtMs);

/** A corrected wait may have been the longest: rare, so the visits in memory are simply looked through. */
function findLongestAgain(fold: Fold, { queueDay, cell }: Place, correctedMs: number): void {
  if (cell.longestWaitMs !== correctedMs && queueDay.ledger.longestWaitMs !== correctedMs) return;
  cell.longestWaitMs = cell.settledLongestMs;
  queueDay.ledger.longestWaitMs = queueDay.ledger.settledLongestMs;
  for (const source of fold.sources.values())
    for (const contact of source.contacts.values())
      for (const { applied, place } of contact.visits) {
        const waitMs = applied?.waitMs ?? null;
        if (waitMs === null || place === null || !place.inHours || place.queueDay !== queueDay) continue;
        raiseLongest(queueDay.ledger, waitMs);
        if (place.cell === cell) raiseLongest(cell, waitMs);
      }
}

/** CO5: the last visit of a contact that ended with no person in any queue; null when it was not missed (or not yet). */
function missedVisitOf(fold: Fold, contact: Contact): Visit | null {
  const last = lastVisitOf(contact);
  if (last === null || last.outcome === null) return null;
  if (contact.visits.some(({ outcome }) => outcome?.kind === "answered")) return null;
  switch (last.outcome.kind) {
    case "overflowed":
    case "refused":
      return last;
    case "abandoned":
      return isShort(fold, last) ? null : last;
    case "answered":
    case "unknown":
      return null;
    default:
      return assertNever(last.outcome);
  }
}

function isShort(fold: Fold, abandoned: Visit): boolean {
  const shortAbandonMs = queueFoldOf(fold, abandoned.queueId)?.config.target.shortAbandonMs ?? 0;
  return (waitMsOf(abandoned) ?? 0) <= shortAbandonMs;
}
