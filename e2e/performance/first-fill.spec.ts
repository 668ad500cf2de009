import { expect, test } from "@playwright/test";
import { makeSite, removeSite, simulatorConfig, startPickup, type Pickup, type Site } from "../harness";
import { awaitWall } from "../wall-page";

const FILLED_WITHIN_MS = 2_000;
const TRIES = 6;

let site: Site;
let pickup: Pickup;

test.beforeAll(async () => {
  site = await makeSite(simulatorConfig(12));
  pickup = await startPickup(site);
});
test.afterAll(async () => {
  await pickup.stop();
  removeSite(site);
});

test("the wall of the simulator fills within two seconds, on a screen that has never seen it", async ({ browser }) => {
  const filledMs: number[] = [];
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const context = await browser.newContext();
    await pickup.signIn(context);
    const page = await context.newPage();
    await page.goto(`${pickup.url}/wall`);
    await awaitWall(page, "a filled wall", ({ stale, figures }) => !stale && /[1-9]/.test(figures["answered"] ?? ""));
    filledMs.push(Math.round(await page.evaluate(() => performance.now())));
    await context.close();
  }
  console.log(`from the address to a filled wall: ${filledMs.join(", ")} ms`);
  // What else the machine does makes a try slower and none faster.
  expect(Math.min(...filledMs)).toBeLessThan(FILLED_WITHIN_MS);
});
