import { expect, test, type Page } from "@playwright/test";
import { type Centre, standingClock, startCentre } from "./centre/centre";
import { SAMPLE, SAMPLE_CONFIG } from "./centre/sample-day";
import { focused, tabTo, throughContacts } from "./by-keyboard";
import { until } from "./harness";
import { watchPage } from "./page-watch";
import { expectClean } from "./expect-clean";

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

/**
 * Notes where the focus is, and whether the stop before looks otherwise now that the focus has left it: itself, or what
 * stands for it where it is out of sight, as a radio button's label does. Resolves to false when the focus is nowhere.
 */
const NOTE_FOCUS = `(function () {
  var walk = window.walked || (window.walked = { stops: [], last: null });
  var looks = ["outlineStyle", "outlineWidth", "outlineColor", "boxShadow", "backgroundColor", "backgroundImage",
               "textDecorationLine", "textDecorationColor"];
  var lookOf = function (element) {
    var style = getComputedStyle(element);
    // An outline that is not drawn has a width and a colour all the same.
    return looks.map(function (name) {
      return name.indexOf("outline") === 0 && style.outlineStyle === "none" ? "" : style[name];
    }).join("|");
  };
  var isSeen = function (element) {
    var box = element.getBoundingClientRect();
    return box.width > 2 && box.height > 2 && getComputedStyle(element).visibility !== "hidden";
  };
  if (walk.last !== null) {
    walk.last.stop.marked = walk.last.faces.some(function (face) {
      return face.element.isConnected && isSeen(face.element) && lookOf(face.element) !== face.look;
    });
    walk.last = null;
  }
  var element = document.activeElement;
  if (element === null || element === document.body) return false;
  element.setAttribute("data-walked", "");
  var stop = { name: element.tagName + " " + (element.getAttribute("aria-label") || element.textContent).trim().slice(0, 40),
               marked: false };
  walk.stops.push(stop);
  var faces = isSeen(element) ? [element] : [element.parentElement].concat([].slice.call(element.parentElement.children));
  walk.last = { stop: stop, faces: faces.filter(Boolean).map(function (each) {
    return { element: each, look: lookOf(each) };
  }) };
  return true;
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
      for (let presses = 0; presses < MOST_STOPS; presses += 1) {
        await page.keyboard.press("Tab");
        // Past the last one the focus leaves the page: there is no trap.
        if (!(await page.evaluate<boolean>(NOTE_FOCUS))) break;
      }
      const stops = await page.evaluate<Stop[]>("window.walked.stops");
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

for (const width of [390, 1280, 1920])
  test(`a supervisor works by keys alone at ${width} px: a queue, a time, contacts, a part of them, an agent`, async ({
    page,
  }) => {
    const watch = watchPage(page);
    await page.setViewportSize({ width, height: 900 });
    await open(page, "/supervise", "[data-queue]");
    const asked = (name: string): string | null => new URL(page.url()).searchParams.get(name);

    if (width < 700) {
      await tabTo(page, ".sv-picker");
      await page.keyboard.press("Enter");
    }
    await page.keyboard.press("Tab");
    await tabTo(page, "a[data-queue='']");
    await page.keyboard.press("s");
    await page.keyboard.press("Enter");
    expect(asked("queue")).toMatch(/^(sales|support)$/);
    expect(await focused(page), "who chose keeps the focus").toBe(width < 700 ? "sv-picker" : asked("queue"));

    await page.keyboard.press("Tab");
    await tabTo(page, ".sv-title input");
    await page.keyboard.press("ArrowLeft");
    expect(asked("minutes")).toBe("60");

    await throughContacts(page, async () => {
      await tabTo(page, ".sv-contacts input");
      await page.keyboard.press("ArrowRight");
      expect(asked("part")).toBe("numerator");
    });
    expect(asked("minutes")).toBe("60");

    const agents = page.locator(".st-agent-rows [data-index]");
    const before = await agents.count();
    await page.keyboard.press("Tab");
    await tabTo(page, ".st-filter input");
    await page.keyboard.type("talking");
    expect(asked("agents")).toBe("talking");
    await expect.poll(() => agents.count()).toBeLessThan(before);
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate("document.activeElement.closest('.st-agent-rows') !== null")).toBe(true);
    watch.expectQuiet();
  });

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
    await expectClean(page);
  });
}
