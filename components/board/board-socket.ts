import { io, type Socket } from "socket.io-client";
import type { Revision } from "../../lib/events";
import type { BoardId } from "../../lib/vocabulary";
import { type ClientToServer, type ServerToClient, SOCKET_PATH, STALE_AFTER_MS } from "../../lib/wire/protocol";
import { alignTicks, markNow } from "../shared/use-now";
import { useBoardStore } from "./board-store";
import { reconnectDelayMs } from "./reconnect-delay";

/** An answer that does not come by then is a connection that does not work. */
const ANSWER_WITHIN_MS = 5_000;

/**
 * Keeps the store in step with the server's board for as long as it is not stopped: through lost connections,
 * sleeping televisions and servers that restart.
 * @returns stop
 */
export function followBoard(boardId: BoardId): () => void {
  const { actions } = useBoardStore.getState();
  const socket: Socket<ServerToClient, ClientToServer> = io({
    path: SOCKET_PATH,
    transports: ["websocket"],
    reconnection: false,
    timeout: ANSWER_WITHIN_MS,
    forceNew: true,
    autoConnect: false,
  });
  let failures = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  /** Deltas that are on their way while a whole board is asked for say nothing new. */
  let asking = false;
  let stopped = false;

  const connect = (): void => {
    if (!stopped) socket.connect();
  };
  const connectLater = (): void => {
    clearTimeout(retry);
    clearTimeout(silence);
    if (stopped) return;
    actions.connection("lost");
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
    socket.emit("board:watch", boardId, haveRevision, "tv", (answer) => {
      asking = false;
      if (!answer.ok) actions.refused(answer.problem);
    });
  };

  socket.on("connect", () => {
    actions.connection("connected");
    expectBeat();
    watch(useBoardStore.getState().board.snapshot?.revision ?? null);
  });
  socket.on("board:message", (message) => {
    if (actions.message(message, markNow()) === "gap" && !asking) watch(null);
  });
  socket.on("board:beat", (beat) => {
    failures = 0;
    expectBeat();
    actions.beat(beat, markNow());
    alignTicks(useBoardStore.getState().board.aheadMs ?? 0);
  });
  socket.on("disconnect", connectLater);
  socket.on("connect_error", connectLater);

  actions.show(boardId);
  connect();
  return () => {
    stopped = true;
    clearTimeout(retry);
    clearTimeout(silence);
    socket.disconnect();
  };
}
