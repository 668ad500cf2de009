import type { BoardId } from "../../lib/vocabulary";
import type { Pace } from "../../lib/wire/protocol";

/** A board that is being followed. */
export type Following = {
  readonly setPace: (pace: Pace) => void;
  readonly stop: () => void;
};
export type Followers = {
  /** @returns unfollow */
  readonly follow: (boardId: BoardId, pace: Pace) => () => void;
};

type Followed = { readonly following: Following; readonly wants: Pace[]; ends: ReturnType<typeof setTimeout> | null };

/**
 * However many look at a board, it is followed once, as quickly as the quickest of them wants it.
 * @param graceMs who looks away and comes back within this finds the board as live as it was
 */
export function createFollowers(start: (boardId: BoardId, pace: Pace) => Following, graceMs: number): Followers {
  const followed = new Map<BoardId, Followed>();
  const begin = (boardId: BoardId, pace: Pace): Followed => {
    const entry: Followed = { following: start(boardId, pace), wants: [], ends: null };
    followed.set(boardId, entry);
    return entry;
  };
  const end = (boardId: BoardId, entry: Followed): void => {
    followed.delete(boardId);
    entry.following.stop();
  };
  return {
    follow: (boardId, pace) => {
      const entry = followed.get(boardId) ?? begin(boardId, pace);
      if (entry.ends !== null) clearTimeout(entry.ends);
      entry.ends = null;
      entry.wants.push(pace);
      entry.following.setPace(quickest(entry.wants));
      let left = false;
      return () => {
        if (left) return;
        left = true;
        entry.wants.splice(entry.wants.indexOf(pace), 1);
        if (entry.wants.length > 0) entry.following.setPace(quickest(entry.wants));
        else entry.ends = setTimeout(() => end(boardId, entry), graceMs);
      };
    },
  };
}

const quickest = (wants: readonly Pace[]): Pace => (wants.includes("laptop") ? "laptop" : "tv");
