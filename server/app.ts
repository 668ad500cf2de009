import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { SOCKET_PATH } from "../lib/wire/protocol";
import type { Clock } from "./clock";
import { boardSnapshotRoute } from "./http/api/board-snapshot";
import { boardsRoute } from "./http/api/boards";
import { contactsRoute } from "./http/api/contacts";
import { deskRoute } from "./http/api/desk";
import { healthzRoute } from "./http/api/healthz";
import { createMetrics } from "./http/api/metrics";
import { readyzRoute } from "./http/api/readyz";
import { compressReply } from "./http/compress-reply";
import { problemReply } from "./http/problem";
import { writeReply } from "./http/reply";
import { createRouter, type Router } from "./http/router";
import { createStaticFiles } from "./http/static-files";
import type { BoardFeed } from "./publish/board-feed";
import { createBroadcaster } from "./publish/broadcaster";
import { createHostRule } from "./publish/gate/host";
import { DEFAULT_LIMITS, type Limits } from "./publish/gate/connection-limits";

/** Next's development server, in place of the built pages. */
export type DevPages = {
  readonly pages: (request: IncomingMessage, response: ServerResponse) => void;
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
};

export type AppParts = {
  readonly feed: BoardFeed;
  readonly clock: Clock;
  /** Where the built pages lie; not read where `dev` is given. */
  readonly staticDir: string;
  /** What it will listen on: it decides which hosts a request may name. Left out: 127.0.0.1. */
  readonly host?: string;
  /** What this machine is called. */
  readonly hostnames?: readonly string[];
  /** Besides the server's own, pages of exactly these origins may open a socket, and requests name their hosts. */
  readonly origins: readonly string[];
  /** Names the build of the pages. */
  readonly build: string;
  readonly dev?: DevPages;
  readonly limits?: Limits;
  /** One line for the people who run it. */
  readonly say?: (line: string) => void;
};

export type App = {
  readonly httpServer: Server;
  /** Rejects with Node's own error where the address is taken or not ours. */
  readonly listen: (port: number, host: string) => Promise<{ readonly port: number }>;
  /** Says goodbye to every screen and is done within 2 s, whether they answer or not. */
  readonly close: () => Promise<void>;
};

const GOODBYE_MS = 1_000;
const HTTP_LIMITS = {
  requestTimeout: 30_000,
  headersTimeout: 10_000,
  connectionsCheckingInterval: 5_000,
  keepAliveTimeout: 5_000,
  maxHeaderSize: 16 * 1024,
};
/** Plain requests beside the sockets of screens. */
const SPARE_CONNECTIONS = 500;

export function createApp(parts: AppParts): App {
  const { feed, dev, say = (line) => console.error(line), limits = DEFAULT_LIMITS } = parts;
  const httpServer = createServer(HTTP_LIMITS);
  httpServer.maxConnections = limits.total + SPARE_CONNECTIONS;

  const { clock, origins, build } = parts;
  const leaveOtherUpgrades = dev !== undefined;
  const hostAllowed = createHostRule({ host: parts.host ?? "127.0.0.1", hostnames: parts.hostnames ?? [], origins });
  const broadcaster = createBroadcaster({
    httpServer,
    feed,
    clock,
    hostAllowed,
    origins,
    build,
    say,
    limits,
    leaveOtherUpgrades,
  });
  const metrics = createMetrics({ feed, broadcaster });
  const routes = [
    healthzRoute(),
    readyzRoute(feed),
    metrics.route,
    boardsRoute(feed),
    boardSnapshotRoute(feed),
    contactsRoute(feed),
    deskRoute(feed),
  ];
  const answer = createRouter(routes, dev === undefined ? createStaticFiles(parts.staticDir) : notFound);

  httpServer.on("request", (request, response) => {
    const url = request.url ?? "";
    if (isSocketPath(url)) return; // Socket.IO answers, by a listener of its own
    if (!hostAllowed(request.headers.host)) writeReply(response, misdirected());
    else if (dev !== undefined && !isOurs(url)) dev.pages(request, response);
    else void respond(answer, request, response, say);
  });
  const otherSockets = new Set<Duplex>();
  if (dev !== undefined) {
    httpServer.on("upgrade", (request, socket, head) => {
      if (isSocketPath(request.url ?? "")) return;
      otherSockets.add(socket);
      socket.once("close", () => otherSockets.delete(socket));
      if (hostAllowed(request.headers.host)) dev.upgrade(request, socket, head);
      else socket.destroy();
    });
  }

  return {
    httpServer,
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        httpServer.once("error", reject);
        httpServer.listen(port, host, () => {
          httpServer.off("error", reject);
          resolve({ port: (httpServer.address() as AddressInfo).port });
        });
      }),
    close: async () => {
      metrics.close();
      const impatient = setTimeout(() => {
        broadcaster.destroyAll();
        for (const socket of otherSockets) socket.destroy();
        httpServer.closeAllConnections();
      }, GOODBYE_MS);
      await broadcaster.close();
      clearTimeout(impatient);
    },
  };
}

const notFound = () => problemReply(404, "There is nothing at this address.");

const misdirected = () =>
  problemReply(
    421,
    "This server does not answer to that name. If it is its name, whoever runs it can allow it: PICKUP_ORIGINS takes the address as the browser shows it, http://wall.example:3000.",
    { connection: "close" },
  );

const isSocketPath = (url: string): boolean => url.startsWith(`${SOCKET_PATH}/`);

/** What the development server must not take. */
function isOurs(url: string): boolean {
  const path = url.split("?", 1)[0] ?? "";
  return path.startsWith("/api/") || path === "/healthz" || path === "/readyz" || path === "/metrics";
}

/** The outermost boundary: a handler that throws is a bug, answered as one and said, and the process lives. */
async function respond(
  router: Router,
  request: IncomingMessage,
  response: ServerResponse,
  say: (line: string) => void,
) {
  try {
    writeReply(response, await compressReply(await router(request), request));
  } catch (error) {
    say(`a request failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    if (response.headersSent) response.destroy();
    else writeReply(response, problemReply(500, "Something went wrong here; it is in the log."));
  }
}
