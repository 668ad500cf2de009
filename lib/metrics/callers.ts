import type { CallerAlias } from "../vocabulary";

/** A contact of a caller: its first arrival, when a person last answered it, and whether it was missed (CO5). */
export type Call = {
  readonly arrivedAtMs: number;
  /** null: nobody has. */
  readonly answeredAtMs: number | null;
  readonly missed: boolean;
};

/**
 * Who called when (RC1), and what came of it (DK3): per alias his contacts, by contact. A repeat contact has another
 * one of the same caller within 24 h of it, before or after.
 */
export type CallerBook = Map<CallerAlias, Map<string, Call>>;

const DAY_MS = 24 * 3_600_000;

/** Callers of three days, more than any centre has: beyond, a source is broken or hostile. */
export const MAX_CALLERS = 100_000;

/** Enters a contact; the same contact again takes its place. @returns false: the book is full, nobody new gets in */
export function enterCall(book: CallerBook, caller: CallerAlias, contactKey: string, call: Call): boolean {
  let calls = book.get(caller);
  if (calls === undefined) {
    if (book.size >= MAX_CALLERS) return false;
    book.set(caller, (calls = new Map()));
  }
  calls.set(contactKey, call);
  return true;
}

/** What came of a contact that stands in the book; one that was forgotten stays forgotten. */
export function changeCall(book: CallerBook, caller: CallerAlias, contactKey: string, call: Call): void {
  const calls = book.get(caller);
  if (calls?.has(contactKey) === true) calls.set(contactKey, call);
}

/** Takes a contact out again. */
export function leaveCall(book: CallerBook, caller: CallerAlias, contactKey: string): void {
  book.get(caller)?.delete(contactKey);
}

export type RepeatCounts = { readonly callers: number; readonly contacts: number };

/**
 * Repeat contacts of one caller that arrived in [fromMs, toMs).
 * @returns `callers` 1 when there is any
 */
export function repeatsOf(book: CallerBook, caller: CallerAlias, fromMs: number, toMs: number): RepeatCounts {
  const calls = book.get(caller);
  if (calls === undefined || calls.size < 2) return { callers: 0, contacts: 0 };
  const arrivals = [...calls.values()].map(({ arrivedAtMs }) => arrivedAtMs).sort((a, b) => a - b);
  let contacts = 0;
  arrivals.forEach((atMs, i) => {
    if (atMs < fromMs || atMs >= toMs) return;
    const before = arrivals[i - 1];
    const after = arrivals[i + 1];
    const near = (other: number | undefined) => other !== undefined && Math.abs(atMs - other) <= DAY_MS;
    if (near(before) || near(after)) contacts += 1;
  });
  return { callers: contacts > 0 ? 1 : 0, contacts };
}

export type CallerHistory = {
  readonly contacts: number;
  readonly missed: number;
  readonly lastAnsweredAtMs: number | null;
};

/**
 * What came of the contacts of one caller that arrived in [fromMs, toMs), but for one.
 * @param exceptKey the contact that is left out
 */
export function historyOf(
  book: CallerBook,
  caller: CallerAlias,
  exceptKey: string,
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
): CallerHistory {
  let [contacts, missed] = [0, 0];
  let lastAnsweredAtMs: number | null = null;
  for (const [key, call] of book.get(caller) ?? []) {
    if (key === exceptKey || call.arrivedAtMs < fromMs || call.arrivedAtMs >= toMs) continue;
    contacts += 1;
    if (call.missed) missed += 1;
    if (call.answeredAtMs !== null) lastAnsweredAtMs = Math.max(lastAnsweredAtMs ?? 0, call.answeredAtMs);
  }
  return { contacts, missed, lastAnsweredAtMs };
}

/** Forgets calls before an instant, so that the book stays as small as two days of calls. */
export function forgetCallsBefore(book: CallerBook, atMs: number): void {
  for (const [caller, calls] of book) {
    for (const [key, { arrivedAtMs }] of calls) if (arrivedAtMs < atMs) calls.delete(key);
    if (calls.size === 0) book.delete(caller);
  }
}
