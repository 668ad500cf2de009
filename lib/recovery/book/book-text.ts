import type { CallerAlias } from "../../vocabulary";
import { type CallerRecord, createRecoveryBook, type RecoveryBook } from "./book";
import { type Answer, type DatedAct, type Reached } from "./facts";
import type { Attempt } from "../recovery-types";

/** Rises when the text below changes its form; an older text is then folded anew from the log. */
const FORM = 1;

type StoredRecord = {
  readonly key: string;
  readonly caller: CallerAlias | null;
  readonly shared: boolean;
  readonly attempts: readonly Attempt[];
  readonly answers: readonly (readonly [string, Answer])[];
  readonly reached: readonly (readonly [string, Reached])[];
  readonly acts: readonly (readonly [string, DatedAct])[];
};
type Stored = {
  readonly form: number;
  readonly lately: readonly (readonly [string, { readonly caller: CallerAlias; readonly reached: Reached }])[];
  readonly records: readonly StoredRecord[];
};

/** The whole book on one line; `restoreBook` gives it back. What has not changed is not written anew. */
export function bookToText(book: RecoveryBook): string {
  const records: string[] = [];
  for (const [key, record] of book.records) {
    record.text ??= JSON.stringify(storedOf(key, record));
    records.push(record.text);
  }
  return `{"form":${FORM},"lately":${JSON.stringify([...book.lately])},"records":[${records.join()}]}`;
}

const storedOf = (key: string, record: CallerRecord): StoredRecord => ({
  key,
  caller: record.caller,
  shared: record.shared,
  attempts: [...record.attempts.values()],
  answers: [...record.answers],
  reached: [...record.reached],
  acts: [...record.acts],
});

/**
 * The book with its facts; what follows from them depends on the rules of now: `deriveAll`.
 * @returns null: the text is none of ours, or of another form
 */
export function restoreBook(text: string): RecoveryBook | null {
  const stored = parsed(text);
  if (stored === null) return null;
  const book = createRecoveryBook();
  for (const [key, told] of stored.lately) book.lately.set(key, told);
  for (const { key, caller, shared, attempts, answers, reached, acts } of stored.records) {
    const record: CallerRecord = {
      caller,
      shared,
      attempts: new Map(attempts.map((attempt) => [attempt.key, attempt])),
      answers: new Map(answers),
      reached: new Map(reached),
      acts: new Map(acts),
      recoveries: [],
      text: null,
    };
    book.records.set(key, record);
    for (const attempt of attempts) book.recordOf.set(attempt.key, key);
  }
  return book;
}

function parsed(text: string): Stored | null {
  try {
    const stored = JSON.parse(text) as Stored;
    return stored.form === FORM ? stored : null;
  } catch {
    return null;
  }
}
