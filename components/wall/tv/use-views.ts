import { useMemo } from "react";
import type { BoardId } from "../../../lib/vocabulary";
import { boardsNow } from "../../board/board-store";
import { useFollow } from "../../board/use-board";
import type { Mark } from "../../shared/time/use-now";
import { type BoardView, viewOf } from "./board-view";

/**
 * All boards of this screen, judged once a second: a dozen boards that change four times a second each are not drawn
 * or judged any oftener for that.
 */
export function useViews(boardIds: readonly BoardId[], now: Mark | null): readonly BoardView[] {
  useFollow(boardIds, "tv");
  return useMemo(() => {
    const boards = boardsNow(boardIds);
    return boardIds.flatMap((boardId, i) => {
      const board = boards[i];
      return board === undefined ? [] : viewOf(boardId, board, now);
    });
  }, [boardIds, now]);
}
