import type { IncomingMessage } from "node:http";
import type { Right } from "../../../lib/access/roles";
import { isOfTokens, isOpenBeforeSetUp, mayDo } from "../../access/rights";
import { problemReply } from "../problem";
import type { Reply } from "../reply";
import { pageIsOurs } from "./own-page";
import type { Asker } from "./who-asks";

/** Whether a request may be answered; null: it may. */
export type Admit = (
  route: { readonly name: string; readonly right: Right },
  asker: Asker,
  request: IncomingMessage,
) => Reply | null;

export type AdmitParts = {
  /** Whether there is an administrator, or nobody needs to sign in. */
  readonly isSetUp: () => boolean;
  /** Besides the server's own, pages of exactly these may change something. */
  readonly origins: readonly string[];
};

export function createAdmit({ isSetUp, origins }: AdmitParts): Admit {
  const listed = new Set(origins);
  return ({ name, right }, asker, request) => {
    if (!isOpenBeforeSetUp(name) && !isSetUp()) return notSetUp();
    const changes = mayChange(request);
    // A browser sends a token only from a page that holds it: there is nothing to check then.
    if (changes && !asker.byToken && !isOfTokens(right) && !isOwnPage(asker, request, listed)) return foreignPage();
    const { principal, byToken } = asker;
    if (mayDo(principal, right) && !(byToken && changes && principal.kind === "nobody")) return null;
    if (principal.kind === "nobody") return notKnown(byToken, isOfTokens(right));
    return problemReply(
      403,
      isOfTokens(right) ? "Only a token of the right scope may do this." : "You may not do this.",
    );
  };
}

/** GET and HEAD promise not to; no header makes another method of them. */
export const mayChange = ({ method }: Pick<IncomingMessage, "method">): boolean =>
  method !== "GET" && method !== "HEAD";

/** Exactly the page that we serve, or one of a configured origin; no Origin at all is none of them. */
function isOwnPage({ host, secure }: Asker, { headers }: IncomingMessage, listed: ReadonlySet<string>): boolean {
  const { origin, "sec-fetch-site": site } = headers;
  if (origin === undefined) return false;
  // A browser that says itself that another site asks is believed; a listed origin is another site.
  if (site !== undefined && site !== "same-origin" && !listed.has(origin)) return false;
  return pageIsOurs({ origin, host, secure }, listed);
}

const notSetUp = (): Reply =>
  problemReply(403, "Pickup is not set up yet: open the link that it printed where it was started.");

const foreignPage = (): Reply =>
  problemReply(
    403,
    "Only Pickup's own pages may do this. If this is its own page behind a proxy, whoever runs it can allow it: trustedProxies, or PICKUP_ORIGINS.",
  );

const notKnown = (byToken: boolean, takesToken: boolean): Reply =>
  problemReply(401, byToken ? "This token is not known." : takesToken ? "This takes a token." : "Sign in first.", {
    "www-authenticate": 'Bearer realm="Pickup"',
  });
