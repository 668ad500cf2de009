import type { TokenScope } from "../../../lib/access/roles";
import { assertNever, MAIN_BOARD } from "../../../lib/vocabulary";

/**
 * A command that uses a token of this scope.
 * @param origin where Pickup is reached, `http://wallboard:4242`
 * @param secret the token; null: it stands for itself
 */
export const exampleOf = (scope: TokenScope, origin: string, secret: string | null): string =>
  `curl -H "Authorization: Bearer ${secret ?? "…"}" ${requestOf(scope, origin)}`;

function requestOf(scope: TokenScope, origin: string): string {
  switch (scope) {
    case "read":
      return `${origin}/api/v1/boards/${MAIN_BOARD}/snapshot`;
    case "metrics":
      return `${origin}/metrics`;
    case "ingest":
      // No events: a sign of life, which anybody may try.
      return `-H "Content-Type: application/cloudevents-batch+json" -d "[]" ${origin}/api/v1/events`;
    default:
      return assertNever(scope);
  }
}
