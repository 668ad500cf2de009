import { expect, type Page } from "@playwright/test";
import { awaitSupervise } from "./supervise-page";

/** What has the focus: its id, else the queue it stands for, else what it is. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { id = "", dataset, className } = (document.activeElement ?? document.body) as HTMLElement;
    return id || (dataset["queue"] ?? className);
  });

const MOST_PRESSES = 60;

/** Presses Tab until what has the focus is a `target`, a CSS selector. */
export async function tabTo(page: Page, target: string): Promise<void> {
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    // One press must have been before the next question.
    // oxlint-disable-next-line no-await-in-loop
    if (await page.evaluate((selector) => document.activeElement?.matches(selector), target)) return;
    // oxlint-disable-next-line no-await-in-loop
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reaches ${target}`);
}

/** Opens the contacts behind the service level, and closes them: the focus goes there and back. */
export async function throughContacts(page: Page, between: () => Promise<void> = async () => {}): Promise<void> {
  await tabTo(page, "#sv-figure-serviceLevel");
  await page.keyboard.press("Enter");
  await awaitSupervise(page, "the contacts", ({ contacts }) => contacts !== null);
  expect(await focused(page)).toBe("sv-contacts-heading");
  await between();
  await page.keyboard.press("Escape");
  await awaitSupervise(page, "no contacts", ({ contacts }) => contacts === null);
  expect(await focused(page)).toBe("sv-figure-serviceLevel");
}
