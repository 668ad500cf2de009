import path from "node:path";
import { type BrowserContextOptions, expect, type Locator, type Page, test } from "@playwright/test";
import type { SilencesPage } from "../lib/alerts/alert-api";
import type { QueueEvent } from "../lib/events";
import { type CallerAlias, contactId, queueId, sourceId } from "../lib/vocabulary";
import { createMemoryVault } from "../server/callers/memory-vault";
import { openReceiver, type Receiver } from "../server/notify/testing/receiver";
import { openSqliteStore } from "../server/store/sqlite";
import { tabTo } from "./by-keyboard";
import { makeSite, type Pickup, removeSite, type Site, toldConfig, startPickup } from "./harness";
import { expectClean } from "./expect-clean";

const CALM: BrowserContextOptions = { reducedMotion: "reduce", viewport: { width: 1280, height: 800 } };
test.use({ contextOptions: CALM, viewport: { width: 1280, height: 800 }, timezoneId: "UTC" });
// They go on where the one before left off.
test.describe.configure({ mode: "serial", timeout: 180_000 });

const MINUTE_MS = 60_000;
/** A preview folds two days. */
const PREVIEW_MS = 60_000;

const line = (atMs: number, event: QueueEvent<CallerAlias>) => ({
  sourceId: sourceId("shop"),
  sourceKey: `yesterday ${event.type}`,
  atMs,
  receivedAtMs: atMs,
  event,
});

/** Yesterday somebody waited at Support for ten minutes. @returns since when */
async function writeYesterday({ folder }: Site): Promise<number> {
  const opened = openSqliteStore({ path: path.join(folder, "data/events.db"), vault: createMemoryVault() });
  if (opened.kind === "refused") throw new Error(opened.message);
  const offeredAtMs = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS - 24 * 60 * MINUTE_MS;
  const visit = { queueId: queueId("support"), contactId: contactId("yesterday"), stay: 0 };
  await opened.store.append([
    line(offeredAtMs, { type: "contact.offered", channel: "voice", caller: null, via: "direct", ...visit }),
    line(offeredAtMs + 10 * MINUTE_MS, { type: "contact.abandoned", ...visit }),
  ]);
  await opened.store.close();
  return offeredAtMs;
}

/** The channel, and with what it answers. */
let receiver: Receiver;
let status = 200;
let site: Site;
let pickup: Pickup;
let waitedFromMs = 0;
test.beforeAll(async () => {
  receiver = await openReceiver((response) => response.writeHead(status).end("thanks for that\nand for nothing else"));
  const channel = `{ id: hook, kind: webhook, url: "${receiver.url}/secret-path" }`;
  site = await makeSite(`${toldConfig()}alerts: { privateAddresses: true, channels: [${channel}] }\n`);
  waitedFromMs = await writeYesterday(site);
  pickup = await startPickup(site);
});
test.afterAll(async () => {
  await pickup.stop();
  removeSite(site);
  await receiver.close();
});

const button = (page: Page, name: string): Locator => page.getByRole("button", { name, exact: true });
const preview = (page: Page): Locator => page.locator(".ar-preview");
const timeOf = (atMs: number): string => new Date(atMs).toISOString().slice(11, 16);

async function open(page: Page): Promise<void> {
  await pickup.signIn(page);
  await page.goto(`${site.url}/settings/alerts`);
  await expect(page.getByRole("heading", { level: 1, name: "Alerts" })).toBeVisible();
  await expect(page.locator(".ar-rules .sl-row").first()).toBeVisible();
}

/** Writes over what stands in the field that has the focus. */
async function writeOver(page: Page, text: string): Promise<void> {
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(text);
}
async function press(page: Page, target: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

test("[AL80] [AL82] a rule is made by keyboard, once it is seen what it would have done", async ({ page }) => {
  await open(page);
  await expectClean(page);
  await press(page, "section[aria-labelledby=ar-rules] .sl-head > button");
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
  // A first idea: whoever waits for five minutes. It is asked for before there is a name.
  await expect(preview(page)).toContainText("this would have fired once:", { timeout: PREVIEW_MS });
  const fired = `Support ${timeOf(waitedFromMs + 5 * MINUTE_MS)}–${timeOf(waitedFromMs + 11 * MINUTE_MS)}`;
  await expect(preview(page).locator(".ar-told")).toHaveAttribute("data-stale", "false");
  expect((await preview(page).locator("li").allTextContents()).map((text) => text.trim())).toEqual([fired]);
  await expectClean(page);

  await tabTo(page, "[name='0.raise']");
  await writeOver(page, "soon");
  await page.keyboard.press("Tab");
  await expect(page.getByText("Enter a number.")).toBeVisible();
  await expect(preview(page).locator(".ar-told")).toHaveAttribute("data-stale", "true");
  await expectClean(page);
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
  await expect(page.getByText("Enter a name.")).toBeVisible();
  await page.keyboard.type("Patience");

  await tabTo(page, "[name='0.raise']");
  await writeOver(page, "900");
  await expect(preview(page)).toContainText("this would not have fired.", { timeout: PREVIEW_MS });
  await writeOver(page, "590");
  await expect(preview(page)).toContainText("this would have fired once:", { timeout: PREVIEW_MS });
  await page.keyboard.press("Enter");
  await expect(page.getByText("Patience watches from now on.")).toBeVisible();
  await expect(button(page, "Make a rule")).toBeFocused();
  const row = page.locator(".ar-rules .sl-row", { hasText: "Patience" });
  await expect(row).toContainText("Somebody has waited 9:50");
  await expect(row).toContainText("by Ada Admin");
  await page.reload();
  await expect(row).toContainText("Clear again at 3:00");
});

test("[AL83] a rule is switched off and deleted; a default is changed and comes back", async ({ page }) => {
  await open(page);
  await press(page, "[aria-label='Switch off: Patience']");
  await expect(page.getByText("Patience is off.")).toBeVisible();
  await expect(button(page, "Switch on: Patience")).toBeVisible();
  await press(page, "[aria-label='Delete: Patience']");
  await expect(button(page, "Cancel")).toBeFocused();
  await expectClean(page);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Patience is deleted.")).toBeVisible();

  await expect(button(page, "Delete: Somebody waits too long")).toHaveCount(0);
  await button(page, "Change: Somebody waits too long").click();
  await expect(page.getByText("This is a default.")).toBeVisible();
  await page.getByRole("radio", { name: "Chosen queues together" }).check();
  // What is wrong with it moves the button; pressed it is all the same.
  await page.getByLabel("Has to hold for, s").fill("x");
  await button(page, "Save").click();
  await expect(page.getByText("Enter a name for the group.")).toBeVisible();
  await page.getByLabel("Has to hold for, s").fill("0");
  await expect(page.getByText("Choose at least one queue.")).toBeVisible();
  await page.getByLabel("Name of the group").fill("Phones");
  await page.getByRole("checkbox", { name: "Sales", exact: true }).check();
  await button(page, "Add a condition").click();
  await expect(page.getByLabel("Condition 2", { exact: true }).and(page.locator("select"))).toBeFocused();
  await expectClean(page);
  await button(page, "Save").click();
  await expect(page.getByText("Somebody waits too long is changed")).toBeVisible();
  const row = page.locator(".ar-rules .sl-row", { hasText: "Somebody waits too long" });
  await expect(row).toContainText("Phones, together: Sales");
  await expect(row).toContainText(/Somebody has waited \d:\d\d and 10 callers wait/);
  await button(page, "Back to the default: Somebody waits too long").click();
  await button(page, "Back to the default").click();
  await expect(row).toContainText("Each queue");
});

test("[AL86] a silence is begun with its reason and ended, by keyboard", async ({ page }) => {
  await open(page);
  await press(page, "section[aria-labelledby=ar-silences] .sl-head > button");
  await expect(page.getByLabel("Which rule")).toBeFocused();
  await press(page, "[name=reason]");
  await expect(page.getByText("Enter a reason.")).toBeVisible();
  await expect(page.getByLabel("Reason", { exact: true })).toBeFocused();
  await expectClean(page);
  await page.keyboard.type("Stocktaking");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^Silent until /)).toBeVisible();
  const row = page.locator(".ar-silences .sl-row");
  await expect(row).toContainText("All rules");
  await expect(row).toContainText("Stocktaking");
  await expect(row).toContainText("by Ada Admin");
  await press(page, "[aria-label^='End now']");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("The silence has ended.")).toBeVisible();
  await expect(page.getByText("Nothing is silenced.")).toBeVisible();
});

for (const [wrong, wrongByMs] of [
  ["slow", -180 * MINUTE_MS],
  ["fast", 180 * MINUTE_MS],
] as const)
  test(`[AL86] a computer whose clock is three hours ${wrong} silences for as long as it says`, async ({ page }) => {
    await page.clock.install({ time: Date.now() + wrongByMs });
    await open(page);
    await button(page, "Begin a silence").click();
    await page.getByLabel("Reason", { exact: true }).fill("Stocktaking");
    await button(page, "Begin").click();
    await expect(page.locator(".ar-silences .sl-row")).toContainText("Stocktaking");
    const { silences } = (await (await pickup.get("/api/v1/alert-silences")).json()) as SilencesPage;
    const leftMs = silences.map(({ untilMs }) => Math.round((untilMs - Date.now()) / MINUTE_MS) * MINUTE_MS);
    expect(leftMs).toEqual([60 * MINUTE_MS]);
    await page.locator("[aria-label^='End now']").click();
    await button(page, "End the silence").click();
    await expect(page.getByText("Nothing is silenced.")).toBeVisible();
  });

test("[AL84] [AL85] a channel's answer to a test is shown, and never its address", async ({ page }) => {
  await open(page);
  const row = page.locator(".ar-ways .sl-row");
  await press(page, "[aria-label='Send test: hook']");
  await expect(row).toContainText("Delivered");
  await expect(row).toContainText(/answer 200 after [\d.]+ s/);
  expect(receiver.received).toHaveLength(1);
  status = 503;
  await page.keyboard.press("Enter");
  await expect(row).toContainText("Not delivered");
  await expect(row).toContainText("answer 503");
  await expectClean(page);
  await button(page, "How to add a channel").click();
  await page.getByLabel("Kind of channel").selectOption("E-mail");
  await expect(page.locator(".ar-how code")).toContainText("kind: email");
  await expectClean(page);
  expect(await page.content()).not.toContain("secret-path");
});

test("[AL88] defaults are called in the reader's language, and switching or changing one leaves it so", async ({
  browser,
}) => {
  const german = await browser.newContext({ ...CALM, locale: "de-DE" });
  const page = await german.newPage();
  await pickup.signIn(page);
  await page.goto(`${site.url}/settings/alerts`);
  await button(page, "Ändern: Keine Daten").click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Keine Daten");
  await page.getByLabel("Muss andauern, s").fill("25");
  await button(page, "Speichern").click();
  await expect(page.getByText("Keine Daten ist geändert")).toBeVisible();
  await expect(button(page, "Ausschalten: Jemand wartet zu lange")).toBeVisible();
  await expect(page.getByText("No data")).toHaveCount(0);
  const english = await browser.newContext({ ...CALM, locale: "en-GB" });
  const other = await english.newPage();
  await open(other);
  await expect(button(other, "Change: No data")).toBeVisible();
  await german.close();
  await english.close();
});
