import type { LoggedEvent } from "../../lib/events";

/** What became of a batch: durable, or nothing of it is in the log. */
export type KeptBatch =
  /** `duplicates`: the log had them already. */
  | { readonly kind: "kept"; readonly accepted: number; readonly duplicates: number }
  | { readonly kind: "refused"; readonly retryInMs: number };

/** What the log tells one fact from another by. */
export type Keyed = Pick<LoggedEvent, "sourceId" | "sourceKey">;

type Batch<New> = {
  readonly events: readonly New[];
  readonly settle: (kept: KeptBatch) => void;
};

/** As much as one who asks may have under way; whoever waits for an answer sends it again. */
const MOST_WAITING = 20_000;

/** Batches whose senders wait for the disk's answer. Each is written whole or not at all. */
export type KeptBatches<New> = {
  /** null: there is no room for it now. */
  readonly add: (events: readonly New[]) => Promise<KeptBatch> | null;
  /** The batches that go into the next commit: as many whole ones as `limit` events hold, at least one. */
  readonly next: (limit: number) => readonly Batch<New>[];
  /** These are durable; `lines` is what of them, and of others, was new. */
  readonly kept: (batches: readonly Batch<New>[], lines: readonly LoggedEvent[]) => void;
  /** Nothing of any of them is in the log, and nothing will be. */
  readonly refuseAll: (retryInMs: number) => void;
  /** Events that wait. */
  readonly size: () => number;
  /** Once all who wait now have their answer. */
  readonly settled: () => Promise<unknown>;
};

export function createKeptBatches<New extends Keyed>(): KeptBatches<New> {
  let waiting: Batch<New>[] = [];
  let size = 0;
  const answers = new Set<Promise<KeptBatch>>();

  return {
    add: (events) => {
      if (size + events.length > MOST_WAITING) return null;
      size += events.length;
      const answer = new Promise<KeptBatch>((settle) => waiting.push({ events, settle }));
      answers.add(answer);
      return answer.finally(() => answers.delete(answer));
    },
    next: (limit) => {
      let events = 0;
      const end = waiting.findIndex((batch, index) => (events += batch.events.length) > limit && index > 0);
      return end < 0 ? waiting.slice() : waiting.slice(0, end);
    },
    kept: (batches, lines) => {
      waiting = waiting.slice(batches.length);
      // Of two tellings of one fact the first is the one that the log took.
      const fresh = new Set(lines.map(keyOf));
      for (const { events, settle } of batches) {
        size -= events.length;
        const accepted = events.filter((event) => fresh.delete(keyOf(event))).length;
        settle({ kind: "kept", accepted, duplicates: events.length - accepted });
      }
    },
    refuseAll: (retryInMs) => {
      const refused = waiting;
      waiting = [];
      size = 0;
      for (const { settle } of refused) settle({ kind: "refused", retryInMs });
    },
    size: () => size,
    settled: () => Promise.all(answers),
  };
}

const keyOf = ({ sourceId, sourceKey }: Keyed): string => JSON.stringify([sourceId, sourceKey]);
