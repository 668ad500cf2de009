import type { Server as HttpServer } from "node:http";
import { Server } from "socket.io";
import type { Right } from "../../lib/access/roles";
import {
  BEAT_EVERY_MS,
  PROTOCOL_VERSION,
  SOCKET_PATH,
  type ClientToServer,
  type ServerToClient,
} from "../../lib/wire/protocol";
import { EVENT_RIGHTS } from "../access/rights";
import { scrubbedError } from "../callers/scrub-numbers";
import type { Clock } from "../clock";
import type { WhoAsks } from "../http/asking/who-asks";
import { DisplaySockets, type DisplayWord } from "./access/display-sockets";
import { eventRights } from "./access/event-rights";
import { startRevocation } from "./access/revocation";
import type { SocketAccess } from "./access/socket-access";
import type { BoardFeed } from "./board-feed";
import { noCounts, type PublishCounters } from "./counters";
import { encodeEvent, type Connection } from "./rooms/frame";
import { DEFAULT_LIMITS, type Limits } from "./gate/connection-limits";
import { createGate, refuseOtherProtocols } from "./gate/gate";
import type { HostRule } from "./gate/host";
import { OpenConnections } from "./gate/open-connections";
import { TokenBucket } from "../token-bucket";
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
  /** Who opens a socket, by what his upgrade shows. */
  readonly whoAsks: WhoAsks;
  readonly access: SocketAccess;
  readonly build: string;
  readonly say: (line: string) => void;
  /** Somebody else answers upgrades of other paths (the development server); otherwise they are closed. */
  readonly leaveOtherUpgrades?: boolean;
  readonly limits?: Limits;
  readonly undrainedLimitMs?: number;
  /** Left out: the server's own table. */
  readonly rights?: Readonly<Record<string, Right>>;
};

export type ScreenCounts = { readonly connected: number; readonly watching: number; readonly slow: number };

export type Broadcaster = {
  readonly counters: () => Readonly<PublishCounters>;
  readonly screens: () => ScreenCounts;
  /** Tells a television something over each of its connections. @returns how many those are */
  readonly toDisplay: (displayId: string, word: DisplayWord) => number;
  /** Ends every connection politely, and with them the HTTP server, as Socket.IO does. */
  readonly close: () => Promise<void>;
  /** Ends what is still connected, without waiting. */
  readonly destroyAll: () => void;
};

/**
 * Sends boards to screens: a snapshot on watch, then what changed, and a beat.
 * @throws where what screens may send and the table of rights do not agree
 */
export function createBroadcaster(parts: BroadcasterParts): Broadcaster {
  const { feed, clock, build, say, access } = parts;
  const rights = eventRights(parts.rights ?? EVENT_RIGHTS, Screen.EVENTS);
  const counters = noCounts();
  const connections = new OpenConnections(parts.limits ?? DEFAULT_LIMITS);
  const displays = new DisplaySockets(access, say);
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
      whoAsks: parts.whoAsks,
      feed,
      connections,
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
  const screenParts = { rooms, feed, access, rights, clock, counters };
  io.on("connection", (socket) => {
    const netSocket = socket.conn.request.socket;
    const watcher = new Watcher(socket.conn, netSocket);
    const who = connections.whoIs(netSocket);
    if (who === null) return watcher.cut(); // cut while it was on its way
    const screen = new Screen(watcher, who.principal, screenParts);
    const displayGone = displays.opened(who, watcher);
    // Before any listener, and never passed on: an event that a stranger named is not emitted on our own objects.
    socket.use(([event, ...args]) => {
      try {
        screen.receive(event, args);
      } catch (error) {
        say(`an event failed: ${scrubbedError(error, "stack")}`);
        watcher.cut();
      }
    });
    socket.on("disconnect", () => {
      screen.leave();
      displayGone();
    });
  });

  const revocation = startRevocation({ connections, access, counters, say });
  const stopListening = feed.onChange(() => {
    for (const room of rooms.all()) room.boardChanged();
  });
  const beating = setInterval(() => {
    revocation.catchUp();
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
      return { connected: connections.open, watching, slow: all.reduce((sum, room) => sum + room.slowSize, 0) };
    },
    toDisplay: (displayId, word) => displays.tell(displayId, word),
    close: async () => {
      clearInterval(beating);
      stopListening();
      revocation.stop();
      displays.close();
      rooms.close();
      await io.close();
    },
    destroyAll: () => connections.destroyAll(),
  };
}
