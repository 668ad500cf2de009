import type { LoggedEvent } from "../../lib/events";
import type { Clock } from "../clock";
import { createKeptBatches, type KeptBatch, type Keyed } from "./kept-batches";

/** A longer backlog is written in pieces, and the event loop has its turn in between. */
const MAX_CHUNK = 2_000;
/** Of which batches whose senders wait take at most so many: nobody else's events wait for theirs. */
const MAX_KEPT = 1_000;
const FIRST_RETRY_MS = 100;
const MAX_RETRY_MS = 5_000;

export type GroupCommitOptions = {
  readonly clock: Clock;
  /** Between two commits at least this long, so that what arrives meanwhile shares the next one. */
  readonly minGapMs: number;
  /** The longest a pushed event waits for its commit to begin while the disk works. */
  readonly maxDelayMs: number;
  /** What is new and durable: every line once, in the order of the log. Duplicates are left out (TI5). */
  readonly onCommitted: (events: readonly LoggedEvent[]) => void;
  /** A commit failed; all is kept in order and tried again in so many ms, unless `close` has been called. */
  readonly onFailure: (error: Error, retryInMs: number) => void;
};

/** What commits go to, such as a store. */
export type LogWriter<New> = { readonly append: (events: readonly New[]) => Promise<readonly LoggedEvent[]> };

/** Writes what sources tell into the log, many at a time, never losing one while the process lives. */
export type GroupCommit<New> = {
  /** Takes the events at once and returns; after `close` nothing is taken any more. */
  readonly push: (events: readonly New[]) => void;
  /**
   * Takes the events and says what became of them once they are durable. Where the log refuses, nothing of them stays
   * here: whoever told them tells them again.
   */
  readonly keep: (events: readonly New[]) => Promise<KeptBatch>;
  /**
   * Commits without further waiting. @returns a promise that settles when all pushed before is on the disk
   * @throws Error when `close` gave up before that
   */
  readonly flush: () => Promise<void>;
  /** Events in memory that are not yet on the disk: grows while the disk refuses. */
  readonly pending: () => number;
  /** Events that the log already had, since the start. */
  readonly duplicates: () => number;
  /** Writes what is pending, trying once. @returns how many pushed events could not be written */
  readonly close: () => Promise<number>;
};

type Waiter = { readonly upTo: number; readonly settle: (error: Error | null) => void };

/** @param log takes a batch whole or not at all, and gives back what of it is new, durable */
export function createGroupCommit<New extends Keyed>(
  log: LogWriter<New>,
  options: GroupCommitOptions,
): GroupCommit<New> {
  const { clock, minGapMs, maxDelayMs, onCommitted, onFailure } = options;
  /** Not yet durable, oldest first; those of the commit under way still stand in front. */
  const queue: New[] = [];
  const batches = createKeptBatches<New>();
  let cancelNext: (() => void) | null = null;
  let committing = false;
  let committed = 0;
  let duplicates = 0;
  let failuresInARow = 0;
  let retryAtMs = 0;
  let quietFromMs = Number.NEGATIVE_INFINITY;
  let gapMs = minGapMs;
  let waiters: Waiter[] = [];
  let closing = false;

  const settleWaiters = (error: Error | null): void => {
    const due = waiters.filter(({ upTo }) => error !== null || upTo <= committed);
    waiters = waiters.filter((waiter) => !due.includes(waiter));
    for (const { settle } of due) settle(error);
  };

  const commitIn = (delayMs: number): void => {
    cancelNext?.();
    if (delayMs > 0) {
      const timer = setTimeout(startCommit, delayMs);
      cancelNext = () => clearTimeout(timer);
    } else {
      // Not at once: the rest of what this turn of the event loop brings shall come along.
      const immediate = setImmediate(startCommit);
      cancelNext = () => clearImmediate(immediate);
    }
  };

  const startCommit = (): void => {
    cancelNext = null;
    committing = true;
    void commitChunk();
  };

  const commitChunk = async (): Promise<void> => {
    const kept = batches.next(MAX_KEPT);
    const pushed = queue.slice(0, MAX_CHUNK);
    const chunk = kept.length === 0 ? pushed : [...kept.flatMap(({ events }) => events), ...pushed];
    const startMs = clock.nowMs();
    let lines: readonly LoggedEvent[];
    try {
      lines = await log.append(chunk);
    } catch (error) {
      committing = false;
      failed(error instanceof Error ? error : new Error(String(error)));
      return;
    }
    queue.splice(0, pushed.length);
    committed += pushed.length;
    duplicates += chunk.length - lines.length;
    failuresInARow = 0;
    quietFromMs = clock.nowMs();
    // On a slow disk the gap is as long as the commit took: half of the time stays for everything else.
    gapMs = Math.min(maxDelayMs, Math.max(minGapMs, quietFromMs - startMs));
    committing = false;
    if (lines.length > 0) onCommitted(lines);
    batches.kept(kept, lines);
    settleWaiters(null);
    if (queue.length === 0 && batches.size() === 0) return;
    if (pushed.length === MAX_CHUNK || waiters.length > 0 || closing) commitIn(0);
    else if (cancelNext === null) commitIn(gapMs);
  };

  const failed = (error: Error): void => {
    failuresInARow += 1;
    const retryInMs = Math.min(MAX_RETRY_MS, FIRST_RETRY_MS * 2 ** (failuresInARow - 1));
    retryAtMs = clock.nowMs() + retryInMs;
    batches.refuseAll(retryInMs);
    if (closing) settleWaiters(error);
    else if (queue.length > 0) commitIn(retryInMs);
    onFailure(error, retryInMs);
  };

  const flush = (): Promise<void> => {
    if (queue.length === 0) return Promise.resolve();
    return new Promise((resolve, reject) => {
      waiters.push({
        upTo: committed + queue.length,
        settle: (error) => (error === null ? resolve() : reject(error)),
      });
      if (!committing) commitIn(0);
    });
  };

  /** Between two attempts nothing more is taken that somebody waits for. */
  const refusedForMs = (): number => {
    const leftMs = failuresInARow === 0 ? 0 : retryAtMs - clock.nowMs();
    return leftMs > 0 && leftMs <= MAX_RETRY_MS ? leftMs : 0;
  };

  const keep = async (events: readonly New[]): Promise<KeptBatch> => {
    if (events.length === 0) return { kind: "kept", accepted: 0, duplicates: 0 };
    const refusedMs = refusedForMs();
    const kept = closing || refusedMs > 0 ? null : batches.add(events);
    if (kept === null) return { kind: "refused", retryInMs: refusedMs === 0 ? MAX_RETRY_MS : refusedMs };
    commitSoon();
    return kept;
  };

  const commitSoon = (): void => {
    if (committing || cancelNext !== null) return;
    // A wall clock may be set back: then it counts as no time passed.
    const quietMs = Math.max(0, clock.nowMs() - quietFromMs);
    commitIn(gapMs - quietMs);
  };

  return {
    keep,
    push: (events) => {
      if (closing) return;
      for (const event of events) queue.push(event);
      if (queue.length > 0) commitSoon();
    },
    flush,
    pending: () => queue.length + batches.size(),
    duplicates: () => duplicates,
    close: async () => {
      closing = true;
      if (batches.size() > 0 && !committing) commitIn(0);
      await Promise.all([flush().catch(() => undefined), batches.settled()]);
      cancelNext?.();
      return queue.length;
    },
  };
}
