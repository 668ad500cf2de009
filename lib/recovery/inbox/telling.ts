import type { Fold } from "../../metrics/fold-state";
import { byDue, isCallback } from "../list/missed-list";
import type { Recovery } from "../recovery-types";
import { triesOf } from "../tries";
import { type InboxKind, type InboxTelling, MOST_LISTED, type ToldCaller, type ToldTry } from "./inbox-types";
import type { ToldBook } from "./told-book";

/** What is known of some recoveries, as one message. @param recoveries at least one */
export function tellingOf(fold: Fold, kind: InboxKind, recoveries: readonly Recovery[]): InboxTelling {
  const queueIds = new Set(recoveries.map(({ queueId }) => queueId));
  const [queueId = null] = queueIds;
  return {
    kind,
    callers: recoveries
      .toSorted(byDue)
      .slice(0, MOST_LISTED)
      .map((recovery) => callerOf(fold, recovery)),
    total: recoveries.length,
    withheld: recoveries.filter(({ caller }) => caller === null).length,
    queueId: queueIds.size === 1 ? queueId : null,
  };
}

function callerOf(fold: Fold, recovery: Recovery): ToldCaller {
  const { key, caller, queueId, firstMissedAtMs, dueAtMs } = recovery;
  return {
    key,
    caller,
    queueId,
    queueName: fold.queues.get(queueId)?.config.name ?? queueId,
    firstMissedAtMs,
    ...triesOf(recovery),
    callback: isCallback(recovery),
    dueAtMs,
  };
}

/** What is known to be told once a message of this kind is: every try so far, for it tells how many they are. */
export function toldBy(told: ToldBook, kind: InboxKind, recoveries: readonly Recovery[], nowMs: number): ToldTry[] {
  const messageAtMs = kind === "missed" ? nowMs : null;
  return recoveries.flatMap(({ caller, attempts }) =>
    attempts.map(({ key }): ToldTry => {
      const before = told.tries.get(key) ?? { atMs: nowMs, messageAtMs, dueSoon: false, overdue: false };
      const { atMs, dueSoon, overdue } = before;
      return {
        key,
        caller,
        atMs,
        messageAtMs: before.messageAtMs,
        dueSoon: dueSoon || kind === "due-soon",
        overdue: overdue || kind === "overdue",
      };
    }),
  );
}
