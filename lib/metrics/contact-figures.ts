import { type Call, changeCall, enterCall, leaveCall, repeatsOf } from "./callers";
import type { CallerAlias } from "../vocabulary";
import { contactCountsOf, dayFoldOf, type Fold, queueFoldOf } from "./fold-state";
import type { Contact, ContactContribution, Visit } from "./visit";

/** By arrival; of two at the same instant the order is arbitrary, but always the same (TI5). */
function isLater(a: Visit, b: Visit): boolean {
  if (a.arrivedAtMs !== b.arrivedAtMs) return (a.arrivedAtMs ?? 0) > (b.arrivedAtMs ?? 0);
  return a.stay !== b.stay ? a.stay > b.stay : a.queueId > b.queueId;
}

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
  const key = callKeyOf(contact);
  if (before?.firstArrivedAtMs === after?.firstArrivedAtMs && before?.caller === after?.caller) {
    if (after !== null && after.caller !== null) changeCall(fold.callers, after.caller, key, callOf(after));
    return;
  }
  if (before !== null) changeCalls(fold, before, (caller) => leaveCall(fold.callers, caller, key));
  if (after === null) return;
  changeCalls(fold, after, (caller) => {
    if (!enterCall(fold.callers, caller, key, callOf(after))) fold.counters.overLimit += 1;
  });
}

/** What a contact is called in the book of callers. */
export const callKeyOf = ({ sourceId, contactId }: Contact): string => `${sourceId} ${contactId}`;

const callOf = ({ firstArrivedAtMs, answeredAtMs, missed }: ContactContribution): Call => ({
  arrivedAtMs: firstArrivedAtMs,
  answeredAtMs,
  missed,
});

const isSame = (a: ContactContribution, b: ContactContribution): boolean =>
  a.firstArrivedAtMs === b.firstArrivedAtMs &&
  a.firstQueueId === b.firstQueueId &&
  a.lastQueueId === b.lastQueueId &&
  a.caller === b.caller &&
  a.inHours === b.inHours &&
  a.answered === b.answered &&
  a.answeredAtMs === b.answeredAtMs &&
  a.missed === b.missed;

function contactContributionOf(fold: Fold, contact: Contact): ContactContribution | null {
  const first = firstVisitOf(contact);
  const last = lastVisitOf(contact);
  if (first === null || last === null || first.arrivedAtMs === null) return null;
  const hours = queueFoldOf(fold, first.queueId)?.config.hours ?? null;
  return {
    firstArrivedAtMs: first.arrivedAtMs,
    firstQueueId: first.queueId,
    lastQueueId: last.queueId,
    caller: contact.caller,
    inHours: fold.calendar.isOpen(hours, first.arrivedAtMs),
    answered: last.outcome?.kind === "answered",
    answeredAtMs: lastAnswerOf(contact),
    missed: contact.visits.some((visit) => visit.missed),
  };
}

function lastAnswerOf({ visits }: Contact): number | null {
  let answeredAtMs: number | null = null;
  for (const { outcome } of visits) {
    if (outcome?.kind === "answered") answeredAtMs = Math.max(answeredAtMs ?? outcome.atMs, outcome.atMs);
  }
  return answeredAtMs;
}

function addContact(fold: Fold, contribution: ContactContribution, sign: 1 | -1): void {
  const day = contribution.inHours ? dayFoldOf(fold, contribution.firstArrivedAtMs) : null;
  if (day === null) return;
  contactCountsOf(day, contribution.firstQueueId).offered += sign;
  const ended = contactCountsOf(day, contribution.lastQueueId);
  if (contribution.answered) ended.answered += sign;
  if (contribution.missed) ended.missed += sign;
}

/** RC1: a call may make another of the same caller a repeat, on the day before or after too. */
function changeCalls(
  fold: Fold,
  { caller, firstArrivedAtMs }: ContactContribution,
  change: (caller: CallerAlias) => void,
): void {
  if (caller === null) return;
  dayFoldOf(fold, firstArrivedAtMs);
  addRepeats(fold, caller, -1);
  change(caller);
  addRepeats(fold, caller, 1);
}

function addRepeats(fold: Fold, caller: CallerAlias, sign: 1 | -1): void {
  for (const day of fold.days.values()) {
    const repeats = repeatsOf(fold.callers, caller, day.bounds.startMs, day.bounds.endMs);
    day.repeats.callers += sign * repeats.callers;
    day.repeats.contacts += sign * repeats.contacts;
  }
}
