import { type Browser, type BrowserContext, expect, type Locator, type Page, test } from "@playwright/test";
import type { Doer } from "../../server/access/access";
import { SESSION_COOKIE } from "../../server/http/cookie-names";
import { type ClosedSite, startClosedSite } from "../access/closed-site";

export const TESTS: Doer = { actor: { kind: "command-line", name: "tests" }, address: null };
export const WITHIN_MS = 5_000;
// What fades in has no contrast while it does.
const CALM = { reducedMotion: "reduce" } as const;

type Options = Parameters<Browser["newContext"]>[0];

/** A closed site that each test of a file has anew, and the browsers that look at it. */
export type DisplaysSite = {
  /** The one of the test that runs. */
  readonly site: () => ClosedSite;
  /** A page in a browser of its own, such as a television's. */
  readonly open: (browser: Browser, options?: Options) => Promise<Page>;
  /** The browser of somebody who looks after displays, at their page. */
  readonly openDesk: (browser: Browser, options?: Options) => Promise<Page>;
  /** Somebody who may look after displays; from now on the site is set up. */
  readonly supervisor: () => Promise<{ readonly id: string }>;
  /** Before what they look at stops. */
  readonly closeBrowsers: () => Promise<void>;
};

export function useDisplaysSite(): DisplaysSite {
  let site: ClosedSite;
  const contexts: BrowserContext[] = [];

  const closeBrowsers = async (): Promise<void> => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  };

  const open: DisplaysSite["open"] = async (browser, options = {}) => {
    const context = await browser.newContext({ ...CALM, viewport: { width: 1920, height: 1080 }, ...options });
    contexts.push(context);
    return context.newPage();
  };

  const supervisor: DisplaysSite["supervisor"] = async () => {
    const { accounts } = site.access;
    const password = "four purple chairs sing";
    const admin = { name: "Ada", password, role: "admin", queueIds: null, seesNumbers: false } as const;
    await accounts.create(admin, TESTS);
    const made = await accounts.create({ ...admin, name: "Sue", role: "supervisor" }, TESTS);
    if (made.kind === "refused") throw new Error(made.problem);
    return made.account;
  };

  const openDesk: DisplaysSite["openDesk"] = async (browser, options = {}) => {
    const page = await open(browser, { viewport: { width: 1280, height: 800 }, ...options });
    const made = site.access.accounts.byName("Sue") ?? (await supervisor());
    const { token } = site.access.sessions.open(made.id, { address: "127.0.0.1" });
    await page.context().addCookies([{ name: SESSION_COOKIE, value: token, url: site.url, httpOnly: true }]);
    await page.goto(`${site.url}/settings/displays`);
    await expect(page.locator("input[name=code]")).toBeVisible();
    return page;
  };

  test.beforeEach(async () => {
    site = await startClosedSite();
  });
  test.afterEach(async () => {
    await closeBrowsers();
    await site.stop();
  });
  return { site: () => site, open, openDesk, supervisor, closeBrowsers };
}

/** The code that a television shows. */
export async function codeOn(tv: Page): Promise<string> {
  await expect(tv.locator('.pairing-code:not([data-code=""])')).toBeVisible({ timeout: WITHIN_MS });
  return (await tv.locator(".pairing-code").getAttribute("data-code")) ?? "";
}

export const boardOn = (tv: Page): Locator => tv.locator("main.wall .top-name");
export const row = (desk: Page, name: string): Locator =>
  desk.locator(".sl-row").filter({ has: desk.getByText(name, { exact: true }) });
export const button = (desk: Page, says: string, name: string): Locator =>
  desk.getByRole("button", { name: `${says}: ${name}` });

export async function letIn(desk: Page, code: string, name: string, screenId: string): Promise<void> {
  await desk.getByLabel("Code").fill(code);
  await desk.getByLabel("Name").first().fill(name);
  await desk.getByLabel("What it shows").first().selectOption(screenId);
  await desk.getByRole("button", { name: "Let in" }).click();
}
