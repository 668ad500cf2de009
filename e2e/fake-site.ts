import path from "node:path";
import type { BoardSnapshot } from "../lib/metrics/snapshot-types";
import { queueId, type BoardId } from "../lib/vocabulary";
import { createApp } from "../server/app";
import { createMemoryVault } from "../server/callers/memory-vault";
import { systemClock } from "../server/clock";
import { createFakeFeed, type FakeFeed } from "../server/publish/testing/fake-feed";
import { demoParts } from "../server/testing/demo-parts";
import { ROOT } from "./harness";

/** The built pages, on boards that change when a test says so. */
export type FakeSite = {
  readonly url: string;
  readonly feed: FakeFeed;
  /** Changes one board only. */
  readonly changeBoard: (boardId: BoardId, change: (board: BoardSnapshot) => BoardSnapshot) => void;
  /** The server's clock goes on by so much at once. */
  readonly skip: (ms: number) => void;
  readonly stop: () => Promise<void>;
};

/** Boards `main` and `sales`, named so, live, open and calm; the rotation `hall` shows both. */
export async function startFakeSite(): Promise<FakeSite> {
  const feed = createFakeFeed();
  feed.change((board) => ({ ...board, boardName: board.boardId === "sales" ? "Sales floor" : "Everything" }));
  let skippedMs = 0;
  const clock = { nowMs: () => systemClock.nowMs() + skippedMs };
  const demo = demoParts(createMemoryVault());
  const app = createApp({ ...demo, feed, clock, staticDir: path.join(ROOT, "out"), origins: [], build: "test" });
  const { port } = await app.listen(0, "127.0.0.1");
  return {
    url: `http://127.0.0.1:${port}`,
    feed,
    changeBoard: (boardId, change) => feed.change((board) => (board.boardId === boardId ? change(board) : board)),
    skip: (ms) => {
      skippedMs += ms;
    },
    stop: async () => {
      await app.close();
      demo.access.close();
    },
  };
}

/** Somebody has waited in `support` for so long; null: nobody waits. */
export function withWait(board: BoardSnapshot, waitedMs: number | null): BoardSnapshot {
  const oldestOfferedAtMs = waitedMs === null ? null : systemClock.nowMs() - waitedMs;
  const waits = { waiting: waitedMs === null ? 0 : 1, oldestOfferedAtMs };
  const support = queueId("support");
  return {
    ...board,
    total: { ...board.total, ...waits },
    queues: board.queues.map((row) => (row.queueId === support ? { ...row, ...waits } : row)),
  };
}
