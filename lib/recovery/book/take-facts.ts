import type { CallerAlias } from "../../vocabulary";
import type { Attempt } from "../recovery-types";
import {
  type BookRules,
  type CallerRecord,
  derive,
  openRecord,
  type RecoveryBook,
  recordKeyOf,
  recordOfMiss,
  removeMiss,
} from "./book";
import type { Answer, DatedAct, Reached } from "./facts";

/** A contact was missed, or what was known of it has changed. The same again changes nothing. */
export function takeMiss(book: RecoveryBook, caller: CallerAlias | null, attempt: Attempt, rules: BookRules): void {
  const shared = caller !== null && rules.isShared(caller);
  const recordKey = recordKeyOf(caller, shared, attempt.key);
  const acts = takenFromElsewhere(book, attempt, recordKey, rules);
  const record = book.records.get(recordKey) ?? openRecord(book, recordKey, caller, shared);
  if (record === null || isSame(record.attempts.get(attempt.key), attempt)) return;
  for (const [key, act] of acts) record.acts.set(key, act);
  record.attempts.set(attempt.key, attempt);
  rememberAnswers(record, attempt.missed.atMs, rules);
  book.recordOf.set(attempt.key, recordKey);
  derive(book, record, rules);
}

/** Who called was not known, or thought to be another: what people did about it goes along. */
function takenFromElsewhere(
  book: RecoveryBook,
  { key }: Attempt,
  recordKey: string,
  rules: BookRules,
): readonly (readonly [string, DatedAct])[] {
  const record = recordOfMiss(book, key);
  if (record === null || book.recordOf.get(key) === recordKey) return [];
  const acts = [...record.acts].filter(([, { act }]) => act.missedKey === key);
  dropMiss(book, key, rules);
  return acts;
}

/** A contact that was missed was not after all. */
export function dropMiss(book: RecoveryBook, attemptKey: string, rules: BookRules): void {
  const record = recordOfMiss(book, attemptKey);
  if (record === null) return;
  removeMiss(book, record, attemptKey);
  derive(book, record, rules);
}

/** Of a caller's answered contacts only those are kept that can end something: a miss told late finds the others. */
function rememberAnswers({ caller, shared, answers }: CallerRecord, fromMs: number, { answersOf }: BookRules): void {
  if (caller === null || shared) return;
  for (const [key, answer] of answersOf(caller)) if (answer.atMs >= fromMs) answers.set(key, answer);
}

/** A person answered a contact of this caller; of callers who were not missed nothing is kept. */
export function takeAnswer(
  book: RecoveryBook,
  caller: CallerAlias,
  key: string,
  answer: Answer,
  rules: BookRules,
): void {
  const record = book.records.get(caller);
  if (record === undefined) return;
  const known = record.answers.get(key);
  if (known?.atMs === answer.atMs && known.callback === answer.callback && known.agentId === answer.agentId) return;
  if (known === undefined && !mayEnd(record, answer.atMs)) return;
  // Another one may stand in the place that this one has left.
  if (known !== undefined) rememberAnswers(record, known.atMs, rules);
  record.answers.set(key, answer);
  derive(book, record, rules);
}

/** An outbound call to this caller was answered. */
export function takeReached(
  book: RecoveryBook,
  caller: CallerAlias,
  key: string,
  reached: Reached,
  rules: BookRules,
): void {
  book.lately.set(key, { caller, reached });
  const record = book.records.get(caller);
  if (record === undefined || record.reached.has(key)) return;
  record.reached.set(key, reached);
  record.text = null;
  if (mayEnd(record, reached.atMs)) derive(book, record, rules);
}

/** Somebody did something about a missed caller. Of what is not, or no longer, in the book nothing is kept. */
export function takeAct(book: RecoveryBook, key: string, dated: DatedAct, rules: BookRules): void {
  const record = recordOfMiss(book, dated.act.missedKey);
  if (record === null || record.acts.has(key)) return;
  record.acts.set(key, dated);
  // Of answers after the close nothing was kept.
  if (dated.act.type === "recovery.reopened") rememberAnswers(record, firstMissedAtMsOf(record), rules);
  derive(book, record, rules);
}

const firstMissedAtMsOf = ({ attempts }: CallerRecord): number =>
  Math.min(...[...attempts.values()].map(({ missed }) => missed.atMs));

/** All of them, under rules that may have changed. */
export function deriveAll(book: RecoveryBook, rules: BookRules): void {
  book.nextDueAtMs = null;
  for (const [recordKey, record] of book.records) {
    if (record.caller !== null && rules.isShared(record.caller) !== record.shared)
      enterAnew(book, recordKey, record, rules);
    else derive(book, record, rules);
  }
}

/** Whether several people call from a number was configured otherwise since. */
function enterAnew(
  book: RecoveryBook,
  recordKey: string,
  { caller, attempts, acts }: CallerRecord,
  rules: BookRules,
): void {
  book.records.delete(recordKey);
  for (const attempt of attempts.values()) {
    book.recordOf.delete(attempt.key);
    takeMiss(book, caller, attempt, rules);
  }
  for (const [key, dated] of acts) takeAct(book, key, dated, rules);
}

/** What happens while nothing was open ends nothing: of whoever calls often, most does not. */
const mayEnd = ({ recoveries }: CallerRecord, atMs: number): boolean =>
  recoveries.some(({ firstMissedAtMs, end }) => firstMissedAtMs <= atMs && (end === null || atMs <= end.atMs));

function isSame(a: Attempt | undefined, b: Attempt): boolean {
  if (a === undefined) return false;
  return (
    a.queueId === b.queueId &&
    a.arrivedAtMs === b.arrivedAtMs &&
    a.callback === b.callback &&
    a.channel === b.channel &&
    a.missed.atMs === b.missed.atMs &&
    a.missed.waitMs === b.missed.waitMs &&
    a.missed.why === b.missed.why &&
    a.missed.reason === b.missed.reason
  );
}
