import type { Person } from "../../events";
import { assertNever } from "../../vocabulary";
import { holderAt, isSamePerson } from "../book/derive";
import { MISSED_LISTS, type MissedList, type MissedQuestion } from "../missed-api";
import type { Recovery } from "../recovery-types";
import { lastOf } from "../tries";

/** Who asks. `me` null: nobody who could hold anything. */
export type Lister = { readonly me: Person | null; readonly nowMs: number };

/** Those whose last miss was for this reason (null: whatever). */
export const filtered = (all: readonly Recovery[], why: MissedQuestion["why"]): readonly Recovery[] =>
  why === null ? all : all.filter((recovery) => lastOf(recovery).missed.why === why);

/** A list in its order. */
export const listOf = (all: readonly Recovery[], list: MissedList, lister: Lister): readonly Recovery[] =>
  all.filter((recovery) => isIn(recovery, list, lister)).sort(ORDER[list]);

/** How many each list has. */
export function countsOf(all: readonly Recovery[], lister: Lister): Readonly<Record<MissedList, number>> {
  const counts: Record<MissedList, number> = { open: 0, callbacks: 0, mine: 0, ended: 0, withheld: 0 };
  for (const recovery of all) for (const list of MISSED_LISTS) if (isIn(recovery, list, lister)) counts[list] += 1;
  return counts;
}

function isIn(recovery: Recovery, list: MissedList, { me, nowMs }: Lister): boolean {
  const isOpen = recovery.end === null && recovery.contactable;
  switch (list) {
    case "open":
      return isOpen;
    case "callbacks":
      return isOpen && isCallback(recovery);
    case "mine": {
      const holder = isOpen && me !== null ? holderAt(recovery, nowMs) : null;
      return holder !== null && me !== null && isSamePerson(holder.by, me);
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
/** The first due first, who has no limit last. */
export const byDue = (a: Recovery, b: Recovery): number =>
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
