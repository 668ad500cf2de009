import type { CallerAlias } from "../../vocabulary";
import { type Answer, type CallerFacts, type DatedAct, type Reached, type RecoveryRules, recoveriesOf } from "./derive";
import type { Attempt, Recovery } from "../recovery-types";

/** What is known of one caller's misses, and the recoveries that follow from it. */
export type CallerRecord = {
  readonly caller: CallerAlias | null;
  readonly shared: boolean;
  /** By attempt key. */
  readonly attempts: Map<string, Attempt>;
  /** By attempt key of the answered contact; those from a miss on. */
  readonly answers: Map<string, Answer>;
  /** By the source's key: told twice it happened once (TI5). */
  readonly reached: Map<string, Reached>;
  readonly acts: Map<string, DatedAct>;
  recoveries: readonly Recovery[];
  /** As it is kept; null: it has changed since. */
  text: string | null;
};

/** Everybody who was missed and what became of it (RE). Changed by the functions of this file only. */
export type RecoveryBook = {
  /** By `recordKeyOf`. */
  readonly records: Map<string, CallerRecord>;
  /** In which record a missed attempt is. */
  readonly recordOf: Map<string, string>;
  /** Outbound calls of the last hour, for misses that are told of after them. */
  readonly lately: Map<string, { readonly caller: CallerAlias; readonly reached: Reached }>;
  /** Those that have not ended, by key. */
  readonly open: Map<string, Recovery>;
  /** No open one falls due before this; null: none will. */
  nextDueAtMs: number | null;
  /** When it was last looked for what is over. */
  forgotAtMs: number;
  /** Callers beyond the most that are kept. */
  overLimit: number;
  /** Rises with every change. */
  version: number;
};

export type BookRules = RecoveryRules & {
  /** Whether several people call from this number: then no two of its misses are one caller's. */
  readonly isShared: (caller: CallerAlias) => boolean;
  /** When other contacts of the caller were answered, of whom nothing stands here yet. */
  readonly answersOf: (caller: CallerAlias) => Iterable<readonly [string, Answer]>;
  readonly nowMs: number;
};

/** Beyond these a source is broken or hostile. */
const MAX_RECORDS = 200_000;

export const createRecoveryBook = (): RecoveryBook => ({
  records: new Map(),
  recordOf: new Map(),
  lately: new Map(),
  open: new Map(),
  nextDueAtMs: null,
  forgotAtMs: Number.NEGATIVE_INFINITY,
  overLimit: 0,
  version: 0,
});

/** RE1, RE5: one record a caller; of a withheld or a shared number one an attempt. */
const recordKeyOf = (caller: CallerAlias | null, shared: boolean, attemptKey: string): string =>
  caller === null ? `? ${attemptKey}` : shared ? `${caller} ${attemptKey}` : caller;

/** A contact was missed, or what was known of it has changed. The same again changes nothing. */
export function takeMiss(book: RecoveryBook, caller: CallerAlias | null, attempt: Attempt, rules: BookRules): void {
  const shared = caller !== null && rules.isShared(caller);
  const recordKey = recordKeyOf(caller, shared, attempt.key);
  const acts = takenFromElsewhere(book, attempt, recordKey, rules);
  const record = book.records.get(recordKey) ?? newRecord(book, recordKey, caller, shared);
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
  const before = book.recordOf.get(key);
  const record = before === undefined || before === recordKey ? undefined : book.records.get(before);
  if (record === undefined) return [];
  const acts = [...record.acts].filter(([, { act }]) => act.missedKey === key);
  dropMiss(book, key, rules);
  return acts;
}

/** A contact that was missed was not after all. */
export function dropMiss(book: RecoveryBook, attemptKey: string, rules: BookRules): void {
  const recordKey = book.recordOf.get(attemptKey);
  const record = recordKey === undefined ? undefined : book.records.get(recordKey);
  if (recordKey === undefined || record === undefined) return;
  removeMiss(book, record, attemptKey);
  derive(book, record, rules);
}

/** Takes a miss out of a record; what follows from it is not found anew. */
export function removeMiss(book: RecoveryBook, record: CallerRecord, attemptKey: string): void {
  if (record.attempts.delete(attemptKey)) book.recordOf.delete(attemptKey);
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
  const recordKey = book.recordOf.get(dated.act.missedKey);
  const record = recordKey === undefined ? undefined : book.records.get(recordKey);
  if (recordKey === undefined || record === undefined || record.acts.has(key)) return;
  record.acts.set(key, dated);
  // Of answers after the close nothing was kept.
  if (dated.act.type === "recovery.reopened") rememberAnswers(record, firstMissedAtMsOf(record), rules);
  derive(book, record, rules);
}

const firstMissedAtMsOf = ({ attempts }: CallerRecord): number =>
  Math.min(...[...attempts.values()].map(({ missed }) => missed.atMs));

function newRecord(
  book: RecoveryBook,
  recordKey: string,
  caller: CallerAlias | null,
  shared: boolean,
): CallerRecord | null {
  if (book.records.size >= MAX_RECORDS) {
    book.overLimit += 1;
    return null;
  }
  const lately = [...book.lately].flatMap(([key, told]) =>
    told.caller === caller ? [[key, told.reached] as const] : [],
  );
  const record: CallerRecord = {
    caller,
    shared,
    attempts: new Map(),
    answers: new Map(),
    reached: new Map(lately),
    acts: new Map(),
    recoveries: [],
    text: null,
  };
  book.records.set(recordKey, record);
  return record;
}

/** Finds the recoveries that follow from a record anew. */
export function derive(book: RecoveryBook, record: CallerRecord, rules: BookRules): void {
  for (const { key } of record.recoveries) book.open.delete(key);
  const facts: CallerFacts = {
    caller: record.caller,
    shared: record.shared,
    attempts: record.attempts.values(),
    answers: record.answers.values(),
    reached: record.reached.values(),
    acts: record.acts.values(),
  };
  record.text = null;
  record.recoveries = recoveriesOf(facts, rules, rules.nowMs);
  for (const recovery of record.recoveries) if (recovery.end === null) keepOpen(book, recovery);
  book.version += 1;
}

/** What happens while nothing was open ends nothing: of whoever calls often, most does not. */
const mayEnd = ({ recoveries }: CallerRecord, atMs: number): boolean =>
  recoveries.some(({ firstMissedAtMs, end }) => firstMissedAtMs <= atMs && (end === null || atMs <= end.atMs));

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

/** Enters a recovery that has not ended. */
function keepOpen(book: RecoveryBook, recovery: Recovery): void {
  book.open.set(recovery.key, recovery);
  const { dueAtMs } = recovery;
  if (dueAtMs !== null && dueAtMs < (book.nextDueAtMs ?? Number.POSITIVE_INFINITY)) book.nextDueAtMs = dueAtMs;
}

/** RE2: some may be overdue now that were not. */
export function letDuePass(book: RecoveryBook, nowMs: number): void {
  if (book.nextDueAtMs === null || nowMs <= book.nextDueAtMs) return;
  book.nextDueAtMs = null;
  for (const { dueAtMs } of book.open.values()) {
    if (dueAtMs !== null && dueAtMs >= nowMs) book.nextDueAtMs = Math.min(book.nextDueAtMs ?? dueAtMs, dueAtMs);
  }
  book.version += 1;
}

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
