/** What the server says of a board that it does not have. */
const NO_SUCH_BOARD = "there is no such board";

/**
 * Why a board is not shown, as a sentence that names it.
 * @param problem the server's words
 */
export const refusalWords = (boardId: string, problem: string): string =>
  problem === NO_SUCH_BOARD ? `There is no board “${boardId}”.` : `The board “${boardId}” is not shown: ${problem}.`;
