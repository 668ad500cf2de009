import type { CallerAlias, QueueId } from "../../vocabulary";
import type { Tries } from "../tries";

/**
 * What people are told of missed callers. `missed`: one has just been; `morning`: those who called while a queue was
 * closed, as it opens; `due-soon`, `overdue`: who is to be called back before the limit, and was not.
 */
export type InboxKind = "missed" | "morning" | "due-soon" | "overdue";

/** One message, as things stood when it was decided. Plain data, kept as JSON: of a number it has nothing, not its end. */
export type InboxTelling = {
  readonly kind: InboxKind;
  /** The first due first, those without a number last; of many the first `MOST_LISTED`. */
  readonly callers: readonly ToldCaller[];
  /** How many there are, and how many of them withheld their number. */
  readonly total: number;
  readonly withheld: number;
  /** The queue of all of them; null: of several. */
  readonly queueId: QueueId | null;
};

export const MOST_LISTED = 20;

/** What is known of a missed caller. Instants epoch ms, durations ms. */
export type ToldCaller = Tries & {
  /** Of the recovery. */
  readonly key: string;
  /** null: withheld. Who reads the message is told the end of the number, which is looked up as it is sent. */
  readonly caller: CallerAlias | null;
  readonly queueId: QueueId;
  readonly queueName: string;
  readonly firstMissedAtMs: number;
  /** The caller asked to be called back. */
  readonly callback: boolean;
  readonly dueAtMs: number | null;
};

/** What was told of one try. A recovery can come to be another one's, and one that ended can go on: tries stay what they are. */
export type ToldTry = {
  /** Of the attempt. */
  readonly key: string;
  readonly caller: CallerAlias | null;
  /** When it was first told, in whatever message. */
  readonly atMs: number;
  /** When a `missed` told of it; null: another kind did. */
  readonly messageAtMs: number | null;
  readonly dueSoon: boolean;
  readonly overdue: boolean;
};
