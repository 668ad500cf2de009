import type { BoardSnapshot } from "../../lib/metrics/snapshot-types";
import { assertNever, type BoardId } from "../../lib/vocabulary";
import { applyDelta } from "../../lib/wire/delta";
import { type Beat, type BoardMessage, PROTOCOL_VERSION } from "../../lib/wire/protocol";
import type { Mark } from "../shared/time/use-now";
import { betterAheadMs } from "./server-time";

export type Connection = "connecting" | "connected" | "lost";

/** All that a screen knows of the board it shows. */
export type BoardState = {
  readonly boardId: BoardId | null;
  readonly connection: Connection;
  readonly snapshot: BoardSnapshot | null;
  /** Why the server shows no such board; null: it does, or has not answered yet. */
  readonly problem: string | null;
  readonly lastBeat: Beat | null;
  /** When the last beat or whole board was heard, by this device. */
  readonly heardAt: Mark | null;
  /** Server's clock minus this device's. */
  readonly aheadMs: number | null;
  /** The build that served this page, as far as the first beat tells. */
  readonly firstBuild: string | null;
  /** The server speaks of another build or protocol than this page. */
  readonly outdated: boolean;
};

export const initialState: BoardState = {
  boardId: null,
  connection: "connecting",
  snapshot: null,
  problem: null,
  lastBeat: null,
  heardAt: null,
  aheadMs: null,
  firstBuild: null,
  outdated: false,
};

/** `gap`: a message is missing, the board must be asked for anew. `ignored`: of a board no longer shown. */
export type Received = { readonly outcome: "applied" | "gap" | "ignored"; readonly state: BoardState };

export function receiveMessage(state: BoardState, message: BoardMessage, heardAt: Mark): Received {
  if (message.boardId !== state.boardId) return { outcome: "ignored", state };
  switch (message.type) {
    case "snapshot":
      return { outcome: "applied", state: receiveSnapshot(state, message, heardAt) };
    case "delta": {
      if (state.snapshot === null) return { outcome: "gap", state };
      const result = applyDelta(state.snapshot, message);
      if (result.type === "gap") return { outcome: "gap", state };
      return { outcome: "applied", state: { ...state, snapshot: result.snapshot } };
    }
    default:
      return assertNever(message);
  }
}

/** A whole board proves life like a beat does, and tells the time until the first beat tells it better. */
function receiveSnapshot(state: BoardState, snapshot: BoardSnapshot, heardAt: Mark): BoardState {
  const aheadMs = state.aheadMs ?? snapshot.asOfMs - heardAt.wallMs;
  return { ...state, snapshot, problem: null, heardAt, aheadMs };
}

export function receiveBeat(state: BoardState, beat: Beat, heardAt: Mark): BoardState {
  const firstBuild = state.firstBuild ?? beat.build;
  return {
    ...state,
    lastBeat: beat,
    heardAt,
    aheadMs: betterAheadMs(state.aheadMs, beat.serverTimeMs, heardAt.wallMs),
    firstBuild,
    outdated: beat.protocol !== PROTOCOL_VERSION || beat.build !== firstBuild,
  };
}

/** Another board: nothing of the last one may stand on the screen, the clock's offset may. */
export function showBoard(state: BoardState, boardId: BoardId): BoardState {
  if (state.boardId === boardId) return state;
  return { ...initialState, boardId, aheadMs: state.aheadMs, firstBuild: state.firstBuild };
}

export const refuseBoard = (state: BoardState, problem: string): BoardState => ({ ...state, snapshot: null, problem });
