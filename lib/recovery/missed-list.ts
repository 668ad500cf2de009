import type { Person } from "../events";
import { assertNever, type QueueId } from "../vocabulary";
import type { RecoveryBook } from "./book";
import { holderAt, isSamePerson } from "./derive";
import { recoveriesIn } from "./figures";
import { MISSED_LISTS, type MissedList, type MissedQuestion } from "./missed-api";
import type { Recovery } from "./recovery-types";

/** Who asks for which list. */
export type ListInput = {
  /** Those the asker may see; null: every queue. */
  readonly queueIds: readonly QueueId[] | null;
  /** null: nobody who could hold anything. */
  readonly me: Person | null;
  readonly nowMs: number;
};

/** All recoveries of a list in its order. */
export function listOf(
  book: RecoveryBook,
  { list, queueId, why }: Pick<MissedQuestion, "list" | "queueId" | "why">,
  input: ListInput,
): readonly Recovery[] {
  const found: Recovery[] = [];
  for (const recovery of filtered(book, queueId, why, input)) if (isIn(recovery, list, input)) found.push(recovery);
  return found.sort(ORDER[list]);
}

/** How many each list has, under the same filters. */
export function countsOf(
  book: RecoveryBook,
  { queueId, why }: Pick<MissedQuestion, "queueId" | "why">,
  input: ListInput,
): Readonly<Record<MissedList, number>> {
  const counts: Record<MissedList, number> = { open: 0, callbacks: 0, mine: 0, ended: 0, withheld: 0 };
  for (const recovery of filtered(book, queueId, why, input))
    for (const list of MISSED_LISTS) if (isIn(recovery, list, input)) counts[list] += 1;
  return counts;
}

function* filtered(
  book: RecoveryBook,
  queueId: QueueId | null,
  why: MissedQuestion["why"],
  { queueIds }: ListInput,
): Generator<Recovery> {
  for (const recovery of recoveriesIn(book, queueIds)) {
    if (queueId !== null && recovery.queueId !== queueId) continue;
    if (why === null || recovery.attempts.at(-1)?.missed.why === why) yield recovery;
  }
}

function isIn(recovery: Recovery, list: MissedList, { me, nowMs }: ListInput): boolean {
  const isOpen = recovery.end === null && recovery.contactable;
  switch (list) {
    case "open":
      return isOpen;
    case "callbacks":
      return isOpen && isCallback(recovery);
    case "mine": {
      const holder = holderAt(recovery, nowMs);
      return isOpen && me !== null && holder !== null && isSamePerson(holder.by, me);
    }
    case "ended":
      return recovery.end !== null && recovery.contactable;
    case "withheld":
      return !recovery.contactable;
    default:
      return assertNever(list);
  }
}

/** RE8: the caller asked to be called back, whichever of his calls it was. */
export const isCallback = ({ attempts }: Recovery): boolean => attempts.some(({ callback }) => callback);

/** RE8: when the caller first arrived is his place in the line. */
export const arrivedAtMsOf = ({ attempts }: Recovery): number =>
  attempts.reduce((least, { arrivedAtMs }) => Math.min(least, arrivedAtMs), Number.POSITIVE_INFINITY);

const byKey = (a: Recovery, b: Recovery): number => (a.key < b.key ? -1 : 1);
const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);
const byDue = (a: Recovery, b: Recovery): number =>
  compare(a.dueAtMs ?? Number.POSITIVE_INFINITY, b.dueAtMs ?? Number.POSITIVE_INFINITY) ||
  compare(a.firstMissedAtMs, b.firstMissedAtMs) ||
  byKey(a, b);

const ORDER: Readonly<Record<MissedList, (a: Recovery, b: Recovery) => number>> = {
  open: byDue,
  mine: byDue,
  callbacks: (a, b) => compare(arrivedAtMsOf(a), arrivedAtMsOf(b)) || byKey(a, b),
  ended: (a, b) => compare(b.end?.atMs ?? 0, a.end?.atMs ?? 0) || byKey(a, b),
  withheld: (a, b) => compare(b.firstMissedAtMs, a.firstMissedAtMs) || byKey(a, b),
};
