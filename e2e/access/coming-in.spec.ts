import { type BrowserContextOptions, expect, test, type Page } from "@playwright/test";
import type { Role } from "../../lib/access/roles";
import { boardId, queueId } from "../../lib/vocabulary";
import type { Doer } from "../../server/access/access";
import { DISPLAY_COOKIE } from "../../server/http/cookie-names";
import { type ClosedSite, startClosedSite } from "./closed-site";
import { expectClean } from "../expect-clean";

const PASSWORD = "four purple chairs sing";
const NEXT_PASSWORD = "two green zebras run";
const TESTS: Doer = { actor: { kind: "command-line", name: "tests" }, address: null };

// What fades in has no contrast while it does.
const CALM: BrowserContextOptions = { reducedMotion: "reduce", viewport: { width: 1280, height: 800 } };
test.use({ contextOptions: CALM, viewport: { width: 1280, height: 800 } });

let site: ClosedSite;
test.beforeEach(async () => {
  site = await startClosedSite();
});
test.afterEach(async () => site.stop());

async function account(name: string, role: Role): Promise<string> {
  const queueIds = role === "lead" ? [queueId("support")] : null;
  const made = await site.access.accounts.create(
    { name, role, queueIds, seesNumbers: false, password: PASSWORD },
    TESTS,
  );
  if (made.kind === "refused") throw new Error(made.problem);
  return made.account.id;
}

const haveAdministrator = async (): Promise<void> => void (await account("Ada", "admin"));

/** Lets this browser in as the display `Hall`. */
async function becomeDisplay(page: Page, screen: string): Promise<string> {
  const { displays } = site.access;
  const offered = displays.offerCode("127.0.0.1");
  if (offered === null) throw new Error("No code was offered");
  const paired = displays.pair(offered.pairing.code, { name: "Hall", screenId: boardId(screen) }, TESTS, "tests");
  const { token } = displays.claim(offered.secret, "127.0.0.1");
  if (paired.kind === "refused" || token === null) throw new Error("It was not let in");
  await page.context().addCookies([{ name: DISPLAY_COOKIE, value: token, url: site.url, httpOnly: true }]);
  return paired.display.id;
}

async function signIn(page: Page, name: string, password = PASSWORD): Promise<void> {
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
}

const heading = (page: Page, text: string) => page.getByRole("heading", { level: 1, name: text });

test("[AC1] before the first administrator every page says how to make him, and the link does it once", async ({
  page,
  browser,
}) => {
  for (const path of ["/", "/supervise", "/settings", "/wall", "/sign-in"]) {
    await page.goto(`${site.url}${path}`);
    await expect(heading(page, "Pickup is waiting for its first administrator")).toBeVisible();
  }
  await expectClean(page);
  await page.goto(site.setupLink());
  await expect(heading(page, "The first administrator")).toBeVisible();
  expect(page.url()).toBe(`${site.url}/setup`);
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
  await expectClean(page);
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Name", { exact: true })).toHaveAccessibleDescription("Enter your name.");
  await page.getByLabel("Name", { exact: true }).fill("Ada");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByLabel("Password once more", { exact: true }).fill(`${PASSWORD}!`);
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Password once more", { exact: true })).toBeFocused();
  await expectClean(page);
  await page.getByLabel("Password once more", { exact: true }).fill(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Account: Ada" })).toBeVisible();
  expect(page.url()).toBe(`${site.url}/`);

  const other = await browser.newPage(CALM);
  await other.goto(site.setupLink());
  await expect(heading(other, "Pickup has its administrator")).toBeVisible();
  await other.close();
});

test.describe("people", () => {
  test.beforeEach(haveAdministrator);

  test("signing in leads back to where one wanted to be; signing out leaves nothing behind", async ({ page }) => {
    await account("Sam", "supervisor");
    await page.goto(`${site.url}/supervise?queue=support`);
    await expect(heading(page, "Sign in")).toBeVisible();
    await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
    await expectClean(page);
    await signIn(page, "Sam", "something else");
    await expect(page.getByRole("alert").filter({ hasText: "do not go together" })).toBeVisible();
    await signIn(page, "Sam");
    await expect(page.getByRole("button", { name: "Account: Sam" })).toBeVisible();
    expect(page.url()).toBe(`${site.url}/supervise?queue=support`);

    const menu = page.getByRole("button", { name: "Account: Sam" });
    await menu.focus();
    await page.keyboard.press("Enter");
    await expectClean(page);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "Sign out" })).toBeHidden();
    await expect(menu).toBeFocused();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Sign out" }).press("Enter");
    await expect(heading(page, "Sign in")).toBeVisible();
    await page.goto(site.url);
    await expect(heading(page, "Sign in")).toBeVisible();
    await page.goBack();
    await expect(heading(page, "Sign in")).toBeVisible();
  });

  test("signing in never leads elsewhere", async ({ page }) => {
    await account("Sam", "supervisor");
    await page.goto(`${site.url}/sign-in?next=${encodeURIComponent("/.//elsewhere.invalid/")}`);
    await signIn(page, "Sam");
    await expect(page.getByRole("button", { name: "Account: Sam" })).toBeVisible();
    expect(page.url()).toBe(`${site.url}/`);
  });

  test("why the company's own way did not lead in is said; what nobody knows is a refusal", async ({ page }) => {
    await page.goto(`${site.url}/sign-in?problem=no-role`);
    await expect(page.getByRole("alert").filter({ hasText: "gives you no role" })).toBeVisible();
    await expectClean(page);
    await page.goto(`${site.url}/sign-in?problem=%3Cb%3E`);
    await expect(page.getByRole("alert").filter({ hasText: "did not vouch for you" })).toBeVisible();
  });

  test("[AC24] after too many wrong tries one is told when to try again", async ({ page }) => {
    await page.goto(`${site.url}/sign-in`);
    await expect(heading(page, "Sign in")).toBeVisible();
    for (let tries = 0; tries < 12; tries += 1) {
      const answered = page.waitForResponse("**/api/v1/session");
      await signIn(page, "Sam", `guess ${tries}`);
      if ((await answered).status() === 429) break;
    }
    await expect(page.getByText(/Too many tries\. You can try again in 1\d:\d\d\./).first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeDisabled();
    await expectClean(page);
  });

  test("a page that needs more than one has says what, and who can give it", async ({ page }) => {
    await account("Ann", "analyst");
    await page.goto(`${site.url}/supervise`);
    await signIn(page, "Ann");
    await expect(heading(page, "This page is not open to you")).toBeVisible();
    await expect(page.getByText("“Who waits and who works”")).toBeVisible();
    await expectClean(page);
    await page.getByRole("link", { name: "All boards" }).click();
    await expect(page.locator(".card")).toHaveCount(3);
    await expect(page.getByRole("link", { name: /^Supervise/ })).toHaveCount(0);
    await page.goto(`${site.url}/settings`);
    await expect(heading(page, "My account")).toBeVisible();
    await expect(page.getByRole("navigation", { name: "Settings pages" }).getByRole("link")).toHaveText(["My account"]);
    await expectClean(page);
  });

  test("[AC43] a session that ends elsewhere is seen at once, and what was typed stands there again", async ({
    page,
  }) => {
    const id = await account("Lea", "lead");
    await page.goto(`${site.url}/settings/account`);
    await signIn(page, "Lea");
    await page.getByLabel("New password", { exact: true }).fill(NEXT_PASSWORD);
    await page.getByLabel("New password once more", { exact: true }).fill(NEXT_PASSWORD);
    await site.access.accounts.change(id, { password: "three red ducks dance" }, TESTS);
    await page.getByLabel("Current password", { exact: true }).fill(PASSWORD);
    await page.keyboard.press("Enter");
    await expect(heading(page, "You were signed out")).toBeVisible();
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Lea");
    await expectClean(page);
    await signIn(page, "Lea", "three red ducks dance");
    await expect(page.getByLabel("New password", { exact: true })).toHaveValue(NEXT_PASSWORD);
    await page.getByLabel("Current password", { exact: true }).fill("three red ducks dance");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Your password is changed.")).toBeVisible();
    await expectClean(page);
  });

  test("[AC43] an account that is disabled loses the page with its open socket", async ({ page }) => {
    const id = await account("Sam", "supervisor");
    await page.goto(site.url);
    await signIn(page, "Sam");
    await expect(page.locator(".card")).toHaveCount(3);
    await site.access.accounts.change(id, { disabled: true }, TESTS);
    await expect(heading(page, "You were signed out")).toBeVisible({ timeout: 8_000 });
    await expect(page.locator(".card").first()).toBeHidden();
  });
});

test.describe("a display", () => {
  test.beforeEach(haveAdministrator);

  test("[AC52] shows its own board, whatever the address says, and another as soon as it is given one", async ({
    page,
  }) => {
    const id = await becomeDisplay(page, "sales");
    await page.goto(`${site.url}/wall?board=main`);
    await expect(page.locator("main.wall[data-revision]")).toBeVisible();
    await expect(page.locator(".tv")).toContainText("The board sales");
    site.access.displays.change(id, { screenId: boardId("__proto__") }, TESTS);
    await expect(page.locator(".tv")).toContainText("The board __proto__", { timeout: 10_000 });
    site.access.displays.change(id, { screenId: boardId("elsewhere") }, TESTS);
    await expect(page.getByText("What the display Hall showed is no longer configured")).toBeVisible({
      timeout: 10_000,
    });
    await expectClean(page);
  });

  test("[AC69] that is revoked shows no board any more", async ({ page }) => {
    const id = await becomeDisplay(page, "hall");
    await page.goto(`${site.url}/wall`);
    await expect(page.locator("main.wall[data-revision]")).toBeVisible();
    site.access.displays.revoke(id, TESTS);
    await expect(page.locator("main.wall[data-revision]")).toHaveCount(0, { timeout: 8_000 });
    await page.reload();
    await expect(page.locator("main.wall[data-revision]")).toHaveCount(0);
  });

  test("has no page for people, and can be given up", async ({ page }) => {
    await becomeDisplay(page, "sales");
    for (const path of ["/", "/supervise", "/settings/account"]) {
      await page.goto(`${site.url}${path}`);
      await expect(heading(page, "This browser is the display Hall")).toBeVisible();
    }
    await expectClean(page);
    await page.getByRole("button", { name: "Stop being a display" }).click();
    await expect(heading(page, "Sign in")).toBeVisible();
    expect(site.access.displays.list()).toEqual([]);
  });
});
