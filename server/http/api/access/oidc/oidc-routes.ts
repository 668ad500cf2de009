import type { CompanyProblem } from "../../../../../lib/access/company-problem";
import { nextPath } from "../../../../../lib/access/next-path";
import type { Access } from "../../../../access/access";
import { ATTEMPT_MS } from "../../../../access/oidc/attempt-seal";
import type { CompanySignIn } from "../../../../access/oidc/company-sign-in";
import { CALLBACK_PATH } from "../../../../access/oidc/oidc-settings";
import type { Asked } from "../../../asked";
import { doerOf } from "../../../asking/doer";
import { OIDC_COOKIE } from "../../../cookie-names";
import { withCookies } from "../../../cookies";
import { problemReply } from "../../../problem";
import { emptyReply, type Reply } from "../../../reply";
import { type Handler, readable, type Route } from "../../../router";
import { withSession } from "../cookies-given";

export type OidcParts = {
  readonly access: Access;
  /** null: none is configured, and there is nothing at these addresses. */
  readonly companySignIn: CompanySignIn | null;
};

const START_PATH = "/api/v1/oidc/start";
/** Says that the browser was sent to the right address already. */
const SENT_ON = "here";

/** Signing in by the company's own provider. What a browser sees of it are redirects, at the end one to a page of ours. */
export function oidcRoutes({ access, companySignIn }: OidcParts): readonly Route[] {
  if (companySignIn === null) return [readable(START_PATH, notConfigured), readable(CALLBACK_PATH, notConfigured)];
  return [
    readable(START_PATH, followed(start(companySignIn, access))),
    readable(CALLBACK_PATH, followed(callback(companySignIn, access))),
  ];
}

const notConfigured = (): Reply => problemReply(404, "Signing in by the company's provider is not configured.");

/** Nobody follows the answer to a HEAD, so nothing begins or ends with one. */
const followed =
  (get: Handler): Handler =>
  (asked) =>
    asked.request.method === "HEAD" ? emptyReply() : get(asked);

const start =
  (company: CompanySignIn, access: Access): Handler =>
  async (asked) => {
    const { searchParams } = new URL(asked.url, company.origin());
    const next = nextPath(searchParams.get("next"));
    // Cookies stay with the host that gave them, and people come back to this one.
    if (asked.request.headers.host !== new URL(company.origin()).host && !searchParams.has(SENT_ON)) {
      const query = new URLSearchParams({ next, [SENT_ON]: "1" });
      return redirectReply(`${company.origin()}${START_PATH}?${query.toString()}`);
    }
    const begun = await company.begin(next, asked.address);
    if (begun.kind === "begun") return withAttempt(redirectReply(begun.address), begun.sealed, asked);
    writeFailure({ access, company, asked, ...begun });
    return toSignIn(begun.problem, next);
  };

const callback =
  (company: CompanySignIn, access: Access): Handler =>
  async (asked) => {
    const { address, url, principal } = asked;
    const finished = await company.finish({ url, sealed: asked.cookie(OIDC_COOKIE), address });
    const { next } = finished;
    const refuse = (failure: Failure): Reply => {
      writeFailure({ access, company, asked, ...failure });
      return withAttempt(toSignIn(failure.problem, next), null, asked);
    };
    if (finished.kind === "failed") return refuse(finished);

    const known = access.accounts.vouched(finished.person, { actor: { kind: "server", name: "" }, address });
    if (known.kind === "refused") {
      company.countRefused(address);
      return refuse({ problem: "disabled", why: known.problem, name: finished.person.name });
    }
    // The session that this browser came with would be open for nobody.
    if (principal.kind === "person") access.sessions.signOut(principal.sessionId, doerOf(asked));
    const signedIn = access.sessions.open(known.account.id, { address });
    return withAttempt(withSession(redirectReply(next), signedIn, asked), null, asked);
  };

/** @param sealed null: the browser forgets it */
const withAttempt = (reply: Reply, sealed: string | null, asked: Asked): Reply =>
  withCookies(reply, [{ name: OIDC_COOKIE, value: sealed, maxAgeMs: ATTEMPT_MS }], asked);

function toSignIn(problem: CompanyProblem, next: string): Reply {
  const query = new URLSearchParams(next === "/" ? { problem } : { problem, next });
  return redirectReply(`/sign-in?${query.toString()}`);
}

const redirectReply = (location: string): Reply => {
  const reply = emptyReply();
  return { ...reply, status: 302, headers: { ...reply.headers, location } };
};

type Failure = { readonly problem: CompanyProblem; readonly why: string | null; readonly name: string | null };

function writeFailure({
  access,
  company,
  asked: { address },
  problem,
  why,
  name,
}: Failure & { readonly access: Access; readonly company: CompanySignIn; readonly asked: Asked }): void {
  // It has been told.
  if (why === null) return;
  const nobody = { actor: { kind: "nobody", name: "" }, address, subject: name } as const;
  if (problem === "throttled") access.auditTrail.write({ ...nobody, act: "sign-in-throttled", detail: why });
  else access.auditTrail.write({ ...nobody, act: "sign-in-failed", detail: `${company.name}: ${why}` });
}
