/**
 * Who called when (RC1): per number the first arrivals of his contacts, by contact. A repeat contact has another one
 * of the same number within 24 h of it, before or after.
 */
export type CallerBook = Map<string, Map<string, number>>;

const DAY_MS = 24 * 3_600_000;

/** Enters a contact's first arrival; the same contact again moves it. */
export function enterCall(book: CallerBook, number: string, contactKey: string, arrivedAtMs: number): void {
  let calls = book.get(number);
  if (calls === undefined) book.set(number, (calls = new Map()));
  calls.set(contactKey, arrivedAtMs);
}

/** Takes a contact out again. */
export function leaveCall(book: CallerBook, number: string, contactKey: string): void {
  book.get(number)?.delete(contactKey);
}

export type RepeatCounts = { readonly callers: number; readonly contacts: number };

/**
 * Repeat contacts of one number that arrived in [fromMs, toMs).
 * @returns `callers` 1 when there is any
 */
export function repeatsOf(book: CallerBook, number: string, fromMs: number, toMs: number): RepeatCounts {
  const calls = book.get(number);
  if (calls === undefined || calls.size < 2) return { callers: 0, contacts: 0 };
  const arrivals = [...calls.values()].sort((a, b) => a - b);
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

/** Forgets calls before an instant, so that the book stays as small as two days of calls. */
export function forgetCallsBefore(book: CallerBook, atMs: number): void {
  for (const [number, calls] of book) {
    for (const [key, arrivedAtMs] of calls) if (arrivedAtMs < atMs) calls.delete(key);
    if (calls.size === 0) book.delete(number);
  }
}
