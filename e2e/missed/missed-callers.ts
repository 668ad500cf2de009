import { type Browser, type BrowserContext, type Locator, type Page, test } from "@playwright/test";
import { systemClock } from "../../server/clock";
import { type MissedSite, startMissedSite } from "./missed-site";

/** Boards are told within a second; the list is asked for at most every two. */
export const SHOWN_WITHIN_MS = 6_000;

const MINUTE_MS = 60_000;
export const ANN = "+49 30 5550 4711";
export const BOB = "+49 30 5550 0934";
export const CAT = "+49 30 5550 2218";

/** They are to be called back within five minutes. */
const CONFIG = `missed:
  returnWithinMinutes: 5
  callLink: "tel:{number}"
  recordingLink: "https://pbx.example/recordings/{contactId}"
  cost: { currency: EUR, orderValue: 100, conversionPercent: [10, 20] }
`;

type Options = NonNullable<Parameters<Browser["newContext"]>[0]>;
type Reader = "Ada" | "Ben" | "Cleo";

/** A site with missed callers that each test of a file has anew, and the browsers that look at it. */
export type MissedCallers = {
  /** The one of the test that runs. */
  readonly site: () => MissedSite;
  /** A page in a browser of its own. */
  readonly open: (browser: Browser, path?: string, reader?: Reader, options?: Options) => Promise<Page>;
  /** A caller gave up so many minutes ago, after a minute. `number` null: withheld. */
  readonly miss: (queueId: string, number: string | null, minutesAgo: number) => Promise<void>;
  /** A caller calls again and is answered. */
  readonly comesBack: (queueId: string, number: string) => Promise<void>;
  /** Three callers, Ann twice and overdue; one more withheld his number. */
  readonly missThree: () => Promise<void>;
};

export function useMissedCallers(): MissedCallers {
  let site: MissedSite;
  let contacts = 0;
  const contexts: BrowserContext[] = [];

  test.beforeEach(async () => {
    site = await startMissedSite(CONFIG);
  });
  test.afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    await site.stop();
  });

  /** Ada is the administrator, Ben a supervisor, Cleo an analyst. */
  async function signIn(context: BrowserContext, reader: Reader): Promise<void> {
    if (reader === "Ada") return site.pickup().signIn(context);
    const session = await site.person(reader, reader === "Ben" ? "supervisor" : "analyst");
    await context.addCookies([{ ...session, url: site.url, httpOnly: true, sameSite: "Lax" }]);
  }

  const miss: MissedCallers["miss"] = async (queueId, number, minutesAgo) => {
    const contact = { queueId, contactId: `c-${(contacts += 1)}` };
    const atMs = systemClock.nowMs() - minutesAgo * MINUTE_MS;
    const caller = number === null ? null : { number, name: null };
    await site.tell([
      { type: "contact.offered", data: { ...contact, channel: "voice", caller }, atMs: atMs - MINUTE_MS },
      { type: "contact.abandoned", data: contact, atMs },
    ]);
  };

  return {
    site: () => site,
    open: async (browser, path = "/missed", reader = "Ada", options = {}) => {
      // What fades in has no contrast while it does.
      const context = await browser.newContext({
        reducedMotion: "reduce",
        viewport: { width: 1280, height: 800 },
        ...options,
      });
      contexts.push(context);
      await signIn(context, reader);
      const page = await context.newPage();
      await page.goto(`${site.url}${path}`);
      return page;
    },
    miss,
    comesBack: async (queueId, number) => {
      const contact = { queueId, contactId: `c-${(contacts += 1)}` };
      await site.tell([
        { type: "contact.offered", data: { ...contact, channel: "voice", caller: { number, name: null } } },
        { type: "contact.answered", data: { ...contact, agentId: "ann" } },
      ]);
    },
    missThree: async () => {
      await miss("support", ANN, 8);
      await miss("sales", BOB, 3);
      await miss("support", ANN, 2);
      await miss("sales", null, 2);
      await miss("support", CAT, 1);
    },
  };
}

export const rows = (page: Page): Locator => page.locator(".mi-item .mi-row");
export const row = (page: Page, tail: string): Locator => rows(page).filter({ hasText: `•••${tail}` });
export const outcome = (page: Page): Locator => page.locator(".mi-outcome");
