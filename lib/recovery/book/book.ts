import type { CallerAlias } from "../../vocabulary";
import type { Attempt, Recovery } from "../recovery-types";
import { type RecoveryRules, recoveriesOf } from "./derive";
import type { Answer, CallerFacts, DatedAct, Reached } from "./facts";

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

/** Everybody who was missed and what became of it (RE). Changed by the functions of this folder only. */
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
export const recordKeyOf = (caller: CallerAlias | null, shared: boolean, attemptKey: string): string =>
  caller === null ? `? ${attemptKey}` : shared ? `${caller} ${attemptKey}` : caller;

/** Opens a record, with the caller's outbound calls of the last hour; null: there are too many already. */
export function openRecord(
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

/** Whose miss this is; null: there is no such one. */
export function recordOfMiss({ records, recordOf }: RecoveryBook, attemptKey: string): CallerRecord | null {
  const recordKey = recordOf.get(attemptKey);
  return recordKey === undefined ? null : (records.get(recordKey) ?? null);
}

/** Takes a miss out of a record; what follows from it is not found anew. */
export function removeMiss(book: RecoveryBook, record: CallerRecord, attemptKey: string): void {
  if (record.attempts.delete(attemptKey)) book.recordOf.delete(attemptKey);
}

/** RE3: a person closed it, and nothing was missed of this caller since. */
export const canReopen = (book: RecoveryBook, { key, end }: Recovery): boolean =>
  end?.kind === "closed" && recordOfMiss(book, key)?.recoveries.at(-1)?.key === key;

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
