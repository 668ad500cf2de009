import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import type { CompanyProblem } from "../../../lib/access/company-problem";
import type { Clock } from "../../clock";
import type { VouchedPerson } from "../access";
import { type Attempt, createAttemptSeal } from "./attempt-seal";
import { createFailures } from "./failures";
import { CALLBACK_PATH, type OidcSettings } from "./oidc-settings";
import { personOf } from "./person-of-claims";
import { createProvider } from "./provider";
import { troubleOf } from "./trouble";

type Failed = {
  readonly kind: "failed";
  readonly problem: CompanyProblem;
  /** For the audit trail; null: it has been told. */
  readonly why: string | null;
  /** Of whom, where the provider vouched for him. */
  readonly name: string | null;
};
export type Finished = { readonly next: string } & (
  { readonly kind: "vouched"; readonly person: VouchedPerson } | Failed
);

/** Signing in the company's own way: to the provider and back. */
export type CompanySignIn = {
  /** As people call it. */
  readonly name: string;
  /** The address at which people come back, and where they have to begin. */
  readonly origin: () => string;
  /** Where to send a browser, and what it must bring back. `next`: a path of this server. */
  readonly begin: (
    next: string,
    address: string,
  ) => Promise<{ readonly kind: "begun"; readonly address: string; readonly sealed: string } | Failed>;
  /** What came back: `url` with path and query, `sealed` as it was given. */
  readonly finish: (back: {
    readonly url: string;
    readonly sealed: string | null;
    readonly address: string;
  }) => Promise<Finished>;
  /** Counts that somebody who was vouched for was not let in. */
  readonly countRefused: (address: string) => void;
};

export type CompanySignInParts = {
  readonly settings: OidcSettings;
  readonly clock: Clock;
  /** Scheme, host and port as people open it; the provider was told of it. */
  readonly origin: () => string;
};

const LONGEST_SUBJECT = 255;
/** A cookie holds it. */
const LONGEST_NEXT = 2_000;

export function createCompanySignIn({ settings, clock, origin }: CompanySignInParts): CompanySignIn {
  const provider = createProvider(settings, clock);
  const attempts = createAttemptSeal(clock);
  const failures = createFailures(clock);

  const begin: CompanySignIn["begin"] = async (wanted, fromAddress) => {
    const held = failures.held(fromAddress);
    if (held !== null) return failed("throttled", held.why);
    const next = wanted.length > LONGEST_NEXT ? "/" : wanted;
    const found = await provider();
    if (found.kind !== "found") return failed("provider", failures.silence(found.why));
    const attempt = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), next };
    const address = buildAuthorizationUrl(found.configuration, {
      redirect_uri: `${origin()}${CALLBACK_PATH}`,
      scope: [...new Set(["openid", "profile", "email", ...settings.scopes])].join(" "),
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: "S256",
    });
    return { kind: "begun", address: address.href, sealed: attempts.seal(attempt) };
  };

  async function answered(attempt: Attempt, url: URL): Promise<Failed | { kind: "vouched"; person: VouchedPerson }> {
    const found = await provider();
    if (found.kind !== "found") return failed("provider", failures.silence(found.why));
    try {
      const tokens = await authorizationCodeGrant(found.configuration, url, {
        pkceCodeVerifier: attempt.verifier,
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      const length = claims?.sub.length ?? 0;
      if (claims === undefined || length === 0 || length > LONGEST_SUBJECT) return failed("refused", NOBODY_NAMED);
      const mapped = personOf(claims, settings);
      return mapped.kind === "person"
        ? { kind: "vouched", person: mapped.person }
        : failed("no-role", mapped.why, mapped.name);
    } catch (error) {
      const { kind, why } = troubleOf(error);
      return kind === "silent" ? failed("provider", failures.silence(why)) : failed("refused", why);
    }
  }

  const finish: CompanySignIn["finish"] = async ({ url, sealed, address }) => {
    const held = failures.held(address);
    if (held !== null) return { ...failed("throttled", held.why), next: "/" };
    failures.begin(address);
    let hasFailed = false;
    try {
      const back = new URL(url, origin());
      const attempt = attempts.take(sealed);
      const states = back.searchParams.getAll("state");
      const isAnswer = attempt !== null && states.length === 1 && states[0] === attempt.state;
      const outcome = isAnswer ? await answered(attempt, back) : failed("expired", NOT_OURS);
      hasFailed = outcome.kind === "failed" && outcome.problem !== "provider";
      return { ...outcome, next: attempt?.next ?? "/" };
    } finally {
      failures.end(address, hasFailed);
    }
  };

  return {
    name: settings.name,
    origin,
    begin,
    finish,
    countRefused: (address) => {
      failures.begin(address);
      failures.end(address, true);
    },
  };
}

const NOT_OURS = "not begun in this browser, too long ago, or answered before";

const NOBODY_NAMED = `the ID token is about nobody: its "sub" is empty or longer than ${LONGEST_SUBJECT} characters`;

const failed = (problem: CompanyProblem, why: string | null, name: string | null = null): Failed => ({
  kind: "failed",
  problem,
  why,
  name,
});
