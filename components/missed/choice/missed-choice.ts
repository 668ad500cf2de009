import { MISSED_LISTS, type MissedList } from "../../../lib/recovery/missed-api";
import { MISSED_WHYS, type MissedWhy } from "../../../lib/recovery/recovery-types";
import { type QueueId, queueId } from "../../../lib/vocabulary";

/** What is looked at. All of it stands in the address, so that a link or a reload shows the same. */
export type MissedChoice = {
  readonly list: MissedList;
  /** null: every queue. */
  readonly queueId: QueueId | null;
  /** null: whatever. */
  readonly why: MissedWhy | null;
};

/** @param search as the browser tells it, `?list=mine&queue=support`; what it does not know is left out */
export function readMissedChoice(search: string): MissedChoice {
  const query = new URLSearchParams(search);
  const queue = query.get("queue") || null;
  return {
    list: MISSED_LISTS.find((each) => each === query.get("list")) ?? "open",
    queueId: queue === null ? null : queueId(queue),
    why: MISSED_WHYS.find((each) => each === query.get("why")) ?? null,
  };
}

/**
 * The address of a choice, without what goes without saying.
 * @param search where the rest of the address is taken from
 */
export function writeMissedChoice(choice: MissedChoice, search: string): string {
  const query = new URLSearchParams(search);
  const say = (name: string, value: string | null): void => {
    if (value === null) query.delete(name);
    else query.set(name, value);
  };
  say("list", choice.list === "open" ? null : choice.list);
  say("queue", choice.queueId);
  say("why", choice.why);
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}
