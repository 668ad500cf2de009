/** The page that asks, and the server as the page's browser knows it. */
export type AskingPage = {
  readonly origin: string;
  readonly host: string | undefined;
  /** It came encrypted, to us or to a configured proxy: so did its page. */
  readonly secure: boolean;
};

/** Exactly a listed origin, or the page of this very host (which is ours: the host rule), by the scheme it came by. */
export const pageIsOurs = ({ origin, host, secure }: AskingPage, listed: ReadonlySet<string>): boolean =>
  listed.has(origin) || (host !== undefined && origin === originOf(secure ? "https" : "http", host));

/** The origin of this host's pages as browsers write it: lower case, without the scheme's default port. */
function originOf(scheme: "http" | "https", host: string): string | null {
  const text = `${scheme}://${host}`;
  return URL.canParse(text) && /^[\w.:[\]-]+$/.test(host) ? new URL(text).origin : null;
}
