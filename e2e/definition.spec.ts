import { expect, type Locator, type Page, test } from "@playwright/test";
import { words } from "../lib/words/en/words";
import { makeSite, type Pickup, removeSite, simulatorConfig, type Site, startPickup } from "./harness";
import { expectClean } from "./expect-clean";

// What a figure means is one hover, focus or tap away, and in nobody's way (WCAG 1.4.13).

let site: Site;
let pickup: Pickup;

test.beforeAll(async () => {
  site = await makeSite(simulatorConfig());
  pickup = await startPickup(site);
});
test.beforeEach(({ context }) => pickup.signIn(context));
test.afterAll(async () => {
  await pickup.stop();
  removeSite(site);
});

const waiting = words.figures.entries.waiting.definition;
const longest = words.figures.entries.longestWait.definition;

const cardOn = (page: Page): Locator => page.locator(".definition-card");
const nameOf = (page: Page, definition: string): Locator =>
  page.getByRole("button", { description: definition }).first();

async function openWall(page: Page): Promise<void> {
  await page.goto(`${pickup.url}/wall`);
  await page.waitForSelector("main.wall[data-revision]");
}

test("it opens under the pointer, may be pointed at itself, and goes with the pointer", async ({ page }) => {
  await openWall(page);
  await nameOf(page, waiting).hover();
  await expect(cardOn(page)).toHaveText(waiting);
  await cardOn(page).hover();
  await page.waitForTimeout(600);
  await expect(cardOn(page)).toHaveText(waiting);
  await page.mouse.move(5, 5);
  await expect(cardOn(page)).toHaveCount(0);
});

test("by keyboard alone: it opens with the focus, goes with Escape or the focus, one at a time", async ({ page }) => {
  await openWall(page);
  await nameOf(page, waiting).focus();
  await expect(cardOn(page)).toHaveText(waiting);
  await nameOf(page, longest).focus();
  await expect(cardOn(page)).toHaveText(longest);
  await page.keyboard.press("Escape");
  await expect(cardOn(page)).toHaveCount(0);
  await expect(nameOf(page, longest)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(cardOn(page)).toHaveText(longest);
});

test("Escape closes what the pointer opened, wherever the focus is", async ({ page }) => {
  await openWall(page);
  await nameOf(page, waiting).hover();
  await expect(cardOn(page)).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(cardOn(page)).toHaveCount(0);
});

test("every one stands whole in the picture, and axe finds nothing while it is open", async ({ page }) => {
  await openWall(page);
  const names = page.locator(".definition-name");
  expect(await names.count()).toBeGreaterThan(4);
  for (const name of await names.all()) {
    await name.focus();
    await expect(cardOn(page)).toBeInViewport({ ratio: 1 });
  }
  await expectClean(page);
});

test.describe("in the hand", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("a tap opens it, a tap elsewhere closes it", async ({ page }) => {
    await openWall(page);
    await nameOf(page, waiting).tap();
    await expect(cardOn(page)).toHaveText(waiting);
    await expect(cardOn(page)).toBeInViewport({ ratio: 1 });
    await page.touchscreen.tap(380, 10);
    await expect(cardOn(page)).toHaveCount(0);
  });
});
