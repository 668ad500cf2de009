import type { IncomingMessage } from "node:http";
import type { Server } from "socket.io";
import { mayDo } from "../../access/rights";
import { scrubbedError } from "../../callers/scrub-numbers";
import { isForwarded } from "../../http/asking/sender";
import type { WhoAsks } from "../../http/asking/who-asks";
import type { BoardFeed } from "../board-feed";
import type { PublishCounters } from "../counters";
import { shareOf } from "./connection-limits";
import type { HostRule } from "./host";
import type { OpenConnections } from "./open-connections";
import { originAllowed } from "./origin";

type EngineRequest = IncomingMessage & { readonly _query?: Readonly<Record<string, string>> };
type Decide = (problem: string | null, allowed: boolean) => void;

export type GateParts = {
  readonly hostAllowed: HostRule;
  readonly origins: ReadonlySet<string>;
  readonly whoAsks: WhoAsks;
  readonly feed: Pick<BoardFeed, "boards" | "rotations">;
  readonly connections: OpenConnections;
  readonly counters: PublishCounters;
  readonly say: (line: string) => void;
};

/** Different refused hosts and origins are said once each, up to this many: a flood must not fill the log. */
const SAID_MOST = 20;

/** Decides on each upgrade before a WebSocket exists: where it comes from, who asks, whether there is room for it. */
export function createGate({ hostAllowed, origins, whoAsks, feed, connections, counters, say }: GateParts) {
  const said = new Set<string>();
  const sayOnce = (stranger: string): void => {
    if (said.size >= SAID_MOST || said.has(stranger)) return;
    said.add(stranger);
    say(`refused a connection ${stranger}; if it is yours, add it to PICKUP_ORIGINS`);
  };
  /** null: it may pass. */
  const refusal = (request: IncomingMessage): Refusal | null => {
    const { headers, socket } = request;
    const { origin } = headers;
    const asker = whoAsks(request);
    const { principal, host, secure, byToken } = asker;
    const strange = [headers.host, host].find((named) => !hostAllowed(named));
    if (strange !== undefined) {
      counters.refusedOrigins += 1;
      sayOnce(`to host ${shown(strange)}`);
      return ["421 Misdirected Request", "host not allowed"];
    }
    const forwarded = isForwarded(request);
    const peerAddress = socket.remoteAddress;
    const isDemo = principal.kind === "demo";
    if (!originAllowed({ origin, host, secure, peerAddress, forwarded, byToken, isDemo }, origins)) {
      counters.refusedOrigins += 1;
      sayOnce(`from origin ${shown(origin)}`);
      return ["403 Forbidden", "origin not allowed"];
    }
    if (!mayDo(principal, "boards.read")) {
      counters.refusedPrincipals += 1;
      return principal.kind === "nobody" ? ["401 Unauthorized", "sign in first"] : ["403 Forbidden", "not allowed"];
    }
    const admission = connections.admit(
      socket,
      asker,
      shareOf(principal, { boards: feed.boards(), rotations: feed.rotations() }),
    );
    if (admission === "admitted") return null;
    if (admission === "full") counters.refusedConnections += 1;
    else counters.refusedShares += 1;
    return ["429 Too Many Requests", "too many connections"];
  };
  /** The outermost boundary: accounts that cannot be read must not end the process. */
  const refusalOrFailure = (request: IncomingMessage): Refusal | null => {
    try {
      return refusal(request);
    } catch (error) {
      say(`a connection could not be looked at: ${scrubbedError(error, "stack")}`);
      return ["503 Service Unavailable", "try again later"];
    }
  };
  return (request: IncomingMessage, decide: Decide): void => {
    const refused = refusalOrFailure(request);
    if (refused === null) return decide(null, true);
    // engine.io itself would call every refusal a bad request.
    const [status, problem] = refused;
    const head = `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: ${problem.length}`;
    const { socket } = request;
    socket.on("error", () => undefined);
    // Only once it is on its way: engine.io ends the connection at once, and what TLS holds back would be lost.
    socket.end(`${head}\r\n\r\n${problem}`, () => decide(problem, false));
  };
}

type Refusal = readonly [status: string, problem: string];

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
