import { AuthorizationResponseError, ClientError, ResponseBodyError } from "openid-client";
import { RefusedAnswer } from "./capped-fetch";

/** Why somebody was not vouched for. `why`: for administrators; nothing in it comes from a token or a person. */
export type Trouble = {
  /** `silent`: the provider does not answer as one. `refused`: it says no, or what it says is not believed. */
  readonly kind: "silent" | "refused";
  readonly why: string;
};

/** The errors that providers give by name (RFC 6749, OpenID Connect Core); others are not repeated. */
const NAMED = new Set([
  "access_denied",
  "consent_required",
  "interaction_required",
  "invalid_client",
  "invalid_grant",
  "invalid_request",
  "invalid_scope",
  "login_required",
  "server_error",
  "temporarily_unavailable",
  "unauthorized_client",
  "unsupported_grant_type",
  "unsupported_response_type",
]);

/** Nobody there, or somebody else, by the library's codes. */
const SILENT: ReadonlyMap<string, string> = new Map([
  ["OAUTH_TIMEOUT", "the provider does not answer in time"],
  ["OAUTH_ABORT", "the provider does not answer in time"],
  ["OAUTH_RESPONSE_IS_NOT_CONFORM", "what answers is no provider (an unexpected HTTP status)"],
  ["OAUTH_RESPONSE_IS_NOT_JSON", "what answers is no provider (no JSON)"],
]);

/** Puts into words what the library throws. Its own sentences are fixed; what they are about hangs on as `cause` and is left. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) {
    return refused(NAMED.has(error.error) ? `the provider says ${error.error}` : "the provider says no");
  }
  if (error instanceof RefusedAnswer) return refused(error.why);
  if (error instanceof ClientError) return ofClient(error);
  const code = codeOf(error instanceof Error ? error.cause : undefined);
  if (code !== null) return silent(`the provider does not answer (${code})`);
  if (error instanceof TypeError && error.message === "fetch failed") return silent("the provider cannot be asked");
  return refused("the provider's answer is not well-formed");
}

function ofClient(error: ClientError): Trouble {
  const { code, cause } = error;
  if (cause instanceof RefusedAnswer) return refused(cause.why);
  // Of an error that the library does not know itself, nothing is known of its words either.
  if (code === undefined) return refused("the provider's answer is not well-formed");
  const why = SILENT.get(code);
  return why === undefined ? refused(cause instanceof Error ? cause.message : error.message) : silent(why);
}

const silent = (why: string): Trouble => ({ kind: "silent", why });
const refused = (why: string): Trouble => ({ kind: "refused", why });

/** A system's error by its name: ECONNREFUSED, ENOTFOUND, CERT_HAS_EXPIRED. */
function codeOf(cause: unknown): string | null {
  if (typeof cause !== "object" || cause === null || !("code" in cause)) return null;
  return typeof cause.code === "string" && /^[A-Z][A-Z_\d]{2,60}$/.test(cause.code) ? cause.code : null;
}
