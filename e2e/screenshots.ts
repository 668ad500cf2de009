import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { chromium } from "playwright";
import type { BoardSnapshot } from "../lib/metrics/snapshot-types";
import { makeSite, removeSite, ROOT, simulatorConfig, startPickup, until } from "./harness";
import { readWall } from "./wall-page";

// The pictures of the README and for looking at: npm run screenshots

const FOLDER = path.join(ROOT, "e2e/screenshots");
const PICTURES = [
  { name: "wall", width: 1920, height: 1080 },
  { name: "wall-4k", width: 3840, height: 2160 },
  { name: "wall-720p", width: 1280, height: 720 },
  { name: "wall-portrait", width: 1080, height: 1920 },
];

const chromiumFile = path.join(ROOT, "node_modules/.chromium-path");
const executablePath = existsSync(chromiumFile) ? readFileSync(chromiumFile, "utf8").trim() : undefined;

const isBusy = ({ total }: BoardSnapshot): boolean =>
  total.waiting >= 2 && total.oldestOfferedAtMs !== null && Date.now() - total.oldestOfferedAtMs > 12_000;

const site = await makeSite(simulatorConfig(12));
const pickup = await startPickup(site);
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic"],
});
try {
  mkdirSync(FOLDER, { recursive: true });
  for (const { name, width, height } of PICTURES) {
    const page = await browser.newPage({ viewport: { width, height } });
    await page.goto(`${pickup.url}/wall`);
    // At noon somebody waits before long; a picture of a quiet moment shows less.
    await until("callers who wait", async () => (isBusy(await pickup.snapshot()) ? true : null), 600_000);
    await until("a filled wall", async () => ((await readWall(page))?.stale === false ? true : null));
    // What fades in has faded in.
    await delay(1_000);
    await page.screenshot({ path: path.join(FOLDER, `${name}.png`) });
    console.log(`e2e/screenshots/${name}.png  ${width} × ${height}`);
    await page.close();
  }
} finally {
  await browser.close();
  await pickup.stop();
  removeSite(site);
}
