import { type Browser, type BrowserContext, expect, type Page, test } from "@playwright/test";
import { UNDELIVERED_WORDS } from "../lib/words/alerts/undelivered-words";
import { openReceiver, type Receiver } from "../server/notify/testing/receiver";
import { type AlertSite, startAlertSite } from "./alert-site";
import { watchPage } from "./page-watch";
import { expectClean } from "./expect-clean";

/** What fires is looked at once a second, and boards are told in the next. */
const FIRES_WITHIN_MS = 6_000;
/** The channel is asked at once; how it fares is looked at every 15 s. */
const SAID_WITHIN_MS = 25_000;
const SENTENCE = UNDELIVERED_WORDS.en;

/** The channel, and with what it answers. */
let receiver: Receiver;
let status: number;
let site: AlertSite;
let contexts: BrowserContext[] = [];
test.beforeEach(async () => {
  status = 400;
  receiver = await openReceiver((response) => response.writeHead(status).end("no such room"));
  const channel = `{ id: hook, kind: webhook, url: "${receiver.url}/secret-path" }`;
  site = await startAlertSite(`  privateAddresses: true\n  channels: [${channel}]\n`);
});
test.afterEach(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  contexts = [];
  await site.stop();
  await receiver.close();
});

type Options = Parameters<Browser["newContext"]>[0];

/** A browser of its own that nobody is signed in to. */
async function openBrowser(browser: Browser, options: Options = {}): Promise<Page> {
  // What fades in has no contrast while it does.
  const calm = { reducedMotion: "reduce", viewport: { width: 1280, height: 800 } } as const;
  const context = await browser.newContext({ ...calm, ...options });
  contexts.push(context);
  return context.newPage();
}
/** A page of the administrator's. */
async function open(browser: Browser, path: string, options: Options = {}): Promise<Page> {
  const page = await openBrowser(browser, options);
  await site.signIn(page.context());
  await page.goto(`${site.url}${path}`);
  return page;
}

/** A display that shows the board of the hall. */
async function openDisplay(browser: Browser): Promise<Page> {
  const display = await openBrowser(browser, { viewport: { width: 1920, height: 1080 } });
  await display.goto(`${site.url}/wall`);
  const code = display.locator('.pairing-code:not([data-code=""])');
  await expect(code).toBeVisible();
  const desk = await open(browser, "/settings/displays");
  await desk.getByLabel("Code").fill((await code.getAttribute("data-code")) ?? "");
  await desk.getByLabel("Name").first().fill("Hall");
  await desk.getByLabel("What it shows").first().selectOption("hall");
  await desk.getByRole("button", { name: "Let in" }).click();
  await expect(display.locator("main.wall .top-name")).toContainText("Hall");
  return display;
}

const link = (page: Page) => page.getByRole("link", { name: /^Alerts/ });
const mark = (page: Page) => page.locator(".alerts-undelivered");
const hook = (page: Page) => page.locator(".al-channel[data-channel=hook]");

test("[AL79] a channel that refuses an alert is marked at the way to the alerts, until it takes another", async ({
  browser,
}) => {
  const desk = await open(browser, "/supervise");
  const watch = watchPage(desk);
  const wall = await openDisplay(browser);
  await expect(link(desk)).toHaveAccessibleName("Alerts");

  await site.wait("support", 2);
  await expect(link(desk)).toHaveAccessibleName(/^Alerts, 1 that nobody has/, { timeout: FIRES_WITHIN_MS });
  // Nobody loads the page anew.
  await expect(mark(desk)).toBeVisible({ timeout: SAID_WITHIN_MS });
  await expect(link(desk)).toHaveAccessibleName(`Alerts, 1 that nobody has, ${SENTENCE}`);
  await expect(link(desk)).toHaveAttribute("title", SENTENCE);
  await expectClean(desk, "supervise, with the mark");
  // A refusal is no reason to ask again.
  expect(receiver.received).toHaveLength(1);

  for (const path of ["/", "/missed", "/alerts"]) {
    const page = await open(browser, path);
    await expect(link(page)).toHaveAccessibleName(`Alerts, 1 that nobody has, ${SENTENCE}`);
    await expect(mark(page)).toBeVisible();
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(mark(page)).toBeInViewport({ ratio: 1 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(390);
    await expectClean(page, path);
  }
  const alerts = await open(browser, "/alerts");
  await expect(hook(alerts)).toHaveAttribute("data-trouble", "lost");
  await expect(hook(alerts)).toContainText("not delivered: 1 message");
  await expect(hook(alerts)).toContainText("400 no such room");

  // The wall tells of the alert, and not of who was not told of it.
  await expect(wall.locator(".foot")).toContainText("Support: 2 waiting");
  await expect(mark(wall)).toHaveCount(0);
  await expect(wall.locator("body")).not.toContainText(SENTENCE);

  status = 200;
  await site.wait("sales", 2);
  await expect.poll(() => receiver.received.length, { timeout: FIRES_WITHIN_MS }).toBe(2);
  await expect(mark(desk)).toHaveCount(0, { timeout: SAID_WITHIN_MS });
  await expect(link(desk)).toHaveAccessibleName("Alerts, 2 that nobody has");
  await expect(link(desk)).not.toHaveAttribute("title");
  // On the page of the alerts it goes as well; what was lost there stays lost.
  await expect(mark(alerts)).toHaveCount(0);
  await expect(hook(alerts)).toContainText("not delivered: 1 message");
  watch.expectQuiet();
});
