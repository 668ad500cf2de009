import { create } from "zustand";
import type { BoardId } from "../../lib/vocabulary";
import type { Beat, BoardMessage } from "../../lib/wire/protocol";
import type { Mark } from "../shared/time/use-now";
import {
  type BoardState,
  type Connection,
  initialState,
  type Received,
  receiveBeat,
  receiveMessage,
  refuseBoard,
  showBoard,
} from "./board-state";

/** One action per message: each is one change of one board's state, and one drawing of those who look at it. */
type BoardActions = {
  readonly show: (boardId: BoardId) => void;
  readonly message: (boardId: BoardId, message: BoardMessage, heardAt: Mark) => Received["outcome"];
  readonly beat: (boardId: BoardId, beat: Beat, heardAt: Mark) => void;
  readonly connection: (boardId: BoardId, connection: Connection) => void;
  readonly refused: (boardId: BoardId, problem: string) => void;
  /** Nobody looks at it any more. */
  readonly forget: (boardId: BoardId) => void;
};

/** The boards that are followed. A map, because a board may be called anything. */
export type BoardStore = { readonly boards: ReadonlyMap<BoardId, BoardState>; readonly actions: BoardActions };

export const useBoardStore = create<BoardStore>()((set, get) => {
  const update = (boardId: BoardId, change: (board: BoardState) => BoardState): void => {
    const board = get().boards.get(boardId);
    if (board !== undefined) set({ boards: new Map(get().boards).set(boardId, change(board)) });
  };
  return {
    boards: new Map(),
    actions: {
      show: (boardId) => {
        const { boards } = get();
        if (boards.has(boardId)) return;
        // All boards are the same server's: its clock and its build are known already.
        const [other = initialState] = boards.values();
        set({ boards: new Map(boards).set(boardId, showBoard(other, boardId)) });
      },
      message: (boardId, message, heardAt) => {
        const { outcome, state } = receiveMessage(stateOf(get(), boardId), message, heardAt);
        if (outcome === "applied") update(boardId, () => state);
        return outcome;
      },
      beat: (boardId, beat, heardAt) => update(boardId, (board) => receiveBeat(board, beat, heardAt)),
      connection: (boardId, connection) => update(boardId, (board) => ({ ...board, connection })),
      refused: (boardId, problem) => update(boardId, (board) => refuseBoard(board, problem)),
      forget: (boardId) => {
        const boards = new Map(get().boards);
        if (boards.delete(boardId)) set({ boards });
      },
    },
  };
});

/** A board as far as it is known; one that nobody follows is not. */
export const stateOf = ({ boards }: BoardStore, boardId: BoardId | null): BoardState =>
  (boardId === null ? undefined : boards.get(boardId)) ?? initialState;

/** Boards as they stand at this instant, for those who look when it suits them. */
export function boardsNow(boardIds: readonly BoardId[]): readonly BoardState[] {
  const store = useBoardStore.getState();
  return boardIds.map((boardId) => stateOf(store, boardId));
}
