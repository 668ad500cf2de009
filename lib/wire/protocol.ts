import type { Revision } from "../events";
import type { BoardSnapshot } from "../metrics/snapshot-types";
import type { BoardId } from "../vocabulary";
import type { BoardDelta } from "./delta";

/** Rises when an older screen could not read a newer server; the screen then reloads itself. */
export const PROTOCOL_VERSION = 1;

export const SOCKET_PATH = "/socket.io";
export const BEAT_EVERY_MS = 2_000;
/** A screen that has heard no beat for this long shows itself stale (UN3). */
export const STALE_AFTER_MS = 10_000;

export type BoardMessage = BoardSnapshot | BoardDelta;

export type Beat = {
  readonly revision: Revision;
  readonly serverTimeMs: number;
  readonly protocol: number;
  /** Changes with every build: a screen that was built by another one reloads at a quiet moment. */
  readonly build: string;
};

/** How often a screen wants to be told: a laptop at most 20 times a second, a TV 4 times. */
export type Pace = "laptop" | "tv";

/** The problem of a screen that asks more often than the server answers: it asks again a second later. */
export const ASKED_TOO_OFTEN = "asked too often; try again in a second";

/** The problem of a screen that asks for a board that the server does not have. */
export const NO_SUCH_BOARD = "there is no such board";

/** The answer to `board:watch`. `current`: what the client has is the newest; otherwise a snapshot follows. */
export type WatchAnswer =
  { readonly ok: true; readonly current: boolean } | { readonly ok: false; readonly problem: string };

export type ServerToClient = {
  "board:message": (message: BoardMessage) => void;
  "board:beat": (beat: Beat) => void;
  /** To a display alone: show for so long what you are called. */
  "display:identify": (what: { readonly name: string; readonly forMs: number }) => void;
  /** To a display alone: load the page anew. */
  "display:reload": () => void;
};
/** The answer comes back through the last argument; the pace is `laptop` where it is left out. */
export type WatchArguments =
  | [boardId: BoardId, haveRevision: Revision | null, ack: (answer: WatchAnswer) => void]
  | [boardId: BoardId, haveRevision: Revision | null, pace: Pace, ack: (answer: WatchAnswer) => void];

export type ClientToServer = {
  "board:watch": (...args: WatchArguments) => void;
};
