import { expect, type Page, type Route, test } from "@playwright/test";
import { expectClean } from "../expect-clean";
import { watchPage } from "../page-watch";
import { outcome, row, rows, SHOWN_WITHIN_MS, useMissedCallers } from "./missed-callers";

/** What others do is looked for every ten seconds. */
const OTHERS_WITHIN_MS = 13_000;

const { open, missThree } = useMissedCallers();

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
  // The button is gone, the focus is not.
  await expect(row(page, "0934")).toBeFocused();

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

  // Whoever tries by key what he cannot do is told why, too.
  await row(loser, "4711").focus();
  await loser.keyboard.press("x");
  await expect(loser.locator(".mi-menu")).toHaveCount(0);
  await expect(outcome(loser)).toContainText("has it until");

  await row(winner, "4711").focus();
  await winner.keyboard.press("c");
  await expect(outcome(winner)).toContainText("•••4711: nobody has it any more.");
  await expect(loser.getByRole("button", { name: "Claim: •••4711" })).toBeVisible({ timeout: OTHERS_WITHIN_MS });
});

test("the page names its keys: those of acts to whoever may act", async ({ browser }) => {
  for (const reader of ["Ada", "Cleo"] as const) {
    const page = await open(browser, "/missed", reader);
    await expect(page.getByText("Nobody is to be called back")).toBeVisible();
    await page.keyboard.press("?");
    const keys = page.getByRole("dialog", { name: "Keys" });
    await expect(keys.getByRole("button", { name: "Close" })).toBeFocused();
    expect(await keys.locator("kbd").allTextContents()).toEqual([
      "↑",
      "↓",
      "k",
      "j",
      "Home",
      "End",
      "↵",
      ...(reader === "Ada" ? ["c", "l", "x"] : []),
      "n",
      "Esc",
      "?",
    ]);
    await expectClean(page, `the keys, ${reader}`);
    await page.keyboard.press("Escape");
    await expect(keys).toHaveCount(0);
  }
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
  await expect(outcome(page)).toContainText("You may not see numbers.");
});
