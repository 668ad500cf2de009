import { queueId } from "../../../../lib/vocabulary";
import { type Centre, type CentreParts, startCentre } from "../../../http/testing/centre";
import type { Browser } from "../../../http/testing/browser";
import { createCompanySignIn } from "../company-sign-in";
import type { OidcSettings } from "../oidc-settings";
import { CLIENT_ID, CLIENT_SECRET, startTestProvider, type TestProvider } from "./test-provider";

export const groupsOf = (issuer: string): OidcSettings => ({
  name: "Acme sign-in",
  issuer,
  clientId: CLIENT_ID,
  clientSecret: CLIENT_SECRET,
  scopes: ["groups"],
  roleClaim: "groups",
  roles: { admin: ["admins"], supervisor: ["supervisors"], lead: ["leads"], analyst: ["analysts", "everybody"] },
  leadQueues: new Map([
    ["support-team", [queueId("support")]],
    ["sales-team", [queueId("sales"), queueId("support")]],
  ]),
  numbers: ["quality"],
  nameClaim: null,
});

/** A contact centre whose people sign in at their company's provider. */
export type Company = {
  readonly centre: Centre;
  readonly provider: TestProvider;
  /** All the way. @returns where it ended, as a path of ours */
  readonly signIn: (browser: Browser, next?: string) => Promise<string>;
  /** To the provider and back to our door. @returns what the browser would ask next, a path of ours */
  readonly bring: (browser: Browser, next?: string) => Promise<string>;
  /** The path in an answer that sends a browser on. */
  readonly sentTo: (answer: { readonly status: number; readonly headers: Headers }) => string;
  /** Who a browser is. */
  readonly whoIs: (browser: Browser) => Promise<unknown>;
  /** The newest lines of the trail in a few words, the oldest of them first. */
  readonly lastLines: (count: number) => readonly string[];
  readonly stop: () => Promise<void>;
};

export async function startCompany(
  parts: CentreParts & { readonly settings?: Partial<OidcSettings> } = {},
): Promise<Company> {
  const { settings, ...others } = parts;
  const provider = await startTestProvider();
  let port = 0;
  const origin = (): string => `http://127.0.0.1:${port}`;
  // Made before the centre, whose clock it goes by.
  const clock = { nowMs: (): number => centre.clock.nowMs() };
  const companySignIn = createCompanySignIn({ settings: { ...groupsOf(provider.issuer), ...settings }, clock, origin });
  const centre: Centre = await startCentre({ ...others, companySignIn });
  port = centre.port;

  const sentTo: Company["sentTo"] = ({ status, headers }) => {
    const location = headers.get("location");
    if (status !== 302 || location === null) throw new Error(`sent nowhere, but answered ${status}`);
    const url = new URL(location, origin());
    return url.origin === origin() ? `${url.pathname}${url.search}` : url.href;
  };
  const bring: Company["bring"] = async (browser, next = "/") => {
    const there = sentTo(await browser.get(`/api/v1/oidc/start?next=${encodeURIComponent(next)}`));
    return there.startsWith("/") ? there : sentTo(await fetch(there, { redirect: "manual" }));
  };
  return {
    centre,
    provider,
    bring,
    sentTo,
    signIn: async (browser, next) => {
      const back = await bring(browser, next);
      return back.startsWith("/api/") ? sentTo(await browser.get(back)) : back;
    },
    whoIs: async (browser) => (await browser.get("/api/v1/me")).json,
    lastLines: (count) =>
      [...centre.access.auditTrail.all()]
        .slice(-count)
        .map(({ actor, act, subject, detail }) =>
          [`${actor.kind} ${actor.name}`.trim(), act, subject, detail].filter((part) => part !== null).join(" | "),
        ),
    stop: async () => {
      await centre.stop();
      await provider.stop();
    },
  };
}
