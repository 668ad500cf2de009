import { expect, test, type Page } from "@playwright/test";
import { boardId, MAIN_BOARD, sourceId } from "../lib/vocabulary";
import { type FakeSite, startFakeSite, withWait } from "./fake-site";
import { CONNECTION_REFUSED, watchPage } from "./page-watch";
import { expectClean } from "./expect-clean";

const SALES = boardId("sales");
// What fades in has no contrast while it does.
test.use({ contextOptions: { reducedMotion: "reduce" } });
const MINUTE_MS = 60_000;
let site: FakeSite;
let stopped: boolean;

test.beforeEach(async () => {
  site = await startFakeSite();
  stopped = false;
});
test.afterEach(async () => {
  if (!stopped) await site.stop();
});

const card = (page: Page, id: string) => page.locator(`.card[data-board="${id}"]`);
const figure = (page: Page, id: string, name: string) => card(page, id).locator(`[data-figure="${name}"]`);

test("each board stands there as it is, and changes as it does", async ({ page }) => {
  const watch = watchPage(page);
  await page.goto(site.url);
  await expect(page.locator(".card")).toHaveCount(3);
  await expect(figure(page, SALES, "waiting")).toHaveText("0");
  await expect(figure(page, SALES, "serviceLevel")).toContainText("100");
  site.changeBoard(SALES, (board) => withWait(board, 2 * MINUTE_MS));
  await expect(figure(page, SALES, "waiting")).toHaveText("1");
  await expect(card(page, SALES).locator('[data-note="waiting"]')).toContainText("2:0");
  await expect(card(page, SALES).locator('[data-state="act"]')).toBeVisible();
  await expect(card(page, SALES)).toContainText("support");
  await expect(figure(page, MAIN_BOARD, "waiting")).toHaveText("0");
  await expect(card(page, MAIN_BOARD).locator('[data-state="ok"]')).toBeVisible();
  watch.expectQuiet();
});

test("boards stand greyed with their time while the server is away", async ({ page }) => {
  const watch = watchPage(page);
  await page.goto(site.url);
  await expect(figure(page, SALES, "waiting")).toHaveText("0");
  await site.stop();
  stopped = true;
  await expect(page.getByRole("status")).toContainText("does not answer", { timeout: 15_000 });
  await expect(card(page, SALES)).toHaveAttribute("data-stale", "true", { timeout: 15_000 });
  await expect(card(page, SALES)).toContainText("as of");
  await expectClean(page);
  watch.expectQuiet(CONNECTION_REFUSED);
});

test("a source that is not live says so, and what to do", async ({ page }) => {
  const [pbx] = [{ id: sourceId("pbx"), kind: "asterisk-ami", state: "down" as const, lastProofAtMs: null }];
  site.feed.change((board) => ({ ...board, sources: [pbx] }));
  await page.goto(site.url);
  const source = page.locator('[data-source="pbx"]');
  await expect(source).toContainText("not connected");
  await expect(source).toContainText("never heard");
  await expect(page.locator(".way-in-advice code")).toHaveText("npm run pickup -- check");
  await expect(page.getByRole("heading", { name: "These calls are made up" })).toHaveCount(0);
  await expectClean(page);
});

test("with the simulator alone the first steps are told, and can be copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const simulator = { id: sourceId("simulator"), kind: "simulator", state: "live" as const, lastProofAtMs: null };
  site.feed.change((board) => ({ ...board, sources: [simulator] }));
  await page.goto(site.url);
  await expect(page.getByRole("heading", { name: "These calls are made up" })).toBeVisible();
  await page.locator(".first button").first().click();
  await expect(page.locator(".first button").first()).toHaveText("Copied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("kind: asterisk-ami");
});

/** Which ways lie over the name of the page; in the browser. */
function overTheName(): readonly string[] {
  const name = document.createRange();
  name.selectNodeContents(document.querySelector("h1")!);
  const { right, bottom } = name.getBoundingClientRect();
  return [...document.querySelectorAll(".way-in-alerts a")]
    .filter((way) => way.getBoundingClientRect().left < right && way.getBoundingClientRect().top < bottom)
    .map((way) => way.textContent ?? "");
}

for (const [width, height] of [
  [390, 844],
  [1280, 720],
  [1920, 1080],
] as const) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`at ${width} px, ${colorScheme}: nothing is cut, axe finds nothing, and Tab reaches every way in`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height });
      await page.goto(site.url);
      await expect(figure(page, SALES, "waiting")).toHaveText("0");
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await expect(page.getByRole("link", { name: "Missed calls" })).toBeVisible();
      expect(await page.evaluate(overTheName)).toEqual([]);
      await expectClean(page);
      const wanted = new Set([
        "Wall: Board main",
        "Supervise: Board main",
        "Wall: Board sales",
        "Supervise: Board sales",
      ]);
      for (let press = 0; press < 20 && wanted.size > 0; press += 1) {
        await page.keyboard.press("Tab");
        wanted.delete((await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))) ?? "");
      }
      expect([...wanted]).toEqual([]);
    });
  }
}

test("by key into a wall, and by key to a theme that stays", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(site.url);
  await expect(figure(page, SALES, "waiting")).toHaveText("0");
  await page.getByRole("radio", { name: "Light" }).focus();
  await page.keyboard.press("Space");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await expectClean(page);
  await page.getByRole("link", { name: "Wall: Board sales" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("main.wall .top-name")).toContainText("Sales floor");
});

test("the way in speaks the browser's language", async ({ browser }) => {
  const context = await browser.newContext({ locale: "de-AT" });
  const page = await context.newPage();
  await page.goto(site.url);
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.getByRole("heading", { name: "Quellen" })).toBeVisible();
  await context.close();
});
