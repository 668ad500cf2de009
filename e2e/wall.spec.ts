import { expect, test } from "@playwright/test";
import { makeSite, removeSite, simulatorConfig, startPickup, type Pickup, type Site } from "./harness";
import { CONNECTION_REFUSED, watchPage } from "./page-watch";
import { awaitWall, expectWallEqualsSnapshot, readWall, type WallReading } from "./wall-page";
import { expectClean } from "./expect-clean";

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

const answeredOn = (wall: WallReading): number => Number(wall.figures["answered"]?.replaceAll(",", ""));
const isFilled = (wall: WallReading): boolean => !wall.stale && answeredOn(wall) > 0;

const figuresOn = ({ figures, queues }: WallReading): string =>
  JSON.stringify([{ ...figures, longestWait: "" }, Object.values(queues).map((row) => ({ ...row, longestWait: "" }))]);

test("the wall of the simulator equals the HTTP snapshot", async ({ page }) => {
  const watch = watchPage(page);
  await page.goto(`${pickup.url}/wall`);
  await awaitWall(page, "a filled wall", isFilled);
  await expectWallEqualsSnapshot(page, pickup);
  expect(Object.keys((await readWall(page))?.queues ?? {})).toHaveLength(4);
  watch.expectQuiet();
});

test("the clock moves with every second, and figures with the calls", async ({ page }) => {
  // Calls of the simulator come as they like: there may be half a minute without any.
  test.setTimeout(180_000);
  await page.goto(`${pickup.url}/wall`);
  const first = await awaitWall(page, "a filled wall", isFilled);
  const next = await awaitWall(page, "another second", (wall) => wall.secondMark !== first.secondMark, 1_500);
  await awaitWall(page, "one more second", (wall) => wall.secondMark !== next.secondMark, 1_500);
  const before = figuresOn(first);
  await awaitWall(page, "a change", (wall) => figuresOn(wall) !== before, 150_000);
  await expectWallEqualsSnapshot(page, pickup);
});

test("axe finds nothing on the wall", async ({ page }) => {
  await page.goto(`${pickup.url}/wall`);
  await awaitWall(page, "a filled wall", isFilled);
  await expectClean(page);
});

for (const [width, height] of [
  [1280, 720],
  [1920, 1080],
  [3840, 2160],
  [1080, 1920],
] as const) {
  test(`nothing scrolls at ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto(`${pickup.url}/wall`);
    await awaitWall(page, "a filled wall", isFilled);
    const overflow = await page.evaluate(() => {
      const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
      return [scrollWidth - clientWidth, scrollHeight - clientHeight];
    });
    expect(overflow).toEqual([0, 0]);
  });
}

test("a killed server comes back and the wall is right again by itself", async ({ page }) => {
  const watch = watchPage(page);
  await page.goto(`${pickup.url}/wall`);
  const before = await awaitWall(page, "a filled wall", isFilled);
  await pickup.kill();
  await awaitWall(page, "the stale look", (wall) => wall.stale, 12_000);
  pickup = await startPickup(site);
  const after = await awaitWall(page, "a live wall", isFilled, 30_000);
  await expectWallEqualsSnapshot(page, pickup);
  expect(answeredOn(after)).toBeGreaterThanOrEqual(answeredOn(before));
  watch.expectQuiet(CONNECTION_REFUSED);
});
