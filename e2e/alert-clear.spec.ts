import { type Browser, expect, type Page, test } from "@playwright/test";
import { type AlertSite, startAlertSite } from "./alert-site";

/** It fires on for longer than this looks. */
const PATIENCE = `    - { id: patience, name: Patience, severity: critical, queues: [support], when: { longestWait: { raiseSeconds: 5, clearSeconds: 2 } }, keepFiringSeconds: 120 }
`;

let site: AlertSite;
test.beforeEach(async () => {
  site = await startAlertSite(PATIENCE);
});
test.afterEach(() => site.stop());

async function open(browser: Browser, path: string): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: "reduce", viewport: { width: 1920, height: 1080 } });
  await site.signIn(context);
  const page = await context.newPage();
  await page.goto(`${site.url}${path}`);
  return page;
}

const waitIn = (text: string): string | undefined => /longest wait (\d+:\d\d)/.exec(text)?.[1];

test("[AL16] once nobody waits any more, the wall, supervise and alerts say so, and tell no longer a wait than there was", async ({
  browser,
}) => {
  const places = [
    (await open(browser, "/wall?board=hall")).locator(".foot"),
    (await open(browser, "/supervise")).locator(".sv-firing-line"),
    (await open(browser, "/alerts")).locator(".al-row"),
  ];
  await site.wait("support", 1);
  for (const place of places) await expect(place).toContainText("longest wait 0:", { timeout: 12_000 });
  await site.giveUp("support");
  for (const place of places)
    await expect(place).toContainText(/clear since \d\d:\d\d, before: longest wait 0:/, { timeout: 6_000 });
  const told = async () => Promise.all(places.map(async (place) => waitIn(await place.innerText())));
  const before = await told();
  expect(new Set(before).size).toBe(1);
  await places[0]?.page().waitForTimeout(4_000);
  expect(await told()).toEqual(before);
  for (const place of places) await place.page().context().close();
});
