import { isLoopback } from "../../loopback";

/** What an upgrade request says about where it comes from. */
export type Upgrade = {
  readonly origin: string | undefined;
  readonly host: string | undefined;
  readonly peerAddress: string | undefined;
  /** A proxy passed it on: the peer is not the one who asks. */
  readonly forwarded: boolean;
};

/**
 * Whether a page from this origin may open a socket. WebSockets know no CORS, so any page a user visits could.
 * Allowed: exactly the listed origins, and the page of this very host (which is ours: the host rule). A request without Origin comes from no
 * browser; only this machine's own programs may do so, and not through a proxy.
 */
export function originAllowed(upgrade: Upgrade, origins: ReadonlySet<string>): boolean {
  const { origin, host } = upgrade;
  if (origin === undefined) return isLoopback(upgrade.peerAddress ?? "") && !upgrade.forwarded;
  if (origins.has(origin)) return true;
  const page = parseOrigin(origin);
  return page !== null && host !== undefined && page.host === hostOf(page.protocol, host);
}

/** null: not written exactly as browsers write an http(s) origin; so `null` and `http://good@evil` fall here. */
function parseOrigin(origin: string): URL | null {
  const url = URL.canParse(origin) ? new URL(origin) : null;
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) return null;
  return url.origin === origin ? url : null;
}

/** The Host header as a browser would write it in an origin: lower case, without the scheme's default port. */
function hostOf(protocol: string, host: string): string | null {
  const text = `${protocol}//${host}`;
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && url.pathname === "/" && url.search === "" && url.username === "" ? url.host : null;
}
