import { NO_SUCH_BOARD } from "../../../lib/wire/protocol";
import type { WallLexicon } from "../../../lib/words/load/wall";

/**
 * Why a board is not shown, as a sentence that names it.
 * @param problem the server's words
 */
export const refusalWords = (boardId: string, problem: string, { wall }: WallLexicon): string =>
  problem === NO_SUCH_BOARD ? wall.noSuchBoard(boardId) : wall.boardNotShown(boardId, problem);
