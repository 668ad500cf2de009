import { useEffect } from "react";
import type { BoardId } from "../../lib/vocabulary";
import type { Pace } from "../../lib/wire/protocol";
import { followBoard } from "./board-socket";
import type { BoardState } from "./board-state";
import { stateOf, useBoardStore } from "./board-store";
import { createFollowers } from "./followers";

/** So long a board stays live that nobody looks at: a screen that turns back to it does not connect anew. */
const GRACE_MS = 10_000;

const followers = createFollowers((boardId, pace) => followBoard(boardId, pace), GRACE_MS);

/**
 * A board, followed for as long as somebody looks at it. However many do, there is one connection; a change of another
 * board draws nothing here.
 * @param boardId null: not known yet
 */
export function useBoard(boardId: BoardId | null, pace: Pace): BoardState {
  const board = useBoardStore((store) => stateOf(store, boardId));
  useEffect(() => (boardId === null ? undefined : followers.follow(boardId, pace)), [boardId, pace]);
  return board;
}

/** Follows boards that are read from the store when it suits, and draws nothing. */
export function useFollow(boardIds: readonly BoardId[], pace: Pace): void {
  const listed = JSON.stringify(boardIds);
  useEffect(() => {
    const unfollow = (JSON.parse(listed) as BoardId[]).map((boardId) => followers.follow(boardId, pace));
    return () => {
      for (const leave of unfollow) leave();
    };
  }, [listed, pace]);
}
