import { io, type Socket } from "socket.io-client";
import type { Revision } from "../../lib/events";
import type { BoardId } from "../../lib/vocabulary";
import {
  ASKED_TOO_OFTEN,
  type ClientToServer,
  NO_SUCH_BOARD,
  type Pace,
  type ServerToClient,
  SOCKET_PATH,
  STALE_AFTER_MS,
} from "../../lib/wire/protocol";
import { alignTicks, markNow } from "../shared/time/use-now";
import { stateOf, useBoardStore } from "./board-store";
import { tellDisplayWord } from "./display-words";
import type { Following } from "./followers";
import { reconnectDelayMs } from "./reconnect-delay";
import { tellRefused } from "./refusals";

/** An answer that does not come by then is a connection that does not work. */
const ANSWER_WITHIN_MS = 5_000;
/** Who asked too often asks again after a second, as the server says, and a little more. */
const ASK_AGAIN_AFTER_MS = 1_100;
const ASK_AGAIN_SPREAD_MS = 400;

/**
 * Keeps the store in step with the server's board for as long as it is not stopped: through lost connections,
 * sleeping televisions and servers that restart.
 * @param url of the server; left out: the one this page is from
 */
export function followBoard(boardId: BoardId, firstPace: Pace, url?: string): Following {
  const { actions } = useBoardStore.getState();
  const board = () => stateOf(useBoardStore.getState(), boardId);
  const options = {
    path: SOCKET_PATH,
    transports: ["websocket"],
    reconnection: false,
    timeout: ANSWER_WITHIN_MS,
    forceNew: true,
    autoConnect: false,
  };
  const socket: Socket<ServerToClient, ClientToServer> = url === undefined ? io(options) : io(url, options);
  let pace = firstPace;
  let failures = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let askAgain: ReturnType<typeof setTimeout> | undefined;
  /** Deltas that are on their way while a whole board is asked for say nothing new. */
  let asking = false;
  let stopped = false;
  /** It was connected once: who comes back may be somebody else. */
  let wasConnected = false;

  const connect = (): void => {
    if (!stopped) socket.connect();
  };
  const quieten = (): void => {
    clearTimeout(retry);
    clearTimeout(silence);
    clearTimeout(askAgain);
  };
  const connectLater = (): void => {
    quieten();
    if (stopped) return;
    actions.connection(boardId, "lost");
    retry = setTimeout(connect, reconnectDelayMs(failures, Math.random()));
    failures += 1;
  };
  /** A connection that says nothing is none, whatever the network believes. */
  const expectBeat = (): void => {
    clearTimeout(silence);
    silence = setTimeout(() => socket.disconnect(), STALE_AFTER_MS);
  };
  const watch = (haveRevision: Revision | null): void => {
    asking = true;
    clearTimeout(askAgain);
    socket.emit("board:watch", boardId, haveRevision, pace, (answer) => {
      if (!answer.ok && answer.problem === ASKED_TOO_OFTEN) {
        askAgain = setTimeout(() => watch(haveRevision), ASK_AGAIN_AFTER_MS + Math.random() * ASK_AGAIN_SPREAD_MS);
        return;
      }
      asking = false;
      if (answer.ok) return;
      actions.refused(boardId, answer.problem);
      if (answer.problem === NO_SUCH_BOARD) tellRefused();
    });
  };

  socket.on("connect", () => {
    actions.connection(boardId, "connected");
    expectBeat();
    watch(board().snapshot?.revision ?? null);
    if (wasConnected) tellRefused();
    wasConnected = true;
  });
  socket.on("board:message", (message) => {
    if (actions.message(boardId, message, markNow()) === "gap" && !asking) watch(null);
  });
  socket.on("board:beat", (beat) => {
    failures = 0;
    expectBeat();
    actions.beat(boardId, beat, markNow());
    alignTicks(board().aheadMs ?? 0);
  });
  socket.on("display:identify", ({ name, forMs }) => tellDisplayWord({ kind: "identify", name, forMs }));
  socket.on("display:reload", () => tellDisplayWord({ kind: "reload" }));
  socket.on("disconnect", connectLater);
  socket.on("connect_error", () => {
    connectLater();
    if (!stopped) tellRefused();
  });

  actions.show(boardId);
  connect();
  return {
    setPace: (next) => {
      if (next === pace) return;
      pace = next;
      if (socket.connected) watch(board().snapshot?.revision ?? null);
    },
    stop: () => {
      stopped = true;
      quieten();
      socket.disconnect();
      actions.forget(boardId);
    },
  };
}
