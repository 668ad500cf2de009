import type { IncomingMessage } from "node:http";
import type { Server } from "socket.io";
import type { PublishCounters } from "../counters";
import type { ConnectionLimits } from "./connection-limits";
import type { HostRule } from "./host";
import { originAllowed } from "./origin";

type EngineRequest = IncomingMessage & { readonly _query?: Readonly<Record<string, string>> };
type Decide = (problem: string | null, allowed: boolean) => void;

export type GateParts = {
  readonly hostAllowed: HostRule;
  readonly origins: ReadonlySet<string>;
  readonly limits: ConnectionLimits;
  readonly counters: PublishCounters;
  readonly say: (line: string) => void;
};

/** Different refused hosts and origins are said once each, up to this many: a flood must not fill the log. */
const SAID_MOST = 20;

/** Decides on each upgrade before a WebSocket exists: where it comes from, and whether there is room for it. */
export function createGate({ hostAllowed, origins, limits, counters, say }: GateParts) {
  const said = new Set<string>();
  const sayOnce = (stranger: string): void => {
    if (said.size >= SAID_MOST || said.has(stranger)) return;
    said.add(stranger);
    say(`refused a connection ${stranger}; if it is yours, add it to PICKUP_ORIGINS`);
  };
  return (request: IncomingMessage, decide: Decide): void => {
    const { headers, socket } = request;
    const forwarded = ["forwarded", "x-forwarded-for", "x-real-ip", "via"].some((name) => headers[name] !== undefined);
    const { origin, host } = headers;
    if (!hostAllowed(host)) {
      counters.refusedOrigins += 1;
      sayOnce(`to host ${shown(host)}`);
      decide("host not allowed", false);
    } else if (!originAllowed({ origin, host, peerAddress: socket.remoteAddress, forwarded }, origins)) {
      counters.refusedOrigins += 1;
      sayOnce(`from origin ${shown(origin)}`);
      decide("origin not allowed", false);
    } else if (!limits.admit(socket)) {
      counters.refusedConnections += 1;
      decide("too many connections", false);
    } else {
      decide(null, true);
    }
  };
}

const shown = (header: string | undefined): string => JSON.stringify(header?.slice(0, 200) ?? "(none)");

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
