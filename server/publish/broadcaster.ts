import type { Server as HttpServer } from "node:http";
import { Server } from "socket.io";
import {
  BEAT_EVERY_MS,
  PROTOCOL_VERSION,
  SOCKET_PATH,
  type ClientToServer,
  type ServerToClient,
} from "../../lib/wire/protocol";
import type { Clock } from "../clock";
import type { BoardFeed } from "./board-feed";
import { noCounts, type PublishCounters } from "./counters";
import { encodeEvent, type Connection } from "./rooms/frame";
import { ConnectionLimits, DEFAULT_LIMITS, type Limits } from "./gate/connection-limits";
import { createGate, refuseOtherProtocols } from "./gate/gate";
import type { HostRule } from "./gate/host";
import { TokenBucket } from "./gate/token-bucket";
import { UNDRAINED_LIMIT_MS } from "./rooms/room";
import { Rooms } from "./rooms/rooms";
import { Screen } from "./screen";
import { Watcher } from "./rooms/watcher";

/** Packets of any kind; a screen sends a pong every 25 s and little else. */
const PACKETS = { burst: 40, perSecond: 10 };
const LARGEST_MESSAGE_BYTES = 64 * 1024;
const CONNECT_WITHIN_MS = 10_000;

export type BroadcasterParts = {
  readonly httpServer: HttpServer;
  readonly feed: BoardFeed;
  readonly clock: Clock;
  /** Which hosts an upgrade may name. */
  readonly hostAllowed: HostRule;
  /** Besides the server's own, pages of exactly these origins may connect. */
  readonly origins: readonly string[];
  readonly build: string;
  readonly say: (line: string) => void;
  /** Somebody else answers upgrades of other paths (the development server); otherwise they are closed. */
  readonly leaveOtherUpgrades?: boolean;
  readonly limits?: Limits;
  readonly undrainedLimitMs?: number;
};

export type ScreenCounts = { readonly connected: number; readonly watching: number; readonly slow: number };

export type Broadcaster = {
  readonly counters: () => Readonly<PublishCounters>;
  readonly screens: () => ScreenCounts;
  /** Ends every connection politely, and with them the HTTP server, as Socket.IO does. */
  readonly close: () => Promise<void>;
  /** Ends what is still connected, without waiting. */
  readonly destroyAll: () => void;
};

/** Sends boards to screens: a snapshot on watch, then what changed, and a beat. */
export function createBroadcaster(parts: BroadcasterParts): Broadcaster {
  const { feed, clock, build, say } = parts;
  const counters = noCounts();
  const limits = new ConnectionLimits(parts.limits ?? DEFAULT_LIMITS);
  const rooms = new Rooms(feed, counters, parts.undrainedLimitMs ?? UNDRAINED_LIMIT_MS);

  // No connectionStateRecovery: it would bring back a session without asking the gate; a snapshot makes it needless.
  const io = new Server<ClientToServer, ServerToClient>({
    path: SOCKET_PATH,
    transports: ["websocket"],
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: LARGEST_MESSAGE_BYTES,
    connectTimeout: CONNECT_WITHIN_MS,
    destroyUpgrade: parts.leaveOtherUpgrades !== true,
    allowRequest: createGate({
      hostAllowed: parts.hostAllowed,
      origins: new Set(parts.origins),
      limits,
      counters,
      say,
    }),
  });
  io.attach(parts.httpServer);
  refuseOtherProtocols(io.engine);

  io.engine.on("connection", (connection: Connection) => {
    const netSocket = connection.request.socket;
    // ws would wait half a minute for the other side's goodbye.
    connection.once("close", () => netSocket.destroySoon());
    const packets = new TokenBucket(PACKETS, clock.nowMs());
    connection.on("packet", () => {
      if (packets.take(clock.nowMs()) || netSocket.destroyed) return;
      counters.cut += 1;
      netSocket.destroy();
    });
  });
  io.on("connection", (socket) => {
    const watcher = new Watcher(socket.conn, socket.conn.request.socket);
    const screen = new Screen(watcher, rooms, clock, counters);
    // Before any listener, and never passed on: an event that a stranger named is not emitted on our own objects.
    socket.use(([event, ...args]) => screen.receive(event, args));
    socket.on("disconnect", () => screen.leave());
  });

  const stopListening = feed.onChange(() => {
    for (const room of rooms.all()) room.boardChanged();
  });
  const beating = setInterval(() => {
    const serverTimeMs = clock.nowMs();
    for (const room of rooms.all()) {
      const beat = { revision: room.revision, serverTimeMs, protocol: PROTOCOL_VERSION, build };
      counters.beatsSent += room.broadcast(encodeEvent("board:beat", beat));
    }
  }, BEAT_EVERY_MS);

  return {
    counters: () => counters,
    screens: () => {
      const all = [...rooms.all()];
      const watching = all.reduce((sum, room) => sum + room.size, 0);
      return { connected: limits.open, watching, slow: all.reduce((sum, room) => sum + room.slowSize, 0) };
    },
    close: async () => {
      clearInterval(beating);
      stopListening();
      rooms.close();
      await io.close();
    },
    destroyAll: () => limits.destroyAll(),
  };
}
