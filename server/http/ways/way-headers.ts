import { isLoopback } from "../../loopback";
import type { FullSender } from "../asking/sender";
import type { WayHeaders } from "../reply";

const YEAR_SECONDS = 365 * 86_400;

/** What a browser takes only from an encrypted page, or from its own machine; elsewhere it would but complain. */
export function createWayHeaders({ hsts }: { readonly hsts: boolean }) {
  return ({ secure, address }: FullSender): WayHeaders => {
    const alone = secure || isLoopback(address) ? { "cross-origin-opener-policy": "same-origin" } : {};
    return secure && hsts ? { ...alone, "strict-transport-security": `max-age=${YEAR_SECONDS}` } : alone;
  };
}
