import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { type Centre, standingClock, startCentre } from "./centre/centre";
import { SAMPLE, SAMPLE_CONFIG } from "./centre/sample-day";
import { until } from "./harness";
import { watchPage } from "./page-watch";

// Every page by keyboard alone, at three widths; and what an accessibility checker says of it in every theme.

let centre: Centre;

test.beforeAll(async () => {
  centre = await startCentre({ config: SAMPLE_CONFIG, clock: standingClock(SAMPLE.busy) });
});
test.afterAll(async () => centre.close());

const PAGES = [
  { address: "/", ready: "main a[href*='wall']" },
  { address: "/wall", ready: "[data-queue]" },
  { address: "/supervise", ready: "[data-queue]" },
  { address: "/supervise?queue=support&figure=serviceLevel", ready: "[data-queue]" },
] as const;

async function open(page: Page, address: string, ready: string): Promise<void> {
  await page.clock.setFixedTime(SAMPLE.busy);
  await page.goto(`${centre.url}${address}`);
  await until(`${address} is filled`, async () => ((await page.locator(ready).count()) > 0 ? true : null));
  await page.waitForTimeout(1_000);
}

type Stop = { readonly name: string; readonly marked: boolean };

/** Where the focus is, and whether one sees it there. null: nowhere. */
const READ_FOCUS = `(function () {
  var element = document.activeElement;
  if (element === null || element === document.body) return null;
  if (!element.hasAttribute("data-walked")) element.setAttribute("data-walked", "");
  var style = getComputedStyle(element);
  var box = element.getBoundingClientRect();
  var outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
  var marked = outlined || style.boxShadow !== "none" || style.textDecorationLine.indexOf("underline") >= 0;
  return { name: element.tagName + " " + (element.getAttribute("aria-label") || element.textContent).trim().slice(0, 40),
           marked: marked && box.width > 0 && box.height > 0 };
})()`;

/** What can be reached in the order of tabs, is visible, and was not reached. */
const READ_MISSED = `(function () {
  var found = [];
  document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']").forEach(function (element) {
    var box = element.getBoundingClientRect();
    var style = getComputedStyle(element);
    if (element.tabIndex < 0 || element.disabled || box.width === 0 || style.visibility === "hidden") return;
    // Of a group of radio buttons one is reached, the arrows do the rest.
    if (element.type === "radio" && document.querySelector("[name='" + element.name + "'][data-walked]")) return;
    if (!element.hasAttribute("data-walked")) found.push(element.outerHTML.slice(0, 120));
  });
  return found;
})()`;

const MOST_STOPS = 250;

for (const width of [390, 1280, 1920])
  for (const { address, ready } of PAGES) {
    test(`${address} is walked by keyboard alone at ${width} px`, async ({ page }) => {
      const watch = watchPage(page);
      await page.setViewportSize({ width, height: 900 });
      await open(page, address, ready);
      const stops: Stop[] = [];
      for (let presses = 0; presses < MOST_STOPS; presses += 1) {
        await page.keyboard.press("Tab");
        const stop = await page.evaluate<Stop | null>(READ_FOCUS);
        // Past the last one the focus leaves the page: there is no trap.
        if (stop === null) break;
        stops.push(stop);
      }
      expect(stops.length, "stops before the focus leaves the page").toBeLessThan(MOST_STOPS);
      expect(stops.length).toBeGreaterThan(0);
      expect(stops.filter(({ marked }) => !marked).map(({ name }) => name)).toEqual([]);
      expect(await page.evaluate<string[]>(READ_MISSED)).toEqual([]);
      const sideways = await page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      expect(sideways, "px to scroll sideways").toBe(0);
      watch.expectQuiet();
    });
  }

const THEMED = [
  ...PAGES.filter(({ address }) => address !== "/wall").flatMap((each) =>
    (["light", "dark"] as const).map((scheme) => ({ ...each, scheme })),
  ),
  ...["main", "light", "contrast"].map((board) => ({
    address: `/wall?board=${board}`,
    ready: "[data-queue]",
    scheme: "dark" as const,
  })),
];
for (const { address, ready, scheme } of THEMED) {
  test(`axe finds nothing on ${address}, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await open(page, address, ready);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
    expect(told).toEqual([]);
  });
}
