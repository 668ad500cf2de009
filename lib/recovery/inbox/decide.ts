import { type Fold, hoursOf } from "../../metrics/fold-state";
import type { CallerAlias } from "../../vocabulary";
import type { Recovery } from "../recovery-types";
import type { InboxKind, InboxTelling, ToldTry } from "./inbox-types";
import { pendingOf, type Sight } from "./pending";
import { tellingOf, toldBy } from "./telling";
import type { ToldBook } from "./told-book";

export type InboxInput = {
  readonly fold: Fold;
  readonly told: ToldBook;
  /** A reminder comes so long, in open hours, before the limit. */
  readonly remindBeforeMs: number;
  readonly nowMs: number;
};

export type Decision = {
  /** The gravest first. */
  readonly tellings: readonly InboxTelling[];
  /** What is told then: to be entered together with the messages, or not at all. */
  readonly told: readonly ToldTry[];
  /** Unless the book of recoveries changes, nothing is to be told before; null: ever. */
  readonly nextAtMs: number | null;
};

type Group = { readonly kind: InboxKind; readonly recoveries: Recovery[] };

/** What people are to be told of missed callers now that they were not told before (RE60–RE63). Changes nothing. */
export function decideInbox({ fold, told, remindBeforeMs, nowMs }: InboxInput): Decision {
  let nextAtMs: number | null = null;
  const wakeAt: Sight["wakeAt"] = (atMs) => {
    if (atMs !== null && atMs > nowMs && (nextAtMs === null || atMs < nextAtMs)) nextAtMs = atMs;
  };
  const { calendar, site } = fold;
  const sight = { told, calendar, limitMs: site.recovery.limitMs, remindBeforeMs, nowMs, wakeAt };
  const groups = createGroups();
  for (const recovery of fold.recoveries.open.values()) {
    const hours = hoursOf(fold, recovery.queueId);
    const kind = pendingOf(recovery, { ...sight, hours });
    if (kind !== null) groups.add(kind, recovery);
  }
  const all = groups.all();
  return {
    tellings: all.map(({ kind, recoveries }) => tellingOf(fold, kind, recoveries)),
    told: all.flatMap(({ kind, recoveries }) => toldBy(told, kind, recoveries, nowMs)),
    nextAtMs,
  };
}

/** One message of each kind; of misses one a caller, and one for all that withheld their number. */
function createGroups() {
  const lists = new Map<InboxKind, Recovery[]>([
    ["overdue", []],
    ["due-soon", []],
    ["morning", []],
  ]);
  const misses = new Map<CallerAlias | null, Recovery[]>();
  return {
    add: (kind: InboxKind, recovery: Recovery): void => {
      const list = kind === "missed" ? misses.get(recovery.caller) : lists.get(kind);
      if (list === undefined) misses.set(recovery.caller, [recovery]);
      else list.push(recovery);
    },
    all: (): readonly Group[] => [
      ...[...lists].flatMap(([kind, recoveries]) => (recoveries.length === 0 ? [] : [{ kind, recoveries }])),
      ...[...misses.values()].map((recoveries): Group => ({ kind: "missed", recoveries })),
    ],
  };
}
