import type { BoardConfig } from "../../../lib/config";
import type { BoardSnapshot } from "../../../lib/metrics/snapshot-types";
import { sameRevision } from "../../../lib/wire/delta";
import { boardAsSeen } from "../../access/sight";
import type { BoardFeed } from "../board-feed";
import { encodeEvent, type Frame } from "./frame";

/** The newest snapshots, asked of the feed once a change, and their bytes, encoded once for all who need them. */
export type Newest = {
  readonly of: (board: BoardConfig) => BoardSnapshot;
  readonly frame: (snapshot: BoardSnapshot) => Frame;
};

export function createNewest(feed: BoardFeed): Newest {
  let boards = new Map<string, BoardSnapshot>();
  let revision = feed.revision();
  const frames = new WeakMap<BoardSnapshot, Frame>();
  return {
    of: (board) => {
      const now = feed.revision();
      if (!sameRevision(now, revision)) {
        boards = new Map();
        revision = now;
      }
      const key = boardAsSeen(board);
      const snapshot = boards.get(key) ?? feed.snapshot(board);
      boards.set(key, snapshot);
      return snapshot;
    },
    frame: (snapshot) => {
      let frame = frames.get(snapshot);
      if (frame === undefined) {
        frame = encodeEvent("board:message", snapshot);
        frames.set(snapshot, frame);
      }
      return frame;
    },
  };
}
