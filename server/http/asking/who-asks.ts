import type { IncomingMessage } from "node:http";
import type { Access } from "../../access/access";
import { DEMO, NOBODY, type Principal } from "../../access/principal";
import { isLoopback } from "../../loopback";
import { DISPLAY_COOKIE, SESSION_COOKIE } from "../cookie-names";
import { readCookie } from "../cookies";
import { type FullSender, isForwarded, senderOf } from "./sender";
import type { TrustedProxies } from "./trusted-proxies";

/** Who asks, and from where. */
export type Asker = FullSender & {
  readonly principal: Principal;
  /** It showed a token, good or not: then nothing that a browser adds by itself counts. */
  readonly byToken: boolean;
};
/** The one place where a request becomes somebody; HTTP and sockets ask here alike. */
export type WhoAsks = (request: IncomingMessage) => Asker;

export type WhoAsksParts = {
  readonly access: Pick<Access, "principalOf">;
  /** The simulator plays for this machine alone, and nobody signs in. */
  readonly demo: boolean;
  /** Before, nobody is anybody. */
  readonly isSetUp: () => boolean;
  readonly trusted: TrustedProxies;
};

export function createWhoAsks({ access, demo, isSetUp, trusted }: WhoAsksParts): WhoAsks {
  return (request) => {
    const { cookie, authorization } = request.headers;
    const bearer = bearerOf(authorization);
    const session = readCookie(cookie, SESSION_COOKIE);
    const display = readCookie(cookie, DISPLAY_COOKIE);
    // A wrong token is nobody: what stands in the cookies is not asked then.
    const shown = bearer === null ? { session, display, bearer } : { session: null, display: null, bearer };
    const known = bearer === "" || !isSetUp() ? NOBODY : access.principalOf(shown);
    const isDemo = demo && known.kind === "nobody" && bearer === null && isFromHere(request);
    return { ...senderOf(request, trusted), principal: isDemo ? DEMO : known, byToken: bearer !== null };
  };
}

/** The token of `Authorization: Bearer`; empty: there is one that cannot be any. Other schemes are a proxy's own affair. */
function bearerOf(authorization: string | undefined): string | null {
  if (authorization === undefined || !/^bearer\b/i.test(authorization)) return null;
  return /^bearer +([\w.~+/-]{1,512}=*)$/i.exec(authorization)?.[1] ?? "";
}

/** A program of this very machine that means this very machine, and no proxy in between. */
function isFromHere(request: IncomingMessage): boolean {
  const { host } = request.headers;
  const name = host === undefined || !URL.canParse(`http://${host}`) ? "" : new URL(`http://${host}`).hostname;
  const bare = name.replace(/^\[|\]$|\.$/g, "");
  return isLoopback(request.socket.remoteAddress ?? "") && !isForwarded(request) && isLoopback(bare);
}
