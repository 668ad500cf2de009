import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { io, type Socket } from "socket.io-client";
import { boardOfAll } from "../../../lib/config";
import type { Revision } from "../../../lib/events";
import type { BoardSnapshot } from "../../../lib/metrics/snapshot-types";
import { MAIN_BOARD, type BoardId } from "../../../lib/vocabulary";
import { applyDelta } from "../../../lib/wire/delta";
import type { Beat, BoardMessage, ClientToServer, Pace, ServerToClient, WatchAnswer } from "../../../lib/wire/protocol";
import { systemClock } from "../../clock";
import { DEMO } from "../../access/principal";
import type { WhoAsks } from "../../http/asking/who-asks";
import type { SocketAccess } from "../access/socket-access";
import { createBroadcaster, type BroadcasterParts } from "../broadcaster";
import { createHostRule } from "../gate/host";
import { createFakeFeed } from "./fake-feed";

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until it holds, and fails by the test's own time limit otherwise. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(5);
}

/** Whoever asks uses the simulator on this machine, and stays who he is. */
const everybodyIsDemo: WhoAsks = ({ headers, socket }) => ({
  principal: DEMO,
  address: socket.remoteAddress ?? "",
  secure: false,
  host: headers.host,
  byToken: false,
});
const nothingChanges: SocketAccess = {
  current: (principal) => principal,
  onChange: () => () => undefined,
  displays: { seen: () => undefined, tellConnected: () => undefined },
};

export type Started = Awaited<ReturnType<typeof startBroadcaster>>;

/** A broadcaster over a real HTTP server on a free port, fed by hand. */
export async function startBroadcaster(parts: Partial<BroadcasterParts> = {}) {
  const { origins = [], httpServer = createServer() } = parts;
  const feed = createFakeFeed();
  const said: string[] = [];
  const broadcaster = createBroadcaster({
    hostAllowed: createHostRule({ host: "127.0.0.1", hostnames: [], origins }),
    httpServer,
    feed,
    clock: systemClock,
    origins: [],
    whoAsks: everybodyIsDemo,
    access: nothingChanges,
    build: "test",
    say: (line) => said.push(line),
    ...parts,
  });
  httpServer.listen(0, "127.0.0.1");
  await once(httpServer, "listening");
  const { port } = httpServer.address() as AddressInfo;
  const screens: TestScreen[] = [];
  const main = boardOfAll(MAIN_BOARD, "Board main");
  return {
    port,
    feed,
    said,
    broadcaster,
    /** The board `main` as it stands. */
    main: () => feed.snapshot(main),
    /** @param headers what its upgrade shows besides */
    screen: async (headers: Readonly<Record<string, string>> = {}): Promise<TestScreen> => {
      const screen = await connectScreen(port, headers);
      screens.push(screen);
      return screen;
    },
    stop: async (): Promise<void> => {
      for (const screen of screens) screen.socket.close();
      broadcaster.destroyAll();
      await broadcaster.close();
    },
  };
}

export type TestScreen = Awaited<ReturnType<typeof connectScreen>>;

/** A screen as a browser would be one: it applies deltas and asks again after a gap. */
export async function connectScreen(port: number, extraHeaders: Readonly<Record<string, string>> = {}) {
  const socket: Socket<ServerToClient, ClientToServer> = io(`http://127.0.0.1:${port}`, {
    transports: ["websocket"],
    reconnection: false,
    forceNew: true,
    extraHeaders: { origin: `http://127.0.0.1:${port}`, ...extraHeaders },
  });
  const messages: BoardMessage[] = [];
  const beats: Beat[] = [];
  let shown: BoardSnapshot | null = null;
  let gaps = 0;
  socket.on("board:message", (message) => {
    messages.push(message);
    if (message.type === "snapshot") shown = message;
    else if (shown !== null) {
      const result = applyDelta(shown, message);
      if (result.type === "applied") shown = result.snapshot;
      else gaps += 1;
    }
  });
  socket.on("board:beat", (beat) => beats.push(beat));
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", () => resolve());
    socket.once("connect_error", reject);
  });
  return {
    socket,
    messages,
    beats,
    shown: () => shown,
    gaps: () => gaps,
    watch: (boardId: BoardId = MAIN_BOARD, have: Revision | null = null, pace: Pace = "laptop"): Promise<WatchAnswer> =>
      new Promise((resolve) => socket.emit("board:watch", boardId, have, pace, resolve)),
  };
}
