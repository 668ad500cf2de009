import { type BookRules, type CallerRecord, derive, type RecoveryBook, removeMiss } from "./book";
import { LAPSES_AFTER_MS } from "./derive";
import type { Recovery } from "../recovery-types";

/** TI5: late by up to ten minutes changes nothing; calls out are kept for longer than that. */
const LATELY_MS = 3_600_000;
/** All of the book is looked through: where a day is folded back, once a minute would be most of the work. */
const FORGETS_EVERY_MS = 3_600_000;
/** CO1: a contact of which nothing was heard for so long counts anew. */
const COMES_BACK_WITHIN_MS = 2 * 3_600_000;

/**
 * Lets time pass: what nobody touched for a month lapses, what ended before an instant is forgotten, and so are
 * callers of whom nothing is left.
 * @param keptFromMs what ended before this is shown nowhere any more
 */
export function forgetRecoveries(book: RecoveryBook, keptFromMs: number, rules: BookRules): void {
  const sinceMs = rules.nowMs - book.forgotAtMs;
  if (sinceMs >= 0 && sinceMs < FORGETS_EVERY_MS) return;
  book.forgotAtMs = rules.nowMs;
  for (const [key, { reached }] of book.lately) if (reached.atMs < rules.nowMs - LATELY_MS) book.lately.delete(key);
  for (const [recordKey, record] of book.records) {
    const ended = record.recoveries.filter(({ end }) => end !== null && end.atMs < keptFromMs);
    const isUntouched = record.recoveries.some((recovery) => mayLapse(recovery, rules.nowMs));
    const isEmpty = record.attempts.size === 0 && !mayComeBack(record, rules.nowMs);
    if (ended.length === 0 && !isUntouched && !isEmpty) continue;
    for (const { key } of ended.flatMap(({ attempts }) => attempts)) removeMiss(book, record, key);
    forgetUntil(record, Math.max(0, ...ended.map(({ end }) => end?.atMs ?? 0)));
    derive(book, record, rules);
    if (record.attempts.size === 0 && !mayComeBack(record, rules.nowMs)) book.records.delete(recordKey);
  }
}

/** Whoever waits again may be missed again: what somebody did about him holds. */
function mayComeBack({ acts }: CallerRecord, nowMs: number): boolean {
  for (const { atMs } of acts.values()) if (atMs > nowMs - COMES_BACK_WITHIN_MS) return true;
  return false;
}

function mayLapse({ end, attempts }: Recovery, nowMs: number): boolean {
  const lastMissedAtMs = attempts.at(-1)?.missed.atMs ?? 0;
  return end === null && lastMissedAtMs + LAPSES_AFTER_MS <= nowMs;
}

/** What ended one recovery ends no other. */
function forgetUntil(record: CallerRecord, untilMs: number): void {
  const all: readonly Map<string, { readonly atMs: number }>[] = [record.answers, record.reached, record.acts];
  for (const facts of all) for (const [key, { atMs }] of facts) if (atMs <= untilMs) facts.delete(key);
}
