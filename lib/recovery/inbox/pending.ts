import type { Calendar } from "../../calendar";
import type { OpenHours } from "../../config";
import { holderAt } from "../book/derive";
import { isOverdue } from "../figures";
import type { Attempt, Recovery } from "../recovery-types";
import type { InboxKind } from "./inbox-types";
import { type ToldBook, toldOf } from "./told-book";

/** How one recovery is looked at. */
export type Sight = {
  readonly told: ToldBook;
  readonly calendar: Calendar;
  /** Of the recovery's queue. */
  readonly hours: OpenHours | null;
  readonly limitMs: number;
  readonly remindBeforeMs: number;
  readonly nowMs: number;
  /** Told the instants at which there may be something to tell. */
  readonly wakeAt: (atMs: number | null) => void;
};

/** RE60: so long somebody may still be routed on, come back or be called at once. */
const GRACE_MS = 2 * 60_000;
/** RE61: between two messages about one caller. */
const BETWEEN_MS = 3_600_000;
/** What was to be told longer ago is no news: so it is where the inbox is new, or the server was away. */
const STALE_MS = 24 * 3_600_000;

/** What is to be told of an open recovery now: the gravest, which says all of the rest. null: nothing. */
export const pendingOf = (recovery: Recovery, sight: Sight): InboxKind | null =>
  limitOf(recovery, sight) ?? missOf(recovery, sight);

/** RE63. */
function limitOf(recovery: Recovery, sight: Sight): InboxKind | null {
  const { calendar, hours, nowMs, limitMs, remindBeforeMs, wakeAt } = sight;
  const { dueAtMs, contactable, attempts, firstMissedAtMs } = recovery;
  if (!contactable || dueAtMs === null) return null;
  const told = toldOf(sight.told, attempts);
  if (told.overdue) return null;
  if (isOverdue(recovery, nowMs)) return "overdue";
  wakeAt(dueAtMs + 1);
  // Before the whole limit the message about the miss reminds of it.
  if (told.dueSoon || remindBeforeMs >= limitMs) return null;
  const soonAtMs = calendar.addOpenMs(hours, firstMissedAtMs, limitMs - remindBeforeMs);
  return isPast(soonAtMs, sight) && isOpen(sight) ? "due-soon" : null;
}

function missOf(recovery: Recovery, sight: Sight): InboxKind | null {
  const { caller, attempts } = recovery;
  const untold = attempts.filter(({ key }) => !sight.told.tries.has(key));
  const [first] = attempts;
  if (untold.length === 0 || first === undefined) return null;
  // RE60: whoever has him knows.
  const holder = holderAt(recovery, sight.nowMs);
  if (holder !== null) {
    sight.wakeAt(holder.untilMs);
    return null;
  }
  // RE62: while the queue is open somebody reads it; whom people know of already is in no list.
  const opensAtMs = untold.length === attempts.length ? openingOf(first, sight) : null;
  if (opensAtMs !== null && isNews(opensAtMs, sight) && isPast(opensAtMs, sight) && isOpen(sight)) return "morning";
  return untold.some((attempt) => isRipe(attempt, sight)) && isTurnOf(caller, sight) ? "missed" : null;
}

/** RE60: missed while its queue was open, and long enough ago; an instant that is far ahead is another clock's. */
function isRipe(attempt: Attempt, sight: Sight): boolean {
  const { nowMs, wakeAt } = sight;
  const { atMs } = attempt.missed;
  if (openingOf(attempt, sight) !== null || !isNews(atMs, sight)) return false;
  if (Math.abs(nowMs - atMs) >= GRACE_MS) return true;
  wakeAt(atMs + GRACE_MS);
  return false;
}

/** When the list comes that a miss waits for; null: it waits for none, its queue was open or never will be. */
function openingOf({ missed }: Attempt, { calendar, hours }: Sight): number | null {
  if (missed.why !== "after-hours" || calendar.isOpen(hours, missed.atMs)) return null;
  return calendar.nextChange(hours, missed.atMs);
}

/** RE61: a message that is more than an hour ahead was sent before the clock was set back. */
function isTurnOf(caller: Recovery["caller"], { told, nowMs, wakeAt }: Sight): boolean {
  const lastMs = told.messages.get(caller);
  if (lastMs === undefined || Math.abs(nowMs - lastMs) >= BETWEEN_MS) return true;
  wakeAt(lastMs + BETWEEN_MS);
  return false;
}

const isNews = (atMs: number, { nowMs }: Sight): boolean => nowMs - atMs <= STALE_MS;

function isPast(atMs: number | null, { nowMs, wakeAt }: Sight): boolean {
  if (atMs !== null && atMs <= nowMs) return true;
  wakeAt(atMs);
  return false;
}

function isOpen({ calendar, hours, nowMs, wakeAt }: Sight): boolean {
  if (calendar.isOpen(hours, nowMs)) return true;
  wakeAt(calendar.nextChange(hours, nowMs));
  return false;
}
