import { compareNewestFirst, positionOf, type VisitRecord } from "../../lib/desk/visit-record";
import type { LoggedEvent } from "../../lib/events";
import type { EventStore, NewEvent, SavedFold } from "./store";

/** An event log that lives as long as the process: for tests, replays and checks. */
export function createMemoryStore(): EventStore {
  const lines: LoggedEvent[] = [];
  const keysOf = new Map<string, Set<string>>();
  let fold: SavedFold | null = null;
  /** In the order of a list. */
  let visits: readonly VisitRecord[] = [];
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
    sourceIds: async () => {
      assertOpen();
      return [...new Set(lines.map(({ sourceId }) => sourceId))];
    },
    saveFold: async (saved, { visits: left, replaces }) => {
      assertOpen();
      fold = saved;
      const isReplaced = ({ sourceId, arrivedAtMs }: VisitRecord): boolean =>
        replaces !== null && arrivedAtMs >= replaces.fromMs && replaces.sourceIds.includes(sourceId);
      const kept = new Map<string, VisitRecord>();
      for (const visit of [...visits.filter((one) => !isReplaced(one)), ...left]) {
        kept.set(JSON.stringify(positionOf(visit)), visit);
      }
      visits = [...kept.values()].sort((a, b) => compareNewestFirst(positionOf(a), positionOf(b)));
    },
    loadFold: async () => {
      assertOpen();
      return fold;
    },
    readVisits: async ({ sourceIds, queueIds, fromMs, toMs, after, limit }) => {
      assertOpen();
      const isAsked = (visit: VisitRecord): boolean =>
        visit.arrivedAtMs >= fromMs &&
        visit.arrivedAtMs < toMs &&
        sourceIds.includes(visit.sourceId) &&
        (queueIds === null || queueIds.includes(visit.queueId)) &&
        (after === null || compareNewestFirst(positionOf(visit), after) > 0);
      return visits.filter(isAsked).slice(0, limit);
    },
    visitsOf: async (caller, fromMs) => {
      assertOpen();
      return visits.filter((visit) => visit.caller === caller && visit.arrivedAtMs >= fromMs);
    },
    pruneVisits: async (beforeMs, limit) => {
      assertOpen();
      const old = visits.filter(({ arrivedAtMs }) => arrivedAtMs < beforeMs).slice(-limit);
      visits = visits.filter((visit) => !old.includes(visit));
      return old.length;
    },
    close: async () => {
      open = false;
    },
  };
}
