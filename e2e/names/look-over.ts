import { expect, type Page } from "@playwright/test";

/** Where names that others chose stand, on any page. */
const NAMED = "bdi, .name, .person-name, .foot-name, .sv-queue-name, [data-name]";

type Look = {
  readonly names: readonly string[];
  /** Names that could turn what stands beside them. */
  readonly notIsolated: readonly string[];
  /** What reaches out of the picture or out of its line. */
  readonly outside: readonly string[];
  readonly scrolls: number;
  /** Elements that no text of ours is. */
  readonly injected: readonly string[];
};

const look = (page: Page): Promise<Look> =>
  page.evaluate((named) => {
    const width = document.documentElement.clientWidth;
    const all = [...document.querySelectorAll("body *")].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && box.height > 0 && element.closest(".sr-only, [hidden]") === null;
    });
    const outside: string[] = [];
    const notIsolated: string[] = [];
    const names: string[] = [];
    /** Whether something round it cuts off what would reach out, before the picture ends. */
    const isCut = (element: Element): boolean => {
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const { overflowX } = getComputedStyle(at);
        const box = at.getBoundingClientRect();
        if (overflowX !== "visible" && box.right <= width + 1 && box.left >= -1) return true;
      }
      return false;
    };
    for (const element of all) {
      const box = element.getBoundingClientRect();
      if ((box.right > width + 1 || box.left < -1) && !isCut(element))
        outside.push(`${element.tagName}.${element.getAttribute("class") ?? ""} ${Math.round(box.right)}`);
    }
    for (const element of all.filter((each) => each.matches(named))) {
      const text = (element.textContent ?? "").trim();
      names.push(text);
      if (!/isolate|plaintext/.test(getComputedStyle(element).unicodeBidi)) notIsolated.push(text);
    }
    // A name stays in its row.
    for (const row of document.querySelectorAll("[data-queue]")) {
      const { top, bottom } = row.getBoundingClientRect();
      for (const cell of row.children) {
        const box = cell.getBoundingClientRect();
        if (box.top < top - 2 || box.bottom > bottom + 2)
          outside.push(`${cell.textContent?.slice(0, 40)}: off its row`);
      }
    }
    const foreign = document.querySelectorAll("img, iframe, object, embed, body a[href^='javascript:']");
    const scripts = [...document.scripts].filter((script) => script.textContent?.includes("alert") === true);
    return {
      names,
      notIsolated,
      outside,
      scrolls: document.documentElement.scrollWidth - width,
      injected: [...foreign, ...scripts].map((element) => element.outerHTML.slice(0, 80)),
    };
  }, NAMED);

/** Names are text in their places, whatever they hold. @returns the names that are to be seen */
export async function expectNamesAreText(page: Page): Promise<readonly string[]> {
  const { names, ...rest } = await look(page);
  expect(rest).toEqual({ notIsolated: [], outside: [], scrolls: 0, injected: [] });
  for (const name of names) expect(name).not.toMatch(/[\p{Cf}\p{Cs}]|\p{M}{5}/u);
  return names;
}
