import type { TokenScope } from "../../../lib/access/roles";
import { assertNever, MAIN_BOARD } from "../../../lib/vocabulary";

/**
 * A command that uses a token of this scope.
 * @param origin where Pickup is reached, `http://wallboard:4242`
 * @param secret the token; null: it stands for itself
 * @returns null: there is nothing to use it for
 */
export function exampleOf(scope: TokenScope, origin: string, secret: string | null): string | null {
  const path = pathOf(scope);
  return path === null ? null : `curl -H "Authorization: Bearer ${secret ?? "…"}" ${origin}${path}`;
}

function pathOf(scope: TokenScope): string | null {
  switch (scope) {
    case "read":
      return `/api/v1/boards/${MAIN_BOARD}/snapshot`;
    case "metrics":
      return "/metrics";
    case "ingest":
      return null;
    default:
      return assertNever(scope);
  }
}
