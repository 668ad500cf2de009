import { expect, test } from "@playwright/test";
import { makeSite, removeSite, startDevelopment, type Pickup, type Site } from "../harness";
import { SAME } from "./same";
import { expectClean } from "../expect-clean";

// Every part of the screens in every state and theme, against the picture it was. The style guide is a page of the
// development server only.

let site: Site;
let pickup: Pickup;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  site = await makeSite(null);
  pickup = await startDevelopment(site);
});
test.afterAll(async () => {
  // The development server has nothing to put down, and takes its time to say goodbye.
  await pickup.kill();
  removeSite(site);
});

for (const theme of ["dark", "light", "contrast"]) {
  test(`the parts look as they did: ${theme}`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`${pickup.url}/styleguide`, { timeout: 90_000 });
    const guide = page.locator(`.guide-theme[data-theme="${theme}"]`);
    await expect(guide.locator("canvas").first()).toBeVisible({ timeout: 30_000 });
    await page.evaluate(() => document.fonts.ready);
    // Names in other scripts are drawn with whatever letters the machine has.
    await expect(guide).toHaveScreenshot(`parts-${theme}.png`, { ...SAME, mask: [guide.locator(".guide-names")] });
    await expectClean(page, "", `.guide-theme[data-theme="${theme}"]`);
  });
}
