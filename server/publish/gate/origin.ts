import { pageIsOurs } from "../../http/asking/own-page";
import { isLoopback } from "../../loopback";

/** What a request says about where it comes from. `host`: as the browser knows it. */
export type Upgrade = {
  readonly origin: string | undefined;
  readonly host: string | undefined;
  /** It came encrypted, to us or to a configured proxy: so did its page. */
  readonly secure: boolean;
  readonly peerAddress: string | undefined;
  /** A proxy passed it on: the peer is not the one who asks. */
  readonly forwarded: boolean;
  /** It showed a token, good or not, which no browser adds by itself. */
  readonly byToken: boolean;
  /** Nobody signs in, so there is no cookie that it could bear. */
  readonly isDemo: boolean;
};

/**
 * Whether a page from this origin may open a socket. WebSockets know no CORS, so any page a user visits could.
 * A request without Origin comes from no browser; only scripts with a token may do so, and at the demo this machine's
 * own programs, and they not through a proxy.
 */
export function originAllowed(upgrade: Upgrade, origins: ReadonlySet<string>): boolean {
  const { origin, host, secure, byToken, isDemo, peerAddress = "", forwarded } = upgrade;
  if (origin === undefined) return byToken || (isDemo && isLoopback(peerAddress) && !forwarded);
  return pageIsOurs({ origin, host, secure }, origins);
}
