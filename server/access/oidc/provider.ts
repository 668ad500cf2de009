import {
  allowInsecureRequests,
  type ClientAuth,
  ClientError,
  ClientSecretBasic,
  ClientSecretPost,
  clockTolerance,
  Configuration,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  type ServerMetadata,
} from "openid-client";
import type { Clock } from "../../clock";
import { quoteValue } from "../../settings/problem";
import { cappedFetch } from "./capped-fetch";
import type { OidcSettings } from "./oidc-settings";
import { type Trouble, troubleOf } from "./trouble";

/** By a key that the provider alone has. Never `none`, never one that our own secret or its public key could make. */
const ALGORITHMS = "RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA Ed25519".split(" ");
/** What a provider that names none signs with. */
const USUAL_ALGORITHMS = ["RS256"];
const NEEDED = ["authorization_endpoint", "token_endpoint", "jwks_uri"] as const;

const ANSWER_WITHIN_SECONDS = 8;
const CLOCKS_DIFFER_SECONDS = 30;
const KEPT_MS = 60 * 60_000;
/** After a vain try it is not asked again at once, however many want to sign in. */
const PAUSE_MS = 3_000;

export type Found = {
  readonly kind: "found";
  readonly configuration: Configuration;
  /** How its ID tokens may be signed. */
  readonly algorithms: readonly string[];
};

/** Asks the provider who it is and what it can do. */
export async function discover(settings: OidcSettings): Promise<Found | Trouble> {
  const { clientId, clientSecret } = settings;
  const issuer = new URL(settings.issuer);
  const onThisMachine = issuer.protocol === "http:";
  try {
    const first = await discovery(issuer, clientId, undefined, withSecret(clientSecret), {
      timeout: ANSWER_WITHIN_SECONDS,
      [customFetch]: cappedFetch,
      execute: onThisMachine ? [allowInsecureRequests] : [],
    });
    const server: ServerMetadata = first.serverMetadata();
    const algorithms = (server.id_token_signing_alg_values_supported ?? USUAL_ALGORITHMS).filter((each) =>
      ALGORITHMS.includes(each),
    );
    const wrong = problemOf(server, issuer, algorithms);
    if (wrong !== null) return { kind: "refused", why: wrong };
    // Made anew, with the algorithms pinned: what the provider would also do, it need not.
    const pinned = { ...server, id_token_signing_alg_values_supported: [...algorithms] };
    const client = { [clockTolerance]: CLOCKS_DIFFER_SECONDS };
    const configuration = new Configuration(pinned, clientId, client, withSecret(clientSecret));
    configuration.timeout = ANSWER_WITHIN_SECONDS;
    configuration[customFetch] = cappedFetch;
    // The signature too, although the token comes from the provider itself.
    enableNonRepudiationChecks(configuration);
    if (onThisMachine) allowInsecureRequests(configuration);
    return { kind: "found", configuration, algorithms };
  } catch (error) {
    const named = issuerIn(error);
    return named === null ? troubleOf(error) : { kind: "refused", why: misnamed(named) };
  }
}

/** What the provider names itself, where the library found that it is another one. */
function issuerIn(error: unknown): string | null {
  if (!(error instanceof ClientError) || error.code !== "OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED") return null;
  const { body } = Object(error.cause) as { readonly body?: Partial<ServerMetadata> };
  return body?.issuer ?? null;
}

const misnamed = (issuer: string): string =>
  `the provider names itself ${quoteValue(issuer)}: the issuer must be written so`;

function problemOf(server: ServerMetadata, issuer: URL, algorithms: readonly string[]): string | null {
  if (!URL.canParse(server.issuer) || new URL(server.issuer).href !== issuer.href) {
    return misnamed(server.issuer);
  }
  const lacking = NEEDED.find((key) => typeof server[key] !== "string");
  if (lacking !== undefined) return `the provider names no ${lacking}`;
  return algorithms.length > 0 ? null : `the provider signs by none of ${ALGORITHMS.join(", ")}`;
}

/** In the body where the provider says that it takes it there: in the header, not all read special characters alike. */
const withSecret =
  (secret: string): ClientAuth =>
  (server, ...rest) => {
    const inBody = server.token_endpoint_auth_methods_supported?.includes("client_secret_post") === true;
    return (inBody ? ClientSecretPost : ClientSecretBasic)(secret)(server, ...rest);
  };

/** The provider as it was last found, looked for when somebody needs it. */
export function createProvider(settings: OidcSettings, clock: Clock): () => Promise<Found | Trouble> {
  let found: { readonly atMs: number; readonly provider: Found } | null = null;
  let failed: { readonly atMs: number; readonly trouble: Trouble } | null = null;
  let underWay: Promise<Found | Trouble> | null = null;

  const isWithin = (atMs: number, ms: number): boolean => Math.abs(clock.nowMs() - atMs) < ms;
  // One that was found once is good for as long as it cannot be found anew.
  const otherwise = (trouble: Trouble): Found | Trouble => found?.provider ?? trouble;

  const look = async (): Promise<Found | Trouble> => {
    const answer = await discover(settings);
    underWay = null;
    const atMs = clock.nowMs();
    if (answer.kind === "found") {
      found = { atMs, provider: answer };
      failed = null;
      return answer;
    }
    failed = { atMs, trouble: answer };
    return otherwise(answer);
  };

  return async () => {
    if (found !== null && isWithin(found.atMs, KEPT_MS)) return found.provider;
    if (failed !== null && isWithin(failed.atMs, PAUSE_MS)) return otherwise(failed.trouble);
    underWay ??= look();
    return underWay;
  };
}
