import { setTimeout as delay } from "node:timers/promises";
import { expect, test, type Page } from "@playwright/test";
import { type Centre, type SetClock, standingClock, startCentre } from "../centre/centre";
import { cuttableSimulator, SAMPLE, SAMPLE_CONFIG } from "../centre/sample-day";
import { awaitWall } from "../wall-page";
import { SAME } from "./same";

// What the wall looks like, picture by picture, at standing instants of one seeded day.
// A picture that is meant to change is taken anew: npm run test:pictures -- --update-snapshots

let centre: Centre;
let clock: SetClock;
let cut = (): void => undefined;

test.beforeAll(async () => {
  clock = standingClock(SAMPLE.dawn);
  centre = await startCentre({
    config: SAMPLE_CONFIG,
    clock,
    sources: (site) => {
      const simulator = cuttableSimulator(site, clock);
      ({ cut } = simulator);
      return [simulator.source];
    },
  });
});
test.afterAll(async () => centre.close());

async function openAt(page: Page, atMs: number, address: string): Promise<void> {
  clock.set(atMs);
  await delay(1_500);
  await page.clock.setFixedTime(atMs);
  await page.goto(`${centre.url}${address}`);
  await awaitWall(page, "a wall", () => true);
  await page.evaluate(() => document.fonts.ready);
  await delay(600);
}

const WALLS = [
  ["dawn", SAMPLE.dawn, "/wall", 1920, 1080],
  ["calm", SAMPLE.calm, "/wall", 1920, 1080],
  ["busy", SAMPLE.busy, "/wall", 1920, 1080],
  ["busy-light", SAMPLE.busy, "/wall?board=light", 1920, 1080],
  ["busy-contrast", SAMPLE.busy, "/wall?board=contrast", 1920, 1080],
  ["busy-far", SAMPLE.busy, "/wall?board=at-8m", 1920, 1080],
  ["busy-standing", SAMPLE.busy, "/wall", 1080, 1920],
] as const;

for (const [name, atMs, address, width, height] of WALLS) {
  test(`the wall looks as it did: ${name}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openAt(page, atMs, address);
    await expect(page).toHaveScreenshot(`wall-${name}.png`, SAME);
  });
}

test("the wall looks as it did: no live data", async ({ page }) => {
  cut();
  await openAt(page, SAMPLE.busy + 15_000, "/wall");
  await awaitWall(page, "a stale wall", (wall) => wall.stale);
  await expect(page).toHaveScreenshot("wall-stale.png", SAME);
});
