import type { LoggedEvent, SourceEvent } from "../../lib/events";
import type { SourceId } from "../../lib/vocabulary";

export type NewEvent = SourceEvent & { readonly sourceId: SourceId };

/** A fold as it stood after line `seq` of the log; `version` names the form of `text`. */
export type SavedFold = { readonly seq: number; readonly version: string; readonly text: string };

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
  readonly saveFold: (fold: SavedFold) => Promise<void>;
  readonly loadFold: () => Promise<SavedFold | null>;
  readonly close: () => Promise<void>;
};
