import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/**
 * axe finds nothing.
 * @param where what is looked at, for whoever reads that it does
 * @param part a selector: only what is in there
 */
export async function expectClean(page: Page, where = "", part: string | null = null): Promise<void> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (part === null ? axe : axe.include(part)).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  expect(found, where).toEqual([]);
}
