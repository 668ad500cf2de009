import { useEffect } from "react";
import type { BoardId } from "../../lib/vocabulary";
import type { Pace } from "../../lib/wire/protocol";
import { followBoard } from "./board-socket";
import type { BoardState } from "./board-state";
import { useBoardStore } from "./board-store";

/**
 * A board, followed for as long as somebody looks at it.
 * @param boardId null: not known yet
 */
export function useBoard(boardId: BoardId | null, _pace: Pace): BoardState {
  const board = useBoardStore((store) => store.board);
  useEffect(() => (boardId === null ? undefined : followBoard(boardId)), [boardId]);
  return board;
}
