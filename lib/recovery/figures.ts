import type { QueueId } from "../vocabulary";
import type { RecoveryBook } from "./book/book";
import type { Recovery, RecoveryFigures } from "./recovery-types";

export type FiguresInput = {
  /** The board's; null: every queue. */
  readonly queueIds: readonly QueueId[] | null;
  /** The business day. */
  readonly dayStartMs: number;
  /** `letDuePass` has been told of it. */
  readonly nowMs: number;
};

/** Nobody was missed. */
export const NOBODY_MISSED: RecoveryFigures = {
  missed: 0,
  uncontactable: 0,
  recovered: 0,
  recoveredInTime: 0,
  open: 0,
  overdue: 0,
  nextDueAtMs: null,
  wonBack: 0,
  quickestMs: null,
};

type Known = { readonly version: number; readonly dayStartMs: number; readonly figures: RecoveryFigures };
const remembered = new WeakMap<RecoveryBook, Map<string, Known>>();
const MOST_REMEMBERED = 200;

/** RE6: what today's misses came to, and what is open of whatever day; found anew only where the book has changed. */
export function recoveryFiguresOf(book: RecoveryBook, input: FiguresInput): RecoveryFigures {
  const { version } = book;
  const ofBook = remembered.get(book) ?? new Map<string, Known>();
  remembered.set(book, ofBook);
  const key = JSON.stringify(input.queueIds);
  const known = ofBook.get(key);
  if (known?.version === version && known.dayStartMs === input.dayStartMs) return known.figures;
  if (ofBook.size >= MOST_REMEMBERED) ofBook.clear();
  const figures = countRecoveries(book, input);
  ofBook.set(key, { version, dayStartMs: input.dayStartMs, figures });
  return figures;
}

function countRecoveries(book: RecoveryBook, input: FiguresInput): RecoveryFigures {
  const { nowMs, dayStartMs } = input;
  const figures = { ...NOBODY_MISSED };
  for (const recovery of recoveriesIn(book, input.queueIds)) {
    const { firstMissedAtMs, dueAtMs, end, contactable } = recovery;
    if (firstMissedAtMs >= dayStartMs) {
      figures.missed += 1;
      if (!contactable) figures.uncontactable += 1;
      if (isWonBack(recovery)) figures.recovered += 1;
      if (isWonBack(recovery) && isInTime(recovery) !== false) figures.recoveredInTime += 1;
    }
    if (end === null && contactable) {
      figures.open += 1;
      if (isOverdue(recovery, nowMs)) figures.overdue += 1;
      else if (dueAtMs !== null) figures.nextDueAtMs = Math.min(figures.nextDueAtMs ?? dueAtMs, dueAtMs);
    }
    if (end !== null && end.atMs >= dayStartMs && isWonBack(recovery)) {
      figures.wonBack += 1;
      figures.quickestMs = Math.min(figures.quickestMs ?? Number.POSITIVE_INFINITY, end.atMs - firstMissedAtMs);
    }
  }
  return figures;
}

/** Those of some queues; null: all. */
export function* recoveriesIn(book: RecoveryBook, queueIds: readonly QueueId[] | null): Generator<Recovery> {
  const own = queueIds === null ? null : new Set(queueIds);
  for (const { recoveries } of book.records.values())
    for (const recovery of recoveries) if (own === null || own.has(recovery.queueId)) yield recovery;
}

/** A customer kept: he came back and was answered, or somebody reached him. */
export function isWonBack({ end }: Pick<Recovery, "end">): boolean {
  if (end === null) return false;
  return end.kind === "came-back" || end.kind === "reached" || (end.kind === "closed" && end.result === "reached");
}

/** RE2: whether it ended within the limit; null: it has not ended, or there was no limit. */
export function isInTime({ end, dueAtMs }: Pick<Recovery, "end" | "dueAtMs">): boolean | null {
  return end === null || dueAtMs === null ? null : end.atMs <= dueAtMs;
}

/** RE2: due at an instant is in time, a millisecond later is not. */
export function isOverdue({ end, dueAtMs }: Pick<Recovery, "end" | "dueAtMs">, nowMs: number): boolean {
  return end === null && dueAtMs !== null && nowMs > dueAtMs;
}
