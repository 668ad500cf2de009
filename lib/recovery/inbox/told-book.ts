import type { CallerAlias } from "../../vocabulary";
import type { RecoveryBook } from "../book/book";
import type { Attempt } from "../recovery-types";
import type { ToldTry } from "./inbox-types";

/** All that was told and may still matter. Changed by the functions of this file only. */
export type ToldBook = {
  /** By attempt key. */
  readonly tries: Map<string, ToldTry>;
  /** When each caller, and all without a number together (null), last had a message of their own. */
  readonly messages: Map<CallerAlias | null, number>;
};

/** A try that nobody knows any more may be told of again by a source that is late. */
const GONE_AFTER_MS = 24 * 3_600_000;

export function createToldBook(rows: Iterable<ToldTry> = []): ToldBook {
  const told: ToldBook = { tries: new Map(), messages: new Map() };
  enterTold(told, rows);
  return told;
}

export function enterTold(told: ToldBook, rows: Iterable<ToldTry>): void {
  for (const row of rows) {
    told.tries.set(row.key, row);
    const { caller, messageAtMs } = row;
    if (messageAtMs !== null) told.messages.set(caller, Math.max(told.messages.get(caller) ?? 0, messageAtMs));
  }
}

/** The keys of tries that the book of recoveries has forgotten. */
export function goneFrom(told: ToldBook, book: Pick<RecoveryBook, "recordOf">, nowMs: number): readonly string[] {
  const gone: string[] = [];
  for (const { key, atMs } of told.tries.values())
    if (!book.recordOf.has(key) && Math.abs(nowMs - atMs) > GONE_AFTER_MS) gone.push(key);
  return gone;
}

export function forgetTold(told: ToldBook, keys: Iterable<string>, nowMs: number): void {
  for (const key of keys) told.tries.delete(key);
  for (const [caller, atMs] of told.messages) if (Math.abs(nowMs - atMs) > GONE_AFTER_MS) told.messages.delete(caller);
}

/** What was told of a recovery: of any of its tries, or of none. */
export function toldOf(told: ToldBook, attempts: readonly Attempt[]) {
  const marks = { any: false, dueSoon: false, overdue: false };
  for (const { key } of attempts) {
    const row = told.tries.get(key);
    if (row === undefined) continue;
    marks.any = true;
    marks.dueSoon ||= row.dueSoon;
    marks.overdue ||= row.overdue;
  }
  return marks;
}
