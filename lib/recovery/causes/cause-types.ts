import type { QueueId } from "../../vocabulary";

/** The likely cause of a quarter-hour's misses, from the data. */
export type CauseKind =
  | "closed"
  | "outage"
  | "nobody-logged-in"
  | "queue-full"
  | "menu-exit"
  | "not-picking-up"
  | "all-busy"
  /** The data says nothing: agents were free and callers gave up all the same. */
  | "unclear";
export const CAUSE_KINDS: readonly CauseKind[] = [
  "closed",
  "outage",
  "nobody-logged-in",
  "queue-full",
  "menu-exit",
  "not-picking-up",
  "all-busy",
  "unclear",
];

/** What the cause rests on. null: not known. Durations ms. */
export type CauseEvidence = {
  readonly offered: number;
  readonly answered: number;
  readonly missed: number;
  /** Of the missed, how many fit the cause. */
  readonly fitting: number;
  /** Agents logged in and not paused, on average over the quarter-hour. */
  readonly staffed: number | null;
  /** Work offered: contacts × handling time over the quarter-hour, in agents needed (erlangs). */
  readonly offeredLoad: number | null;
  /** In how many of so many minutes nobody was free: all at work, in other queues too. */
  readonly nobodyFree: { readonly minutes: number; readonly of: number } | null;
  readonly ringNoAnswer: number;
};

/** One queue's quarter-hour with misses. */
export type CauseQuarter = {
  readonly startMs: number;
  readonly queueId: QueueId;
  readonly cause: CauseKind;
  readonly evidence: CauseEvidence;
};
