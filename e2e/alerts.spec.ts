import { type Browser, type BrowserContext, expect, type Page, test } from "@playwright/test";
import { type AlertSite, startAlertSite } from "./alert-site";
import { countNotes, NOTES, notesOn } from "./count-notes";
import { watchPage } from "./page-watch";
import { expectClean } from "./expect-clean";

/** What fires is looked at once a second, and boards are told in the next. */
const FIRES_WITHIN_MS = 6_000;
/** Seen, sent, told to all screens, and drawn with the next second. */
const CALMS_WITHIN_MS = 3_000;

let site: AlertSite;
let contexts: BrowserContext[] = [];
test.beforeEach(async () => {
  site = await startAlertSite();
});
test.afterEach(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  contexts = [];
  await site.stop();
});

type Options = NonNullable<Parameters<Browser["newContext"]>[0]>;

/** A page of the administrator's, in a browser of its own. */
async function open(browser: Browser, path: string, options: Options = {}, before?: (page: Page) => Promise<unknown>) {
  // What fades in has no contrast while it does.
  const context = await browser.newContext({
    reducedMotion: "reduce",
    viewport: { width: 1280, height: 800 },
    ...options,
  });
  contexts.push(context);
  await site.signIn(context);
  const page = await context.newPage();
  await before?.(page);
  await page.goto(`${site.url}${path}`);
  return page;
}
const openWall = (browser: Browser): Promise<Page> =>
  open(browser, "/wall?board=hall", { viewport: { width: 1920, height: 1080 } }, countNotes);

const foot = (wall: Page) => wall.locator(".foot");
const row = (desk: Page, title: string) =>
  desk.locator(".al-row").filter({ has: desk.getByRole("heading", { name: title }) });
const button = (desk: Page, name: string) => desk.getByRole("button", { name });

test("[AL67] [AL68] [AL70] acknowledged on a laptop, the wall calms down and its sound stops; taken back, it sounds again", async ({
  browser,
}) => {
  // A sound that is not repeated takes half a minute to be missed.
  test.slow();
  const wall = await openWall(browser);
  const watch = watchPage(wall);
  // Whoever asks the page anything counts as somebody who pressed a key: first the board must be there.
  await wall.waitForTimeout(2_000);
  const ask = wall.getByRole("button", { name: "Sound is off" });
  await expect(ask).toBeVisible();
  await site.wait("support", 2);
  await expect(foot(wall)).toContainText("nobody has it", { timeout: FIRES_WITHIN_MS });
  await expect(foot(wall)).toContainText("Support: 2 waiting");
  await expect(foot(wall)).toHaveAttribute("data-judgement", "act");
  // Nobody has pressed a key yet.
  expect(await notesOn(wall)).toBe(0);
  await wall.keyboard.press("Enter");
  await expect(ask).toBeHidden();
  await expect.poll(() => notesOn(wall), { timeout: CALMS_WITHIN_MS }).toBe(NOTES.critical);

  const desk = await open(browser, "/alerts");
  await expect(row(desk, "Support: waiting")).toContainText("nobody has it");
  await expect(desk.locator(".st-here .alert-count")).toContainText("1");
  await button(desk, "Acknowledge: Support: waiting").click();
  await expect(desk.getByText(/Support: waiting: yours until/)).toBeVisible();
  await expect(row(desk, "Support: waiting")).toContainText("Ada Admin has it until");
  // The same button takes it back, where the focus was left.
  await expect(button(desk, "Take back: Support: waiting")).toBeFocused();
  await expect(desk.locator(".st-here .alert-count")).toHaveCount(0);

  await expect(foot(wall)).toHaveAttribute("data-judgement", "none", { timeout: CALMS_WITHIN_MS });
  await expect(foot(wall)).toContainText("Ada Admin has it until");
  // Unacknowledged, it would have been said again within this.
  await wall.waitForTimeout(32_000);
  expect(await notesOn(wall)).toBe(NOTES.critical);
  await expectClean(wall, "a wall with an acknowledged alert");

  await desk.keyboard.press("Enter");
  await expect(row(desk, "Support: waiting")).toContainText("nobody has it");
  await expect(foot(wall)).toHaveAttribute("data-judgement", "act", { timeout: CALMS_WITHIN_MS });
  await expect.poll(() => notesOn(wall), { timeout: CALMS_WITHIN_MS }).toBe(2 * NOTES.critical);

  await site.giveUp("support");
  await expect(desk.locator(".al-empty-title").first()).toContainText("Nothing is firing", {
    timeout: FIRES_WITHIN_MS,
  });
  await expect(desk.locator(".al-past")).toContainText("back to normal");
  await expect(foot(wall)).not.toContainText("Support: 2 waiting");
  watch.expectQuiet();
});

test("[AL67] [AL68] a warning sounds otherwise than a critical alert, which comes before it; a notice is never heard", async ({
  browser,
}) => {
  const wall = await openWall(browser);
  await wall.waitForTimeout(2_000);
  await wall.keyboard.press("Enter");
  await site.wait("back", 2);
  await expect(foot(wall)).toContainText("Back office: 2 waiting", { timeout: FIRES_WITHIN_MS });
  await expect(foot(wall)).toHaveAttribute("data-judgement", "none");
  await wall.waitForTimeout(2_000);
  expect(await notesOn(wall)).toBe(0);
  await site.wait("sales", 2);
  await expect(foot(wall)).toContainText("Sales: 2 waiting", { timeout: FIRES_WITHIN_MS });
  await expect(foot(wall)).toHaveAttribute("data-judgement", "watch");
  await expect.poll(() => notesOn(wall), { timeout: CALMS_WITHIN_MS }).toBe(NOTES.warning);
  await site.wait("support", 2);
  await expect(foot(wall)).toContainText("Support: 2 waiting", { timeout: FIRES_WITHIN_MS });
  await expect(foot(wall)).toContainText("+ 2 more");
  await expect.poll(() => notesOn(wall), { timeout: 13_000 }).toBe(NOTES.warning + NOTES.critical);
});

test("[AL64] [AL71] [AL72] from the way in and from supervise to the alerts, and on to what is behind one", async ({
  browser,
}) => {
  await site.wait("support", 2);
  const page = await open(browser, "/supervise");
  const link = page.getByRole("link", { name: /^Alerts/ });
  await expect(link).toContainText("1", { timeout: FIRES_WITHIN_MS });
  await link.click();
  await expect(row(page, "Support: waiting")).toBeVisible();
  const history = page.getByRole("region", { name: "History" });
  await expect(history.locator(".al-empty-title")).toHaveText("No alert has ended yet");
  await page.getByRole("link", { name: "See the queue: Support: waiting" }).click();
  await expect(page.locator("#sv-main h1")).toHaveText("Support");
  await page.goto(site.url);
  await expect(page.getByRole("link", { name: "Alerts, 1 that nobody has" })).toBeVisible();
});

test("[AL75] [AL76] a laptop sounds and notifies only once it was asked to, and remembers it", async ({ browser }) => {
  const shown: string[] = [];
  const desk = await open(browser, "/supervise", { permissions: ["notifications"] }, async (page) => {
    await countNotes(page);
    await page.exposeFunction("noteShown", (title: string) => shown.push(title));
    await page.addInitScript(() => {
      const real = Notification;
      const noted = globalThis as unknown as { noteShown: (title: string) => void };
      class Noted extends EventTarget {
        static readonly permission = "granted";
        static requestPermission = real.requestPermission.bind(real);
        constructor(title: string) {
          super();
          noted.noteShown(title);
        }
        close(): void {
          noted.noteShown("closed");
        }
      }
      globalThis.Notification = Noted as unknown as typeof Notification;
    });
  });
  const sound = button(desk, "Sound");
  const notify = button(desk, "Notifications");
  await expect(sound).toHaveAttribute("aria-pressed", "false");
  await expect(notify).toHaveAttribute("aria-pressed", "false");
  await site.wait("sales", 2);
  await expect(desk.locator(".alert-count")).toContainText("1", { timeout: FIRES_WITHIN_MS });
  expect([shown, await notesOn(desk)]).toEqual([[], 0]);

  await sound.click();
  await notify.click();
  await expect(notify).toHaveAttribute("aria-pressed", "true");
  // What was on the page already is heard, because nobody has it, but not notified.
  await expect.poll(() => notesOn(desk), { timeout: CALMS_WITHIN_MS }).toBe(NOTES.warning);
  await site.wait("support", 2);
  await expect.poll(() => shown, { timeout: FIRES_WITHIN_MS }).toEqual(["Support: waiting"]);
  await site.giveUp("support");
  await expect.poll(() => shown, { timeout: FIRES_WITHIN_MS }).toEqual(["Support: waiting", "closed"]);

  await desk.goto(`${site.url}/alerts`);
  await expect(sound).toHaveAttribute("aria-pressed", "true");
  await expect(notify).toHaveAttribute("aria-pressed", "true");
  await sound.click();
  await expect(sound).toHaveAttribute("aria-pressed", "false");
});

for (const colorScheme of ["light", "dark"] as const)
  test(`[AL77] the alerts at 390 to 1920 px, ${colorScheme}: nothing is cut, axe finds nothing`, async ({
    browser,
  }) => {
    test.slow();
    const empty = await open(browser, "/alerts", { colorScheme });
    const watch = watchPage(empty);
    await expect(empty.locator(".al-rate")).toBeVisible();
    await expectClean(empty, "no alerts");
    for (const queue of ["support", "sales", "back"]) await site.wait(queue, 2);
    for (const locale of ["en-GB", "de-DE", "es-ES", "pt-BR", "fr-FR"]) {
      const page = locale === "en-GB" ? empty : await open(browser, "/alerts", { colorScheme, locale });
      await expect(page.locator(".al-row")).toHaveCount(3, { timeout: FIRES_WITHIN_MS });
      for (const width of [390, 768, 1280, 1920]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth), `${locale} ${width}`).toBe(width);
      }
      await expectClean(page, locale);
    }
    watch.expectQuiet();
  });

test("[AL70] keys alone: from the top of the page to an hour of one's own", async ({ browser }) => {
  await site.wait("support", 2);
  const page = await open(browser, "/alerts");
  await expect(row(page, "Support: waiting")).toBeVisible({ timeout: FIRES_WITHIN_MS });
  const select = page.getByRole("combobox", { name: "For how long: Support: waiting" });
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press("Tab");
    if (await select.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(select).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(select).toHaveValue("60");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(row(page, "Support: waiting")).toContainText("Ada Admin has it until");
  await expect(button(page, "Take back: Support: waiting")).toBeFocused();
});
