import { setTimeout as delay } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { expect, test, type Page } from "@playwright/test";
import type { BoardSnapshot } from "../../lib/metrics/snapshot-types";
import { systemClock } from "../../server/clock";
import { startCentre, type Centre } from "../centre/centre";
import { createLargeCentre, type LargeCentre } from "../centre/large-centre";
import { siteAt, until } from "../harness";
import { awaitWall } from "../wall-page";
import { startFlood } from "./flood";
import { busyPerUpdate, percentile } from "./main-thread";

const QUEUES = 60;
const AGENTS = 300;
/** The goal is 170; React, Next and the socket are 152 of it, so the wall itself must not grow beyond this. */
const LARGEST_SCRIPT_KB = 189;
const UPDATES = 100;
const UPDATE_EVERY_MS = 250;
const P95_AT_MOST_MS = 4;
/** What a ms is worth differs: where a plain table of as many rows takes long itself, so many of its medians. */
const OF_PLAIN_AT_MOST = { "/wall": { median: 1, p95: 2.5 }, "/supervise": { median: 1.5, p95: 6.5 } } as const;
const UPDATES_OF_AN_HOUR = 60 * 60 * 4;

const COUNT_NODES = `(function () {
  var walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
  var count = 1;
  while (walker.nextNode() !== null) count += 1;
  return count;
})()`;

let centre: Centre;
let large: LargeCentre;

test.beforeAll(async () => {
  large = createLargeCentre({ queues: QUEUES, agents: AGENTS }, systemClock);
  const config = `${siteAt()}sources: [{ id: large, kind: simulator }]\n`;
  centre = await startCentre({ config, clock: systemClock, sources: () => [large.source] });
});
test.afterAll(async () => centre.close());

async function openWall(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/wall`);
  await awaitWall(page, "a filled wall", (wall) => !wall.stale && /\d/.test(wall.figures["serviceLevel"] ?? ""));
}

test(`the wall loads at most ${LARGEST_SCRIPT_KB} kB of JavaScript`, async ({ page }) => {
  const scripts: Promise<number>[] = [];
  page.on("response", (response) => {
    if (/\.js(\?|$)/.test(response.url())) scripts.push(response.body().then((body) => gzipSync(body).length));
  });
  await openWall(page, centre.url);
  await delay(1_000);
  const bytes = (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0);
  console.log(
    `first load of the wall: ${(bytes / 1_000).toFixed(1)} kB of JavaScript, gzip, in ${scripts.length} files`,
  );
  expect(bytes).toBeLessThanOrEqual(LARGEST_SCRIPT_KB * 1_000);
});

/** The least that 60 queues can cost: a plain table of as many rows whose texts a script writes anew, nothing else. */
async function plainTable(page: Page): Promise<readonly number[]> {
  const row = `<tr>${"<td>0</td>".repeat(6)}</tr>`;
  await page.setContent(`<table style="font:20px sans-serif">${row.repeat(QUEUES)}</table>`);
  const session = await page.context().newCDPSession(page);
  let count = 0;
  return busyPerUpdate(session, UPDATES / 2, UPDATE_EVERY_MS, async () => {
    count += 1;
    await page.evaluate((text) => {
      for (const cell of document.querySelectorAll("td")) cell.textContent = text;
    }, String(count));
  });
}

for (const address of ["/wall", "/supervise"] as const) {
  test(`an update of ${QUEUES} queues costs ${address} little`, async ({ page, context }) => {
    test.setTimeout(180_000);
    const plain = await plainTable(await context.newPage());
    await page.goto(`${centre.url}${address}`);
    await until("figures", async () => ((await page.locator("[data-queue]").count()) > 0 ? true : null));
    large.stirAllQueues();
    await delay(3_000);
    const session = await page.context().newCDPSession(page);
    const busy = await busyPerUpdate(session, UPDATES, UPDATE_EVERY_MS, large.stirAllQueues);
    const [median, p95] = [percentile(busy, 0.5), percentile(busy, 0.95)];
    const plainMedian = percentile(plain, 0.5);
    console.log(
      `${address}: main thread per update of ${QUEUES} queues: median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms; ` +
        `a plain table of as many rows: median ${plainMedian.toFixed(1)} ms`,
    );
    const atMost = OF_PLAIN_AT_MOST[address];
    expect(median).toBeLessThanOrEqual(Math.max(P95_AT_MOST_MS, atMost.median * plainMedian));
    expect(p95).toBeLessThanOrEqual(Math.max(P95_AT_MOST_MS, atMost.p95 * plainMedian));
  });
}

test("an hour of updates leaves the page as large as it was", async ({ page }) => {
  test.setTimeout(300_000);
  const before = centre.snapshot();
  large.stirAllQueues();
  const after = await until("a stirred board", (): BoardSnapshot | null => {
    const board = centre.snapshot();
    return board.total.today.offered > before.total.today.offered ? board : null;
  });
  const flood = await startFlood(before, after);
  try {
    await openWall(page, flood.url);
    const session = await page.context().newCDPSession(page);
    const size = async (): Promise<{ readonly heapMb: number; readonly nodes: number; readonly listeners: number }> => {
      // What one collection leaves for later is gone with the next ones: what is kept is the least of them.
      let usedSize = Infinity;
      for (let collections = 0; collections < 4; collections += 1) {
        await delay(250);
        await session.send("HeapProfiler.collectGarbage");
        usedSize = Math.min(usedSize, (await session.send("Runtime.getHeapUsage")).usedSize);
      }
      const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
      // Pages of queues differ in their rows; what counts is what is kept and not shown.
      const shown = await page.evaluate<number>(COUNT_NODES);
      return { heapMb: usedSize / 1e6, nodes: nodes - shown, listeners: jsEventListeners };
    };
    await flood.send(UPDATES_OF_AN_HOUR / 10, 400);
    const early = await size();
    await flood.send((UPDATES_OF_AN_HOUR * 9) / 10, 400);
    const late = await size();
    console.log(
      `after ${UPDATES_OF_AN_HOUR / 10} updates ${early.heapMb.toFixed(2)} MB and ${early.nodes} nodes beside those shown, ` +
        `after ${UPDATES_OF_AN_HOUR} ${late.heapMb.toFixed(2)} MB and ${late.nodes} nodes`,
    );
    const shown = await awaitWall(page, "the last board", (wall) => wall.revision === UPDATES_OF_AN_HOUR + 1);
    expect(shown.stale).toBe(false);
    expect(late.nodes).toBeLessThanOrEqual(early.nodes + 20);
    expect(late.listeners).toBeLessThanOrEqual(early.listeners + 20);
    expect(late.heapMb).toBeLessThanOrEqual(early.heapMb * 1.05 + 0.3);
  } finally {
    await flood.close();
  }
});
