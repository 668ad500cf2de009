import { create } from "zustand";
import type { BoardId } from "../../lib/vocabulary";
import type { Beat, BoardMessage } from "../../lib/wire/protocol";
import type { Mark } from "../shared/use-now";
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

/** One action per message: each is one change of state, and one drawing. */
type BoardActions = {
  readonly show: (boardId: BoardId) => void;
  readonly message: (message: BoardMessage, heardAt: Mark) => Received["outcome"];
  readonly beat: (beat: Beat, heardAt: Mark) => void;
  readonly connection: (connection: Connection) => void;
  readonly refused: (problem: string) => void;
};

export type BoardStore = { readonly board: BoardState; readonly actions: BoardActions };

export const useBoardStore = create<BoardStore>()((set, get) => {
  const update = (board: BoardState): void => set({ board });
  return {
    board: initialState,
    actions: {
      show: (boardId) => update(showBoard(get().board, boardId)),
      message: (message, heardAt) => {
        const { outcome, state } = receiveMessage(get().board, message, heardAt);
        if (outcome === "applied") update(state);
        return outcome;
      },
      beat: (beat, heardAt) => update(receiveBeat(get().board, beat, heardAt)),
      connection: (connection) => update({ ...get().board, connection }),
      refused: (problem) => update(refuseBoard(get().board, problem)),
    },
  };
});
