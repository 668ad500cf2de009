import { assertNever, type QueueId } from "../../vocabulary";
import type { AlertSubject } from "../alert-types";

/** Nobody is told of what fires from `createdAtMs` (included) to `untilMs` (excluded). A `SilenceView` is one. */
export type Silence = {
  /** null: every rule. */
  readonly ruleId: string | null;
  /** null: every queue, the site and its sources. */
  readonly queueIds: readonly QueueId[] | null;
  readonly createdAtMs: number;
  readonly untilMs: number;
};

/** AL23: whether a rule's alert of this subject is told to nobody. */
export const isSilenced = (
  silences: readonly Silence[],
  ruleId: string,
  subject: AlertSubject,
  nowMs: number,
): boolean =>
  silences.some(
    (silence) =>
      nowMs >= silence.createdAtMs &&
      nowMs < silence.untilMs &&
      (silence.ruleId === null || silence.ruleId === ruleId) &&
      (silence.queueIds === null || covers(silence.queueIds, subject)),
  );

/** A group only where all of its queues are; the site and a source are more than any queues. */
function covers(queueIds: readonly QueueId[], subject: AlertSubject): boolean {
  switch (subject.kind) {
    case "queue":
      return queueIds.includes(subject.queueId);
    case "group":
      return subject.queueIds.every((id) => queueIds.includes(id));
    case "site":
    case "source":
      return false;
    default:
      return assertNever(subject);
  }
}
