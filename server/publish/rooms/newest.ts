import type { BoardSnapshot } from "../../../lib/metrics/snapshot-types";
import type { BoardId } from "../../../lib/vocabulary";
import { sameRevision } from "../../../lib/wire/delta";
import type { BoardFeed } from "../board-feed";
import { encodeEvent, type Frame } from "./frame";

/** The newest snapshots, asked of the feed once a change, and their bytes, encoded once for all who need them. */
export type Newest = {
  readonly of: (boardId: BoardId) => BoardSnapshot | null;
  readonly frame: (snapshot: BoardSnapshot) => Frame;
};

export function createNewest(feed: BoardFeed): Newest {
  let boards = new Map<BoardId, BoardSnapshot | null>();
  let revision = feed.revision();
  const frames = new WeakMap<BoardSnapshot, Frame>();
  return {
    of: (boardId) => {
      const now = feed.revision();
      if (!sameRevision(now, revision)) {
        boards = new Map();
        revision = now;
      }
      let snapshot = boards.get(boardId);
      if (snapshot === undefined) {
        snapshot = feed.snapshot(boardId);
        // Names of boards that do not exist come from outside and are not kept.
        if (snapshot !== null) boards.set(boardId, snapshot);
      }
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
