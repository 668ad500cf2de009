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
import { addressGroup } from "../throttle/address-group";
import { createWindows } from "../throttle/windows";
import { type Attempt, createAttemptSeal } from "./attempt-seal";
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
  ) => Promise<{ readonly kind: "begun"; readonly address: string; readonly sealed: string } | Failed>;
  /** What came back: `url` with path and query, `sealed` as it was given. */
  readonly finish: (back: {
    readonly url: string;
    readonly sealed: string | null;
    readonly address: string;
  }) => Promise<Finished>;
};

export type CompanySignInParts = {
  readonly settings: OidcSettings;
  readonly clock: Clock;
  /** Scheme, host and port as people open it; the provider was told of it. */
  readonly origin: () => string;
};

const WINDOW_MS = 15 * 60_000;
/** Answers from one address that cannot be believed, in any 15 minutes. */
const WRONG_ANSWERS = 30;
const ADDRESSES = 10_000;
const LONGEST_SUBJECT = 255;
/** A cookie holds it. */
const LONGEST_NEXT = 2_000;

export function createCompanySignIn({ settings, clock, origin }: CompanySignInParts): CompanySignIn {
  const provider = createProvider(settings, clock);
  const attempts = createAttemptSeal(clock);
  const wrong = createWindows(clock, { windowMs: WINDOW_MS, atMost: ADDRESSES });

  const begin: CompanySignIn["begin"] = async (wanted) => {
    const next = wanted.length > LONGEST_NEXT ? "/" : wanted;
    const found = await provider();
    if (found.kind !== "found") return failed("provider", found.why);
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
    if (found.kind !== "found") return failed("provider", found.why);
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
      return failed(kind === "silent" ? "provider" : "refused", why);
    }
  }

  const finish: CompanySignIn["finish"] = async ({ url, sealed, address }) => {
    const group = addressGroup(address);
    const { failedAtMs, underWay } = wrong.standingOf(group);
    if (failedAtMs.length + underWay >= WRONG_ANSWERS) {
      return { ...failed("throttled", wrong.isNews(group) ? "this address" : null), next: "/" };
    }
    wrong.begin(group);
    let isWrong = false;
    try {
      const back = new URL(url, origin());
      const attempt = attempts.take(sealed);
      const states = back.searchParams.getAll("state");
      const isAnswer = attempt !== null && states.length === 1 && states[0] === attempt.state;
      const outcome = isAnswer ? await answered(attempt, back) : failed("expired", NOT_OURS);
      isWrong = outcome.kind === "failed" && (outcome.problem === "expired" || outcome.problem === "refused");
      return { ...outcome, next: attempt?.next ?? "/" };
    } finally {
      wrong.end(group, isWrong);
    }
  };

  return { name: settings.name, origin, begin, finish };
}

const NOT_OURS = "not begun in this browser, too long ago, or answered before";

const NOBODY_NAMED = `the ID token is about nobody: its "sub" is empty or longer than ${LONGEST_SUBJECT} characters`;

const failed = (problem: CompanyProblem, why: string | null, name: string | null = null): Failed => ({
  kind: "failed",
  problem,
  why,
  name,
});
