import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { SOCKET_PATH } from "../lib/wire/protocol";
import { ROUTE_RIGHTS } from "./access/rights";
import type { AppParts } from "./app-parts";
import { scrubbedError } from "./callers/scrub-numbers";
import { createAdmit } from "./http/asking/admit";
import { apiRoutes } from "./http/api-routes";
import { createMetrics } from "./http/api/metrics";
import { compressReply } from "./http/compress-reply";
import { createHttpServer, DEFAULT_HTTP_LIMITS } from "./http/ways/http-server";
import { problemReply } from "./http/problem";
import { type WayHeaders, writeReply } from "./http/reply";
import { createRouter, type Router } from "./http/router";
import { createStaticFiles } from "./http/pages/static-files";
import { createTrustedProxies } from "./http/asking/trusted-proxies";
import { createWayHeaders } from "./http/ways/way-headers";
import { createWhoAsks } from "./http/asking/who-asks";
import { senderOf } from "./http/asking/sender";
import { createBroadcaster } from "./publish/broadcaster";
import { createHostRule } from "./publish/gate/host";
import { DEFAULT_LIMITS } from "./publish/gate/connection-limits";

export type App = {
  readonly httpServer: Server;
  /** Rejects with Node's own error where the address is taken or not ours. */
  readonly listen: (port: number, host: string) => Promise<{ readonly port: number }>;
  /** Says goodbye to every screen and is done within 2 s, whether they answer or not. */
  readonly close: () => Promise<void>;
};

const GOODBYE_MS = 1_000;
/** Plain requests beside the sockets of screens. */
const SPARE_CONNECTIONS = 500;

export function createApp(parts: AppParts): App {
  const { feed, clock, dev, access, demo, origins, build, limits = DEFAULT_LIMITS } = parts;
  const { say = (line) => console.error(line), frameAncestors = [], tls = null } = parts;
  const http = createHttpServer(
    tls?.pair ?? null,
    parts.httpLimits ?? DEFAULT_HTTP_LIMITS,
    limits.total + SPARE_CONNECTIONS,
  );
  const httpServer = http.server;
  const stopRenewing = tls?.onRenewed((pair) => http.renew(pair));

  const isSetUp = (): boolean => demo || access.accounts.isSetUp();
  const trusted = createTrustedProxies(parts.trustedProxies ?? []);
  const whoAsks = createWhoAsks({ access, demo, isSetUp, trusted });
  const hostAllowed = createHostRule({ host: parts.host ?? "127.0.0.1", hostnames: parts.hostnames ?? [], origins });
  const broadcaster = createBroadcaster({
    httpServer,
    feed,
    clock,
    hostAllowed,
    origins,
    whoAsks,
    access,
    build,
    say,
    limits,
    leaveOtherUpgrades: dev !== undefined,
  });
  const metrics = createMetrics({ feed, broadcaster, alerts: parts.alerts });
  const pages = dev === undefined ? createStaticFiles(parts.staticDir, frameAncestors) : notFound;
  const answer = createRouter({
    routes: apiRoutes({ ...parts, companySignIn: parts.companySignIn ?? null, broadcaster, metrics }),
    rights: ROUTE_RIGHTS,
    whoAsks,
    admit: createAdmit({ isSetUp, origins }),
    otherwise: (path, request) => pages(path, request, senderOf(request, trusted).host),
  });
  const wayHeaders = createWayHeaders({ hsts: tls?.hsts ?? false });

  httpServer.on("request", (request, response) => {
    const url = request.url ?? "";
    if (isSocketPath(url)) return; // Socket.IO answers, by a listener of its own
    const sender = senderOf(request, trusted);
    const way = wayHeaders(sender);
    const isOurHost = hostAllowed(request.headers.host) && hostAllowed(sender.host);
    if (!isOurHost) writeReply(response, misdirected(), way);
    else if (dev !== undefined && !isOurs(url)) dev.pages(request, response);
    else void respond({ answer, way, say }, request, response);
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
      stopRenewing?.();
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

type Responding = { readonly answer: Router; readonly way: WayHeaders; readonly say: (line: string) => void };

/** The outermost boundary: a handler that throws is a bug, answered as one and said, and the process lives. */
async function respond({ answer, way, say }: Responding, request: IncomingMessage, response: ServerResponse) {
  try {
    writeReply(response, await compressReply(await answer(request), request), way);
  } catch (error) {
    say(`a request failed: ${scrubbedError(error, "stack")}`);
    if (response.headersSent) response.destroy();
    else writeReply(response, problemReply(500, "Something went wrong here; it is in the log."), way);
  }
}
