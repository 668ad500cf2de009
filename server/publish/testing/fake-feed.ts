import { type BoardConfig, boardOfAll, type RotationConfig } from "../../../lib/config";
import type { BoardSnapshot } from "../../../lib/metrics/snapshot-types";
import { sampleSnapshot, withCallerMore } from "../../../lib/testing/board-samples";
import { MAIN_BOARD, boardId, queueId, type BoardId } from "../../../lib/vocabulary";
import type { BoardFeed } from "../board-feed";

export type FakeFeed = BoardFeed & {
  /** One caller more waits in `support`, on every board. */
  readonly callerMore: () => void;
  /** Replaces every board by what `change` makes of it, one revision on. */
  readonly change: (change: (board: BoardSnapshot) => BoardSnapshot) => void;
  readonly setReady: (ready: boolean) => void;
  /** How often a snapshot was asked for. */
  readonly asked: () => number;
};

const board = (id: BoardId): BoardConfig => boardOfAll(id, `Board ${id}`);
const HALL: RotationConfig = {
  id: boardId("hall"),
  name: "Hall",
  boardIds: [MAIN_BOARD, boardId("sales")],
  everyMs: 8_000,
};

/** A feed without a pipeline: sample boards that change when told to. `__proto__` is a board like any other. */
export function createFakeFeed(epoch = "fake"): FakeFeed {
  const boards = new Map(
    [MAIN_BOARD, boardId("sales"), boardId("__proto__")].map((id) => [id, sampleSnapshot(epoch, 1, id)]),
  );
  const listeners = new Set<() => void>();
  let number = 1;
  let ready = true;
  let asked = 0;
  const change = (make: (snapshot: BoardSnapshot) => BoardSnapshot): void => {
    number += 1;
    for (const [id, snapshot] of boards) boards.set(id, { ...make(snapshot), revision: { epoch, number } });
    for (const listener of listeners) listener();
  };
  return {
    boards: () => [...boards.keys()].map(board),
    rotations: () => [HALL],
    snapshot: ({ id, queueIds }) => {
      asked += 1;
      const snapshot = boards.get(id) ?? sampleSnapshot(epoch, number, id);
      if (queueIds === null) return snapshot;
      return { ...snapshot, queues: snapshot.queues.filter((row) => queueIds.includes(row.queueId)) };
    },
    contacts: () => Promise.resolve(null),
    desk: () => null,
    callerBehind: () => Promise.resolve(null),
    revision: () => ({ epoch, number }),
    sources: () =>
      (boards.get(MAIN_BOARD)?.sources ?? []).map((source) => ({ ...source, lastEventAtMs: null, detail: "" })),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ready: () => ready,
    counters: () => ({
      accepted: 7,
      duplicates: 6,
      clamped: 5,
      late: 4,
      overLimit: 8,
      problems: 3,
      storeFailures: 2,
      pending: 1,
    }),
    callerMore: () => change((snapshot) => withCallerMore(snapshot, queueId("support"))),
    change,
    setReady: (now) => {
      ready = now;
    },
    asked: () => asked,
  };
}
