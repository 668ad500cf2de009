import type { OverflowReason, RefusalReason } from "../../events";
import { callKeyOf } from "../../metrics/contact-figures";
import { type Fold, hoursOf } from "../../metrics/fold-state";
import { type Contact, type ContactContribution, type Outcome, type Visit, waitMsOf } from "../../metrics/visit";
import { assertNever, type CallerAlias, contactId, sourceId } from "../../vocabulary";
import type { Attempt, Missed, MissedWhy } from "../recovery-types";
import type { BookRules } from "./book";
import type { Answer } from "./facts";
import { dropMiss, takeAnswer, takeMiss } from "./take-facts";

/**
 * Tells the book what has become of a contact.
 * @param before what it added to the figures until now
 */
export function takeContact(fold: Fold, contact: Contact, before: ContactContribution | null): void {
  const { applied, caller } = contact;
  const { recoveries } = fold;
  const oldKey = before === null ? null : attemptKeyOf(contact, before.firstArrivedAtMs);
  const key = applied === null ? null : attemptKeyOf(contact, applied.firstArrivedAtMs);
  const attempt = key === null || applied?.missed !== true ? null : attemptOf(fold, contact, key, applied);
  // Most contacts are answered, of callers who were never missed: of them nothing is looked up.
  if (oldKey !== null && (oldKey !== key || attempt === null) && recoveries.recordOf.has(oldKey))
    dropMiss(recoveries, oldKey, bookRulesOf(fold));
  if (attempt !== null) takeMiss(recoveries, caller, attempt, bookRulesOf(fold));
  if (key === null || caller === null || !recoveries.records.has(caller)) return;
  const answer = answerOf(contact);
  if (answer !== null) takeAnswer(recoveries, caller, key, answer, bookRulesOf(fold));
}

/** What the book goes by, as the fold stands. */
export function bookRulesOf(fold: Fold): BookRules {
  const { limitMs, claimMs } = fold.site.recovery;
  return {
    claimMs,
    nowMs: fold.nowMs,
    isShared: fold.isShared,
    answersOf: (caller) => answersOf(fold, caller),
    dueOf: (queueId, missedAtMs) => fold.calendar.addOpenMs(hoursOf(fold, queueId), missedAtMs, limitMs),
  };
}

/** A contact that counts anew (CO1) is another attempt. */
const attemptKeyOf = (contact: Contact, arrivedAtMs: number): string => `${callKeyOf(contact)} ${arrivedAtMs}`;

function attemptOf(
  fold: Fold,
  contact: Contact,
  key: string,
  { firstArrivedAtMs }: ContactContribution,
): Attempt | null {
  const visit = contact.visits.find(({ missed }) => missed);
  if (visit === undefined || visit.outcome === null) return null;
  const { channel } = contact;
  const asked = reasonOf(visit.outcome) === "key" && fold.site.recovery.keyExit === "callback";
  return {
    key,
    sourceId: contact.sourceId,
    contactId: contact.contactId,
    channel,
    arrivedAtMs: firstArrivedAtMs,
    queueId: visit.queueId,
    missed: missedOf(fold, visit, visit.outcome),
    seq: fold.seq,
    callback: contact.callback || asked,
  };
}

const missedOf = (fold: Fold, visit: Visit, outcome: Outcome): Missed => ({
  atMs: outcome.atMs,
  waitMs: waitMsOf(visit),
  why: whyOf(fold, visit, outcome),
  reason: reasonOf(outcome),
});

const reasonOf = (outcome: Outcome): OverflowReason | RefusalReason | null =>
  outcome.kind === "overflowed" || outcome.kind === "refused" ? outcome.reason : null;

function whyOf(fold: Fold, visit: Visit, outcome: Outcome): MissedWhy {
  const { arrivedAtMs, place, queueId } = visit;
  const inHours = place?.inHours ?? (arrivedAtMs === null || fold.calendar.isOpen(hoursOf(fold, queueId), arrivedAtMs));
  if (!inHours || reasonOf(outcome) === "closed") return "after-hours";
  switch (outcome.kind) {
    case "abandoned":
    case "overflowed":
    case "refused":
      return outcome.kind;
    case "answered":
    case "unknown":
      throw new Error(`a contact that was ${outcome.kind} was not missed`);
    default:
      return assertNever(outcome);
  }
}

function answerOf({ visits, callback, sourceId: told }: Contact): Answer | null {
  let answer: Answer | null = null;
  for (const { outcome } of visits) {
    if (outcome?.kind !== "answered" || (answer !== null && answer.atMs >= outcome.atMs)) continue;
    answer = { atMs: outcome.atMs, sourceId: told, agentId: outcome.agentId, callback };
  }
  return answer;
}

/** What a caller's other contacts came to, of those that are remembered: nobody names those that have left memory. */
function* answersOf(fold: Fold, caller: CallerAlias): Generator<readonly [string, Answer]> {
  for (const [callKey, { arrivedAtMs, answeredAtMs }] of fold.callers.get(caller) ?? []) {
    if (answeredAtMs === null) continue;
    const [source = "", contact = ""] = [
      callKey.slice(0, callKey.indexOf(" ")),
      callKey.slice(callKey.indexOf(" ") + 1),
    ];
    const id = sourceId(source);
    const known = fold.sources.get(id)?.contacts.get(contactId(contact));
    const told = known === undefined ? null : answerOf(known);
    yield [`${callKey} ${arrivedAtMs}`, told ?? { atMs: answeredAtMs, sourceId: id, agentId: null, callback: false }];
  }
}
