import { enterCall, repeatsOf } from "./callers";
import { dayFoldOf, type Fold, queueFoldOf } from "./fold-state";
import type { Contact, ContactContribution, Visit } from "./visit";

const isLater = (a: Visit, b: Visit): boolean =>
  (a.arrivedAtMs ?? 0) > (b.arrivedAtMs ?? 0) || (a.arrivedAtMs === b.arrivedAtMs && a.stay > b.stay);

/** The visit with which a contact began; null while no arrival is known. */
export function firstVisitOf(contact: Contact): Visit | null {
  let first: Visit | null = null;
  for (const visit of contact.visits) {
    if (visit.arrivedAtMs !== null && (first === null || isLater(first, visit))) first = visit;
  }
  return first;
}

/** The visit in which a contact is, or ended. */
export function lastVisitOf(contact: Contact): Visit | null {
  let last: Visit | null = null;
  for (const visit of contact.visits) {
    if (visit.arrivedAtMs !== null && (last === null || isLater(visit, last))) last = visit;
  }
  return last;
}

/** CO1: the contact once, by its last visit's outcome and its first visit's arrival; told again it changes nothing. */
export function refreshContactFigures(fold: Fold, contact: Contact): void {
  const before = contact.applied;
  const after = contactContributionOf(fold, contact);
  if (before !== null && after !== null && isSame(before, after)) return;
  if (before !== null) addContact(fold, before, -1);
  if (after !== null) addContact(fold, after, 1);
  contact.applied = after;
  if (after !== null && after.firstArrivedAtMs !== before?.firstArrivedAtMs) {
    refreshCaller(fold, contact, after.firstArrivedAtMs);
  }
}

const isSame = (a: ContactContribution, b: ContactContribution): boolean =>
  a.firstArrivedAtMs === b.firstArrivedAtMs &&
  a.inHours === b.inHours &&
  a.answered === b.answered &&
  a.missed === b.missed;

function contactContributionOf(fold: Fold, contact: Contact): ContactContribution | null {
  const first = firstVisitOf(contact);
  if (first === null || first.arrivedAtMs === null) return null;
  const hours = queueFoldOf(fold, first.queueId)?.config.hours ?? null;
  return {
    firstArrivedAtMs: first.arrivedAtMs,
    inHours: fold.calendar.isOpen(hours, first.arrivedAtMs),
    answered: lastVisitOf(contact)?.outcome?.kind === "answered",
    missed: contact.visits.some((visit) => visit.missed),
  };
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
