import type { Caller, SourceEvent } from "../../../../lib/events";
import type { ContactId, QueueId } from "../../../../lib/vocabulary";

/** Somebody who was missed (CO5) and left a number. */
export type MissedCaller = {
  readonly contactId: ContactId;
  readonly caller: Caller;
  readonly queueId: QueueId;
  /** His last attempt in vain. */
  readonly atMs: number;
  /** When he was answered after it; null: not that day. */
  readonly answeredAtMs: number | null;
};

const SHORT_MS = 5_000;

/** One a number and stretch of attempts in vain, in the order of the last of each. */
export function missedCallers(events: readonly SourceEvent[]): readonly MissedCaller[] {
  const callers = new Map<ContactId, { readonly caller: Caller; readonly offeredAtMs: number }>();
  const open = new Map<string, MissedCaller>();
  const found: MissedCaller[] = [];
  const miss = (contactId: ContactId, queueId: QueueId, caller: Caller | null, atMs: number): void => {
    if (caller === null || caller.number === null) return;
    open.set(caller.number, { contactId, caller, queueId, atMs, answeredAtMs: null });
  };
  for (const { atMs, event } of events) {
    switch (event.type) {
      case "contact.offered":
        if (event.caller !== null) callers.set(event.contactId, { caller: event.caller, offeredAtMs: atMs });
        break;
      case "contact.refused":
        miss(event.contactId, event.queueId, event.caller, atMs);
        break;
      case "contact.abandoned":
      case "contact.overflowed": {
        const call = callers.get(event.contactId);
        const isShort = event.type === "contact.abandoned" && atMs - (call?.offeredAtMs ?? atMs) <= SHORT_MS;
        const goesOn = event.type === "contact.overflowed" && event.toQueueId !== null;
        if (!isShort && !goesOn) miss(event.contactId, event.queueId, call?.caller ?? null, atMs);
        break;
      }
      case "contact.answered": {
        const number = callers.get(event.contactId)?.caller.number ?? "";
        const missed = open.get(number);
        if (missed !== undefined) found.push({ ...missed, answeredAtMs: atMs });
        open.delete(number);
        break;
      }
      default:
    }
  }
  return [...found, ...open.values()].sort((one, other) => one.atMs - other.atMs);
}
