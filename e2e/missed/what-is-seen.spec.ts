import { expect, type Page, test } from "@playwright/test";
import { watchPage } from "../page-watch";
import { ANN, BOB, CAT, row, rows, SHOWN_WITHIN_MS, useMissedCallers } from "./missed-callers";
import { expectClean } from "../expect-clean";

const { site, open, miss, comesBack, missThree } = useMissedCallers();

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

test("[RE53] the causes of a queue's misses stand on the supervisor's page, and lead to them", async ({ browser }) => {
  await site().miss([ANN, BOB], "sales");
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
    await page.goto(`${site().url}/missed?list=withheld`);
    await expect(rows(page)).toContainText("number withheld");
    await expectClean(page, "withheld");
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
