import { expect, test, type Page } from "@playwright/test";
import { sampleAlert } from "../lib/testing/alert-samples";
import { boardId, MAIN_BOARD } from "../lib/vocabulary";
import { countNotes, NOTES, notesOn } from "./count-notes";
import { type FakeSite, startFakeSite, withWait } from "./fake-site";
import { watchPage } from "./page-watch";
import { expectClean } from "./expect-clean";

const SALES = boardId("sales");
const MINUTES_MS = 60_000;
let site: FakeSite;

test.beforeEach(async () => {
  site = await startFakeSite();
});
test.afterEach(async () => {
  await site.stop();
});

/** Which board the dots say is up. */
const dots = (page: Page) => page.locator(".tv-dots");
const upOn = (page: Page): Promise<string | null> =>
  page.locator('.tv-dot[data-shown="true"]').getAttribute("data-board");
const nameOn = (page: Page) => page.locator(".top-name");

async function expectUp(page: Page, id: string, withinMs: number): Promise<void> {
  await expect.poll(() => upOn(page), { timeout: withinMs }).toBe(id);
  await expect(nameOn(page)).toContainText(id === SALES ? "Sales floor" : "Everything");
}

async function expectStaysUp(page: Page, id: string, forMs: number): Promise<void> {
  const endAtMs = performance.now() + forMs;
  while (performance.now() < endAtMs) {
    // Each look is at another instant.
    // oxlint-disable-next-line no-await-in-loop
    expect(await upOn(page)).toBe(id);
    // oxlint-disable-next-line no-await-in-loop
    await page.waitForTimeout(400);
  }
}

test("boards take turns by the server's clock, the same on every screen", async ({ page, context }) => {
  const watch = watchPage(page);
  await page.goto(`${site.url}/wall?board=main,sales&every=8`);
  const other = await context.newPage();
  await other.goto(`${site.url}/wall?board=main,sales&every=8`);
  await expect(dots(page)).toBeVisible();
  await expect(dots(other)).toBeVisible();
  const seen = new Set<string | null>();
  for (let turn = 0; turn < 3; turn += 1) {
    // A turn may fall between the two looks.
    await expect.poll(async () => (await upOn(other)) === (await upOn(page)), { timeout: 6_000 }).toBe(true);
    const first = await upOn(page);
    seen.add(first);
    await expect.poll(() => upOn(page), { timeout: 12_000 }).not.toBe(first);
    await other.waitForTimeout(1_100);
  }
  expect(seen).toEqual(new Set([MAIN_BOARD, SALES]));
  watch.expectQuiet();
});

test("an act brings its board up and stops the turning, until ten seconds after it is over", async ({ page }) => {
  await page.goto(`${site.url}/wall?rotation=hall`);
  await expect(dots(page)).toBeVisible();
  const calm = await upOn(page);
  const alarmed = calm === SALES ? MAIN_BOARD : SALES;
  site.changeBoard(alarmed, (board) => withWait(board, 5 * MINUTES_MS));
  await expectUp(page, alarmed, 3_000);
  // Longer than a turn.
  await expectStaysUp(page, alarmed, 9_000);
  site.changeBoard(alarmed, (board) => withWait(board, null));
  await expectStaysUp(page, alarmed, 8_000);
  await expect.poll(() => upOn(page), { timeout: 20_000 }).not.toBe(alarmed);
});

test("a board that is not there is left out, and the screen says so", async ({ page }) => {
  await page.goto(`${site.url}/wall?board=main,nowhere,sales&every=5`);
  await expect(page.locator(".tv-notice")).toContainText("nowhere");
  await expect(page.locator(".tv-dot")).toHaveCount(2);
  await page.goto(`${site.url}/wall?rotation=nowhere`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("nowhere");
  await expectClean(page);
});

test("keys turn the boards by hand, and a page of keys opens and closes by key", async ({ page }) => {
  // The clock turns once an hour only: what turns here is turned by hand.
  await page.goto(`${site.url}/wall?board=main,sales&every=3600`);
  await expect(dots(page)).toBeVisible();
  const first = (await upOn(page)) ?? "";
  const other = first === SALES ? MAIN_BOARD : SALES;
  await page.keyboard.press("ArrowRight");
  await expectUp(page, other, 5_000);
  await page.keyboard.press("ArrowLeft");
  await expectUp(page, first, 5_000);

  await page.keyboard.press("?");
  const help = page.getByRole("dialog");
  await expect(help).toBeVisible();
  await expect(help.getByRole("button")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(help.getByRole("button")).toBeFocused();
  await expectClean(page);
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
});

test("[AL67] sound asks for one press, chimes for what fires and not for what is judged, and is muted by M", async ({
  page,
}) => {
  await countNotes(page);
  site.feed.change((board) => ({ ...board, look: { ...board.look, sound: true } }));
  await page.goto(`${site.url}/wall`);
  // Whoever asks the page anything counts as somebody who pressed a key: first the board must be there.
  await page.waitForTimeout(3_000);
  const ask = page.getByRole("button", { name: "Sound is off" });
  await expect(ask).toBeVisible();
  await expectClean(page);
  await page.keyboard.press("Enter");
  await expect(ask).toBeHidden();
  site.changeBoard(MAIN_BOARD, (board) => withWait(board, 5 * MINUTES_MS));
  await page.waitForTimeout(3_000);
  expect(await notesOn(page)).toBe(0);

  site.changeBoard(MAIN_BOARD, (board) => ({ ...board, alerts: [sampleAlert()] }));
  await expect.poll(() => notesOn(page), { timeout: 4_000 }).toBe(NOTES.critical);
  await page.waitForTimeout(3_000);
  expect(await notesOn(page)).toBe(NOTES.critical);

  await page.keyboard.press("m");
  await expect(page.locator(".tv-notice")).toContainText("muted");
  await page.keyboard.press("m");
  await expect(page.locator(".tv-notice")).toHaveCount(0);
});

test("a board without sound asks for nothing", async ({ page }) => {
  await page.goto(`${site.url}/wall`);
  await expect(nameOn(page)).toContainText("Everything");
  await expect(page.locator(".tv-notice")).toHaveCount(0);
  await expect(dots(page)).toHaveCount(0);
});

test("out of hours the picture dims after five minutes, and a key brings it back", async ({ page }) => {
  await page.clock.install();
  site.feed.change((board) => ({ ...board, open: false }));
  await page.goto(`${site.url}/wall`);
  await expect(nameOn(page)).toContainText("Everything");
  const tv = page.locator(".tv");
  await page.waitForTimeout(1_500);
  await expect(tv).toHaveAttribute("data-dim", "false");
  await page.clock.fastForward("04:30");
  await page.waitForTimeout(1_500);
  await expect(tv).toHaveAttribute("data-dim", "false");
  await page.clock.fastForward("00:45");
  await expect(tv).toHaveAttribute("data-dim", "true");
  await page.keyboard.press("Enter");
  await expect(tv).toHaveAttribute("data-dim", "false");
});

test("the picture moves a little each minute and stays within its margin", async ({ page }) => {
  await page.goto(`${site.url}/wall`);
  await expect(nameOn(page)).toContainText("Everything");
  const wall = page.locator("main.wall");
  const places = new Set<string | null>();
  // Once round, and again where the test itself took a minute over.
  for (let minute = 0; minute < 16 && places.size < 8; minute += 1) {
    places.add(await wall.getAttribute("data-shift"));
    // Past the two seconds in which it glides.
    await page.waitForTimeout(2_300);
    const { left, top, right, bottom } = await page.evaluate(() => {
      const boxes = [...document.querySelectorAll(".top, .foot > *")].map((part) => part.getBoundingClientRect());
      return {
        left: Math.min(...boxes.map((box) => box.left)),
        top: Math.min(...boxes.map((box) => box.top)),
        right: Math.max(...boxes.map((box) => box.right)),
        bottom: Math.max(...boxes.map((box) => box.bottom)),
      };
    });
    expect(Math.min(left, top, 1920 - right, 1080 - bottom), `minute ${minute}`).toBeGreaterThanOrEqual(24);
    site.skip(MINUTES_MS);
    const before = await wall.getAttribute("data-shift");
    await expect.poll(() => wall.getAttribute("data-shift"), { timeout: 6_000 }).not.toBe(before);
  }
  expect(places.size).toBe(8);
});
