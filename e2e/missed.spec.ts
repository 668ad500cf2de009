import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContext, expect, type Page, type Route, test } from "@playwright/test";
import { systemClock } from "../server/clock";
import { type MissedSite, startMissedSite } from "./missed-site";
import { watchPage } from "./page-watch";

/** Boards are told within a second; the list is asked for at most every two. */
const SHOWN_WITHIN_MS = 6_000;
/** What others do is looked for every ten seconds. */
const OTHERS_WITHIN_MS = 13_000;

const MINUTE_MS = 60_000;
const ANN = "+49 30 5550 4711";
const BOB = "+49 30 5550 0934";
const CAT = "+49 30 5550 2218";

/** They are to be called back within five minutes. */
const CONFIG = `missed:
  returnWithinMinutes: 5
  callLink: "tel:{number}"
  recordingLink: "https://pbx.example/recordings/{contactId}"
  cost: { currency: EUR, orderValue: 100, conversionPercent: [10, 20] }
`;

let site: MissedSite;
let contexts: BrowserContext[] = [];
test.beforeEach(async () => {
  site = await startMissedSite(CONFIG);
});
test.afterEach(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  contexts = [];
  await site.stop();
});

type Options = NonNullable<Parameters<Browser["newContext"]>[0]>;
type Reader = "Ada" | "Ben" | "Cleo";

/** A page in a browser of its own. */
async function open(browser: Browser, path = "/missed", reader: Reader = "Ada", options: Options = {}): Promise<Page> {
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
}

/** Ada is the administrator, Ben a supervisor, Cleo an analyst. */
async function signIn(context: BrowserContext, reader: Reader): Promise<void> {
  if (reader === "Ada") return site.pickup().signIn(context);
  const session = await site.person(reader, reader === "Ben" ? "supervisor" : "analyst");
  await context.addCookies([{ ...session, url: site.url, httpOnly: true, sameSite: "Lax" }]);
}

const rows = (page: Page) => page.locator(".mi-item .mi-row");
const row = (page: Page, tail: string) => rows(page).filter({ hasText: `•••${tail}` });
const outcome = (page: Page) => page.locator(".mi-outcome");

async function expectClean(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  expect(found, where).toEqual([]);
}

let contacts = 0;

/** A caller gave up so many minutes ago, after a minute. @param number null: withheld */
async function miss(queueId: string, number: string | null, minutesAgo: number): Promise<void> {
  const contact = { queueId, contactId: `c-${(contacts += 1)}` };
  const atMs = systemClock.nowMs() - minutesAgo * MINUTE_MS;
  const caller = number === null ? null : { number, name: null };
  await site.tell([
    { type: "contact.offered", data: { ...contact, channel: "voice", caller }, atMs: atMs - MINUTE_MS },
    { type: "contact.abandoned", data: contact, atMs },
  ]);
}

/** A caller calls again and is answered. */
async function comesBack(queueId: string, number: string): Promise<void> {
  const contact = { queueId, contactId: `c-${(contacts += 1)}` };
  await site.tell([
    { type: "contact.offered", data: { ...contact, channel: "voice", caller: { number, name: null } } },
    { type: "contact.answered", data: { ...contact, agentId: "ann" } },
  ]);
}

/** Three callers, Ann twice and overdue; one more withheld his number. */
async function missThree(): Promise<void> {
  await miss("support", ANN, 8);
  await miss("sales", BOB, 3);
  await miss("support", ANN, 2);
  await miss("sales", null, 2);
  await miss("support", CAT, 1);
}

test("[RE43] [RE46] the most urgent first; claimed, tried and closed by keys alone", async ({ browser }) => {
  await missThree();
  const page = await open(browser);
  const watch = watchPage(page);
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).nth(0)).toContainText("•••4711");
  await expect(rows(page).nth(0)).toContainText("Overdue");
  await expect(rows(page).nth(0)).toContainText("2 tries");
  await expect(rows(page).nth(0)).toContainText("gave up · waited 1:00");
  await expect(rows(page).nth(1)).toContainText("•••0934");
  await expect(rows(page).nth(1).locator("[data-judgement=watch]")).toContainText(/1:\d\d/);
  await expect(page.locator("[data-figure=overdue]")).toHaveAttribute("data-judgement", "act");
  await expect(page.getByRole("link", { name: "Missed calls, 3 to call back, 1 overdue" })).toBeVisible();

  await page.keyboard.press("j");
  await expect(rows(page).nth(0)).toBeFocused();
  await page.keyboard.press("c");
  await expect(outcome(page)).toContainText(/•••4711: yours until \d\d:\d\d/);
  await expect(row(page, "4711")).toContainText("You");
  await expect(row(page, "4711")).toBeFocused();

  await page.keyboard.press("l");
  await expect(page.getByRole("menuitem", { name: "No answer" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(outcome(page)).toContainText("•••4711: attempt noted. Result: Busy.");
  await expect(row(page, "4711")).toBeFocused();
  await page.keyboard.press("Enter");
  const details = page.locator(".mi-details");
  await expect(details).toContainText("Busy · Ada Admin");
  await expect(details.getByRole("link", { name: "Listen to the recording" })).toHaveAttribute(
    "href",
    /^https:\/\/pbx\.example\/recordings\/c-\d+$/,
  );

  await page.keyboard.press("n");
  await expect(details.locator(".sc-digits")).toHaveText(/^\+?[\d ]*4711$/);
  await expect(details.getByRole("link", { name: "Call: •••4711" })).toHaveAttribute("href", "tel:+493055504711");
  await page.keyboard.press("Escape");
  await expect(details.locator(".sc-digits")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(details).toHaveCount(0);

  await page.keyboard.press("x");
  await page.keyboard.press("1");
  await expect(outcome(page)).toContainText("•••4711: closed. Result: Reached.");
  // Whoever took the place of the one that is gone has the focus.
  await expect(rows(page)).toHaveCount(2, { timeout: SHOWN_WITHIN_MS });
  await expect(row(page, "0934")).toBeFocused();
  await page.getByRole("link", { name: /^Ended/ }).click();
  await expect(row(page, "4711")).toContainText("Reached");
  await expect(row(page, "4711")).toContainText("Ada Admin");
  watch.expectQuiet();
});

test("[RE3] [RE46] what was closed by mistake is taken back, at once or from the list of what ended", async ({
  browser,
}) => {
  await missThree();
  const page = await open(browser);
  await expect(rows(page)).toHaveCount(3);
  await page.keyboard.press("ArrowDown");
  await expect(row(page, "4711")).toBeFocused();
  await page.keyboard.press("x");
  await page.keyboard.press("5");
  // The next one has the focus before the answer is there: whoever goes on skips nobody.
  await expect(row(page, "0934")).toBeFocused();
  await expect(rows(page)).toHaveCount(2, { timeout: SHOWN_WITHIN_MS });
  await expect(row(page, "0934")).toBeFocused();
  await outcome(page).getByRole("button", { name: "Reopen" }).click();
  await expect(outcome(page)).toContainText(/•••4711: open again, yours until \d\d:\d\d/);
  await expect(row(page, "4711")).toContainText("You");

  await row(page, "4711").focus();
  await page.keyboard.press("x");
  await page.keyboard.press("3");
  await expect(outcome(page)).toContainText("•••4711: closed. Result: No answer.");
  await page.getByRole("link", { name: /^Ended/ }).click();
  await expect(row(page, "4711")).toContainText("No answer");
  await page.keyboard.press("j");
  await expect(row(page, "4711")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator(".mi-details")).toContainText("Closed: No answer · Ada Admin");
  await page.keyboard.press("x");
  await expect(outcome(page)).toContainText(/•••4711: open again/);
  await expect(page.getByText("None has ended yet")).toBeVisible({ timeout: SHOWN_WITHIN_MS });
  await page.getByRole("link", { name: /^Mine/ }).click();
  await expect(row(page, "4711")).toBeVisible();
});

/** No claim of these pages goes out before each of them has made one: the slower page is not told first. */
async function claimsMeet(pages: readonly Page[]): Promise<void> {
  const waiting: Route[] = [];
  const hold = async (route: Route): Promise<void> => {
    waiting.push(route);
    if (waiting.length === pages.length) await Promise.all(waiting.map((held) => held.continue()));
  };
  for (const page of pages) await page.route("**/api/v1/missed/*/claim", hold, { times: 1 });
}

test("[RE51] two claim one caller at once: one has him, the other is told who", async ({ browser }) => {
  await missThree();
  const pages = [await open(browser), await open(browser, "/missed", "Ben")];
  for (const page of pages) await page.getByRole("button", { name: "Claim: •••4711" }).waitFor();
  await claimsMeet(pages);
  await Promise.all(pages.map((page) => page.getByRole("button", { name: "Claim: •••4711" }).click()));
  for (const page of pages) await expect(outcome(page)).toContainText("•••4711");
  const [adas = "", bens = ""] = await Promise.all(pages.map((page) => outcome(page).innerText()));
  const adaWon = adas.includes("yours until");
  expect(adaWon ? bens : adas).toMatch(adaWon ? /Ada Admin has it until \d\d:\d\d/ : /Ben has it until \d\d:\d\d/);
  expect(adaWon ? bens : adas).not.toContain("yours");
  const [winner, loser] = adaWon ? pages : [...pages].reverse();
  if (winner === undefined || loser === undefined) throw new Error("two pages");
  await expect(row(winner, "4711")).toContainText("You");
  await expect(row(loser, "4711")).toContainText(adaWon ? "Ada Admin" : "Ben");
  await expect(loser.getByRole("button", { name: "Claim: •••4711" })).toHaveCount(0);

  await row(winner, "4711").focus();
  await winner.keyboard.press("c");
  await expect(outcome(winner)).toContainText("•••4711: nobody has it any more.");
  await expect(loser.getByRole("button", { name: "Claim: •••4711" })).toBeVisible({ timeout: OTHERS_WITHIN_MS });
});

test("[RE40] [RE44] what comes and goes is seen by itself; lists and filters stand in the address", async ({
  browser,
}) => {
  const page = await open(browser);
  await expect(page.getByText("Nobody is to be called back")).toBeVisible();
  await missThree();
  await expect(rows(page)).toHaveCount(3, { timeout: SHOWN_WITHIN_MS });
  await row(page, "0934").focus();
  await comesBack("support", ANN);
  await expect(rows(page)).toHaveCount(2, { timeout: SHOWN_WITHIN_MS });
  await expect(row(page, "0934")).toBeFocused();
  await expect(page.locator("[data-figure=wonBack] .mi-figure")).toHaveText("1");

  await page.getByRole("combobox", { name: "Queue" }).selectOption({ label: "Sales" });
  await expect(rows(page)).toHaveCount(1);
  expect(page.url()).toContain("?queue=sales");
  await page.getByRole("link", { name: /^Withheld/ }).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText("number withheld");
  await expect(page.getByRole("button", { name: /^Claim/ })).toHaveCount(0);
  await page.reload();
  await expect(rows(page)).toContainText("number withheld");
  await page.goBack();
  await expect(row(page, "0934")).toBeVisible();
  await page.goBack();
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole("link", { name: /^Ended/ }).click();
  await expect(row(page, "4711")).toContainText("Came back");
  await page.getByRole("combobox", { name: "Why missed" }).selectOption({ label: "Refused" });
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(row(page, "4711")).toBeVisible();
});

test("[RE45] an analyst sees who was missed and does nothing about it", async ({ browser }) => {
  await missThree();
  const page = await open(browser, "/missed", "Cleo");
  await expect(rows(page)).toHaveCount(3);
  await expect(page.getByRole("button", { name: /^Claim|^Show number/ })).toHaveCount(0);
  await expect(page.getByRole("link", { name: /^Mine/ })).toHaveCount(0);
  await page.keyboard.press("j");
  for (const key of ["c", "l", "x", "n"]) await page.keyboard.press(key);
  await expect(page.locator(".mi-menu, .sc-digits")).toHaveCount(0);
  await expect(outcome(page)).toContainText("Numbers are shown to whom an administrator lets see them.");
});

test("[RE53] the causes of a queue's misses stand on the supervisor's page, and lead to them", async ({ browser }) => {
  await site.miss([ANN, BOB], "sales");
  await miss("support", CAT, 1);
  const page = await open(browser, "/supervise?queue=sales");
  const causes = page.locator(".sv-causes");
  await expect(causes).toContainText("Queue full");
  await expect(causes).toContainText("2 missed of 2");
  await causes.getByRole("link", { name: "All missed calls" }).click();
  await expect(row(page, "0934")).toBeVisible();
  expect(page.url()).toContain("/missed?queue=sales");
});

for (const colorScheme of ["light", "dark"] as const)
  test(`[RE55] the missed calls at 390 to 1920 px, ${colorScheme}: nothing is cut, axe finds nothing`, async ({
    browser,
  }) => {
    const page = await open(browser, "/missed", "Ada", { colorScheme });
    const watch = watchPage(page);
    await expect(page.getByText("Nobody is to be called back")).toBeVisible();
    await expectClean(page, "nobody");
    await missThree();
    await expectFits(page);
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await expectClean(page, String(width));
    }
    await page.keyboard.press("x");
    await expectClean(page, "a menu");
    watch.expectQuiet();
  });

for (const locale of ["de-DE", "es-ES", "fr-FR", "pt-BR"])
  test(`[RE55] the missed calls in ${locale}: nothing is cut from 390 to 1920 px`, async ({ browser }) => {
    await missThree();
    await expectFits(await open(browser, "/missed", "Ada", { locale }));
  });

/** A row is opened, and nothing scrolls sideways. */
async function expectFits(page: Page): Promise<void> {
  await expect(rows(page)).toHaveCount(3, { timeout: SHOWN_WITHIN_MS });
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  for (const width of [390, 900, 1280, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), String(width)).toBe(width);
  }
}
