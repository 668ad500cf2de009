import type { LoggedEvent } from "../../lib/events";
import type { EventStore, NewEvent, SavedFold } from "./store";

/** An event log that lives as long as the process: for tests, replays and checks. */
export function createMemoryStore(): EventStore {
  const lines: LoggedEvent[] = [];
  const keysOf = new Map<string, Set<string>>();
  let fold: SavedFold | null = null;
  let open = true;

  const assertOpen = (): void => {
    if (!open) throw new Error("The event log is closed");
  };

  const isNew = ({ sourceId, sourceKey }: NewEvent): boolean => {
    const keys = keysOf.get(sourceId) ?? new Set<string>();
    keysOf.set(sourceId, keys);
    if (keys.has(sourceKey)) return false;
    keys.add(sourceKey);
    return true;
  };

  return {
    append: async (events) => {
      assertOpen();
      const from = lines.length;
      for (const event of events) {
        if (isNew(event)) lines.push({ ...event, seq: lines.length + 1 });
      }
      return lines.slice(from);
    },
    // Line n stands at index n - 1: nothing is ever taken out.
    readAfter: async (seq, limit) => {
      assertOpen();
      const from = Math.max(0, seq);
      return lines.slice(from, from + limit);
    },
    seqBefore: async (atMs) => {
      assertOpen();
      const index = lines.findIndex((line) => line.atMs >= atMs);
      return index < 0 ? lines.length : index;
    },
    saveFold: async (saved) => {
      assertOpen();
      fold = saved;
    },
    loadFold: async () => {
      assertOpen();
      return fold;
    },
    close: async () => {
      open = false;
    },
  };
}
