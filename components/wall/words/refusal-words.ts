import { NO_SUCH_BOARD } from "../../../lib/wire/protocol";
import type { Words } from "../../../lib/words/words";

/**
 * Why a board is not shown, as a sentence that names it.
 * @param problem the server's words
 */
export const refusalWords = (boardId: string, problem: string, { wall }: Words): string =>
  problem === NO_SUCH_BOARD ? wall.noSuchBoard(boardId) : wall.boardNotShown(boardId, problem);
