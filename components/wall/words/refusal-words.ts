import type { Words } from "../../../lib/words/words";

/** What the server says of a board that it does not have. */
const NO_SUCH_BOARD = "there is no such board";

/**
 * Why a board is not shown, as a sentence that names it.
 * @param problem the server's words
 */
export const refusalWords = (boardId: string, problem: string, { wall }: Words): string =>
  problem === NO_SUCH_BOARD ? wall.noSuchBoard(boardId) : wall.boardNotShown(boardId, problem);
