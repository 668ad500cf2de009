import type { VisitPosition, VisitRecord } from "../../lib/desk/visit-record";
import type { LoggedEvent } from "../../lib/events";
import type { CallerAlias, QueueId, SourceId } from "../../lib/vocabulary";

/** What is to stand in the log. */
export type NewEvent = Omit<LoggedEvent, "seq">;

/** A fold as it stood after line `seq` of the log; `version` names the form of `text`. */
export type SavedFold = { readonly seq: number; readonly version: string; readonly text: string };

/** Visits that have left memory, to be kept with the fold that they have left. */
export type VisitsToKeep = {
  readonly visits: readonly VisitRecord[];
  /**
   * A fold begun anew tells all visits of its sources from some instant on again: what was kept of them by another
   * fold goes. null: this one goes on from what was saved.
   */
  readonly replaces: { readonly sourceIds: readonly SourceId[]; readonly fromMs: number } | null;
};

/** Which kept visits to read: those of these sources and queues that arrived in [fromMs, toMs). */
export type VisitQuery = {
  readonly sourceIds: readonly SourceId[];
  /** null: every queue. */
  readonly queueIds: readonly QueueId[] | null;
  readonly fromMs: number;
  readonly toMs: number;
  /** Only those after this one in the list; null: from the newest. */
  readonly after: VisitPosition | null;
  readonly limit: number;
};

/** The event log: the truth everything else is folded from. */
export type EventStore = {
  /**
   * Appends what is new and drops what (sourceId, sourceKey) already has (TI5), all or nothing.
   * @returns the new ones in order with rising `seq`, durable when the promise resolves.
   * @throws Error when the disk refuses; nothing of the batch is then in the log.
   */
  readonly append: (events: readonly NewEvent[]) => Promise<readonly LoggedEvent[]>;
  /** Up to `limit` lines after `seq`, in order. */
  readonly readAfter: (seq: number, limit: number) => Promise<readonly LoggedEvent[]>;
  /** The seq before the first line with `atMs` ≥ the instant, so that `readAfter` starts there; 0 for an empty log. */
  readonly seqBefore: (atMs: number) => Promise<number>;
  /** All sources that ever told something that stands here, in any order. */
  readonly sourceIds: () => Promise<readonly SourceId[]>;
  /** Keeps the fold and the visits that have left it, both or neither; a visit kept before is replaced. */
  readonly saveFold: (fold: SavedFold, kept: VisitsToKeep) => Promise<void>;
  readonly loadFold: () => Promise<SavedFold | null>;
  /** Kept visits, the newest arrival first (`compareNewestFirst`). */
  readonly readVisits: (query: VisitQuery) => Promise<readonly VisitRecord[]>;
  /** All kept visits of one caller, whatever source and queue, that arrived at an instant or later; the newest first. */
  readonly visitsOf: (caller: CallerAlias, fromMs: number) => Promise<readonly VisitRecord[]>;
  /** Forgets visits that arrived before an instant, the oldest first, at most `limit`. @returns how many */
  readonly pruneVisits: (beforeMs: number, limit: number) => Promise<number>;
  readonly close: () => Promise<void>;
};

/** What can be done with the event log while a server writes it. */
export type StoredLog = Pick<
  EventStore,
  "readAfter" | "seqBefore" | "sourceIds" | "loadFold" | "readVisits" | "visitsOf" | "close"
>;
