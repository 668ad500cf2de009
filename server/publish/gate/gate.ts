import type { IncomingMessage } from "node:http";
import type { Server } from "socket.io";
import type { PublishCounters } from "../counters";
import type { ConnectionLimits } from "./connection-limits";
import { originAllowed } from "./origin";

type EngineRequest = IncomingMessage & { readonly _query?: Readonly<Record<string, string>> };
type Decide = (problem: string | null, allowed: boolean) => void;

export type GateParts = {
  readonly origins: ReadonlySet<string>;
  readonly limits: ConnectionLimits;
  readonly counters: PublishCounters;
  readonly say: (line: string) => void;
};

/** Different refused origins are said once each, up to this many: a flood must not fill the log. */
const SAID_ORIGINS = 20;

/** Decides on each upgrade before a WebSocket exists: where it comes from, and whether there is room for it. */
export function createGate({ origins, limits, counters, say }: GateParts) {
  const said = new Set<string>();
  return (request: IncomingMessage, decide: Decide): void => {
    const { headers, socket } = request;
    const forwarded = ["forwarded", "x-forwarded-for", "x-real-ip", "via"].some((name) => headers[name] !== undefined);
    const { origin, host } = headers;
    if (!originAllowed({ origin, host, peerAddress: socket.remoteAddress, forwarded }, origins)) {
      counters.refusedOrigins += 1;
      const shown = JSON.stringify(origin?.slice(0, 200) ?? "(none)");
      if (said.size < SAID_ORIGINS && !said.has(shown)) {
        said.add(shown);
        say(`refused a connection from origin ${shown}; if it is yours, add it to PICKUP_ORIGINS`);
      }
      decide("origin not allowed", false);
    } else if (!limits.admit(socket)) {
      counters.refusedConnections += 1;
      decide("too many connections", false);
    } else {
      decide(null, true);
    }
  };
}

/**
 * Only first requests of protocol 4 pass. A request that names a session (`sid`) would skip the gate, and with
 * WebSocket alone there is nothing to upgrade; another or no `EIO` means another parser.
 */
export function refuseOtherProtocols(engine: Server["engine"]): void {
  engine.use((request: EngineRequest, _response: unknown, next: (problem?: Error) => void) => {
    const query = request._query;
    next(query?.["EIO"] === "4" && query["sid"] === undefined ? undefined : new Error("unsupported request"));
  });
}
