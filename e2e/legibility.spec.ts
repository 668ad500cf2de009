import { expect, type Page, test } from "@playwright/test";
import { fontSizeFor, type Picture } from "../lib/legibility";
import { makeSite, removeSite, simulatorConfig, startPickup, type Pickup, type Site } from "./harness";
import { awaitWall } from "./wall-page";

let site: Site;
let pickup: Pickup;

test.beforeAll(async () => {
  site = await makeSite(simulatorConfig(12));
  pickup = await startPickup(site);
});
test.beforeEach(({ context }) => pickup.signIn(context));
test.afterAll(async () => {
  await pickup.stop();
  removeSite(site);
});

/** What stands on the wall, as the browser has drawn it. */
type Letters = {
  readonly plan: string | undefined;
  /** Every text by its font size in px. */
  readonly texts: readonly (readonly [text: string, px: number])[];
  /** The figures among them, without their units. */
  readonly figures: readonly (readonly [text: string, px: number])[];
  /** Font size of the head's smallest figure. */
  readonly smallestMainPx: number;
  readonly scrolls: readonly [right: number, down: number];
  /** Texts that are cut, reach into the foot, or leave the picture. */
  readonly misplaced: readonly string[];
  /** Texts that stand on one another. */
  readonly overlapping: readonly string[];
};

const readLetters = (page: Page): Promise<Letters> =>
  page.evaluate(() => {
    const wall = document.querySelector<HTMLElement>("main.wall") as HTMLElement;
    const edge = wall.getBoundingClientRect();
    const foot = (document.querySelector(".foot") as HTMLElement).getBoundingClientRect();
    const texts: [string, number][] = [];
    const figures: [string, number][] = [];
    const misplaced: string[] = [];
    const boxes: { text: string; owner: Element | null; box: DOMRect }[] = [];
    const walker = document.createTreeWalker(wall, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement as HTMLElement;
      const text = (walker.currentNode.textContent ?? "").trim();
      if (text === "" || element.closest(".sr-only, [hidden]") !== null) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      const drawn = range.getBoundingClientRect();
      if (drawn.width === 0) continue;
      const px = parseFloat(getComputedStyle(element).fontSize);
      texts.push([text, px]);
      if (element.closest("[data-figure]") !== null && element.closest(".unit") === null) figures.push([text, px]);
      // What ends in an ellipsis is as wide as its place.
      const place = element.closest(".name, .top-name bdi, .foot-name, .person-name")?.getBoundingClientRect();
      const width = place === undefined ? drawn.width : Math.min(drawn.width, place.width);
      const box = new DOMRect(
        place === undefined ? drawn.left : Math.max(drawn.left, place.left),
        drawn.top,
        width,
        drawn.height,
      );
      if (box.right > edge.right - 8 || box.left < edge.left + 8) misplaced.push(`out: ${text}`);
      if (element.closest(".foot") === null && box.bottom > foot.top + 2) misplaced.push(`foot: ${text}`);
      boxes.push({
        text,
        owner: element.closest("[data-figure], .name, .fact-line, bdi, .foot-about") ?? element,
        box,
      });
    }
    for (const figure of wall.querySelectorAll<HTMLElement>("[data-figure]"))
      if (figure.scrollWidth > figure.clientWidth + 1 && figure.clientWidth > 0)
        misplaced.push(`cut: ${figure.textContent}`);
    const overlapping: string[] = [];
    for (const [index, one] of boxes.entries())
      for (const other of boxes.slice(index + 1)) {
        if (one.owner === other.owner || one.owner?.contains(other.owner) || other.owner?.contains(one.owner)) continue;
        const [a, b] = [one.box, other.box];
        // Line boxes are taller than letters.
        const sides = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const lines =
          Math.min(a.bottom - a.height * 0.22, b.bottom - b.height * 0.22) -
          Math.max(a.top + a.height * 0.22, b.top + b.height * 0.22);
        if (sides > 1 && lines > 1) overlapping.push(`${one.text} | ${other.text}`);
      }
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
    return {
      plan: wall.dataset["plan"],
      texts,
      figures,
      smallestMainPx: Math.min(
        ...[...document.querySelectorAll(".number")].map((number) => parseFloat(getComputedStyle(number).fontSize)),
      ),
      scrolls: [scrollWidth - clientWidth, scrollHeight - clientHeight],
      misplaced,
      overlapping,
    } as const;
  });

async function show(page: Page, { widthPx, heightPx }: Picture, query: string): Promise<Letters> {
  await page.setViewportSize({ width: widthPx, height: heightPx });
  await page.goto(`${pickup.url}/wall?${query}`);
  await awaitWall(
    page,
    "a filled wall",
    ({ figures, queues }) => "waiting" in figures && Object.keys(queues).length > 0,
  );
  return readLetters(page);
}

const tooSmall = (texts: Letters["texts"], leastPx: number): readonly string[] =>
  texts.filter(([, px]) => px < leastPx).map(([text, px]) => `${text}: ${px} px`);

const sound = { scrolls: [0, 0], misplaced: [], overlapping: [] };

const LYING: readonly Picture[] = [
  { widthPx: 1920, heightPx: 1080 },
  { widthPx: 3840, heightPx: 2160 },
];
const STANDING: Picture = { widthPx: 1080, heightPx: 1920 };

for (const [inches, pictures] of [
  [43, LYING],
  [55, [...LYING, STANDING]],
  [75, LYING],
] as const) {
  test(`[LE1] ${inches} inches, 3 to 10 m away: labels of 16 and figures of 20 arc minutes, nothing cut`, async ({
    page,
  }) => {
    for (const picture of pictures)
      for (const metres of [3, 5, 8, 10]) {
        const at = `${metres} m, ${picture.widthPx} × ${picture.heightPx}`;
        const letters = await show(page, picture, `inches=${inches}&metres=${metres}`);
        const least = (arcMinutes: number): number =>
          fontSizeFor(arcMinutes, picture, { screenInches: inches, distanceMetres: metres });
        expect.soft(tooSmall(letters.texts, least(16)), `labels at ${at}`).toEqual([]);
        expect.soft(tooSmall(letters.figures, least(20)), `figures at ${at}`).toEqual([]);
        expect.soft(letters, at).toMatchObject(sound);
      }
  });
}

test("[LE2] where nothing is said labels are 4 % of the short side, figures of the head 12 %", async ({ page }) => {
  for (const picture of [...LYING, STANDING, { widthPx: 1280, heightPx: 720 }, { widthPx: 1024, heightPx: 768 }]) {
    const letters = await show(page, picture, "board=main");
    const short = Math.min(picture.widthPx, picture.heightPx);
    expect(letters.plan).toBe("middle");
    expect(tooSmall(letters.texts, short * 0.04)).toEqual([]);
    expect(letters.smallestMainPx).toBeGreaterThanOrEqual(short * 0.12);
    expect(letters).toMatchObject(sound);
  }
});

for (const language of ["de", "es", "pt-br", "fr"])
  test(`[LE4] nothing is cut or overlaps in ${language}`, async ({ page }) => {
    for (const query of [
      "board=main",
      "inches=55&metres=3",
      "inches=55&metres=5",
      "inches=55&metres=8",
      "inches=55&metres=10",
    ]) {
      const letters = await show(page, { widthPx: 1920, heightPx: 1080 }, `${query}&lang=${language}`);
      expect.soft(letters, query).toMatchObject(sound);
    }
  });
