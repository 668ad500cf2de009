import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { NOBODY_MISSED } from "../../lib/recovery/figures";
import type { MissedPage, MissedRow } from "../../lib/recovery/missed-api";
import { sampleMissedQueue, sampleMissedRow } from "../../lib/testing/missed-samples";
import { systemClock } from "../../server/clock";
import { type MissedSite, startMissedSite } from "../missed/missed-site";
import { watchPage } from "../page-watch";
import { busyPerUpdate, percentile } from "./main-thread";

const COUNT = 10_000;
const MINUTE_MS = 60_000;
/** A turn of the wheel brings fifteen rows: scripts, styles, layout and painting of all that, in processor time. */
const TURNS = 60;
const TURN_EVERY_MS = 100;
const BUSY_AT_MOST_MS = { median: 50, p95: 80 } as const;

let site: MissedSite;
let context: BrowserContext;
test.beforeEach(async () => {
  site = await startMissedSite();
});
test.afterEach(async () => {
  await context.close();
  await site.stop();
});

/** So many callers to call back, whom the server would need a bad week for: its answers about them are made up. */
function manyMissed(): { readonly answer: (url: URL) => MissedPage; readonly end: (id: string) => void } {
  const nowMs = systemClock.nowMs();
  let rows: readonly MissedRow[] = Array.from({ length: COUNT }, (_, index) => {
    const dueInOpenMs = index * 10_000;
    const dueAtMs = nowMs + dueInOpenMs;
    const tail = String(index).padStart(4, "0");
    return sampleMissedRow({ id: `r${index}`, caller: { kind: "number", tail }, dueAtMs, dueInOpenMs, asOfMs: nowMs });
  });
  return {
    answer: (url) => {
      const offset = Number(url.searchParams.get("offset"));
      const limit = Number(url.searchParams.get("limit"));
      return {
        revision: { epoch: "many", number: 1 },
        asOfMs: nowMs,
        list: "open",
        rows: rows.slice(offset, offset + limit),
        total: rows.length,
        counts: { open: rows.length, callbacks: 0, mine: 0, ended: 0, withheld: 0 },
        figures: {
          ...NOBODY_MISSED,
          missed: COUNT,
          open: rows.length,
          overdue: 1,
          nextDueAtMs: nowMs + MINUTE_MS,
        },
        limitMs: 120 * MINUTE_MS,
        queues: [sampleMissedQueue({ nextChangeAtMs: null })],
        afterHours: 0,
        callbacks: { asked: 0, kept: 0, late: 0, open: 0 },
        causes: [],
        cost: null,
      };
    },
    end: (id) => {
      rows = rows.filter((row) => row.id !== id);
    },
  };
}

const rows = (page: Page) => page.locator(".mi-item .mi-row");
const row = (page: Page, tail: string) => rows(page).filter({ hasText: `•••${tail}` });
const firstSeen = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const below = (document.querySelector(".mi-bar")?.getBoundingClientRect().bottom ?? 0) + 4;
    const all = [...document.querySelectorAll<HTMLElement>(".mi-item .mi-row[data-row]")];
    const seen = all.find((each) => each.getBoundingClientRect().top >= below);
    return seen === undefined ? null : `${seen.dataset["row"]} ${Math.round(seen.getBoundingClientRect().top)}`;
  });

test(`[RE44] ${COUNT} callers: scrolled without lag, in both directions, and nothing moves under the reader`, async ({
  browser,
}) => {
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
  await site.pickup().signIn(context);
  const page = await context.newPage();
  const many = manyMissed();
  await page.route(/\/api\/v1\/missed\?/, (route) =>
    route.fulfill({ json: many.answer(new URL(route.request().url())) }),
  );
  const watch = watchPage(page);
  await page.goto(`${site.url}/missed`);
  await expect(row(page, "0000")).toBeVisible();
  await page.mouse.move(400, 600);
  let turns = 0;
  const session = await context.newCDPSession(page);
  const busy = await busyPerUpdate(session, TURNS, TURN_EVERY_MS, () => {
    turns += 1;
    return page.mouse.wheel(0, turns <= (TURNS * 2) / 3 ? 900 : -500);
  });
  const [median, p95] = [percentile(busy, 0.5), percentile(busy, 0.95)];
  console.log(`scrolling ${COUNT} callers: ${median.toFixed(1)} ms a turn of the wheel, p95 ${p95.toFixed(1)} ms`);
  expect(median).toBeLessThanOrEqual(BUSY_AT_MOST_MS.median);
  expect(p95).toBeLessThanOrEqual(BUSY_AT_MOST_MS.p95);
  expect(await rows(page).count()).toBeLessThan(60);
  await expect(page.locator(".mi-loading")).toHaveCount(0);

  // The list is told anew every now and then; two who stood above are gone.
  const before = await firstSeen(page);
  expect(before).not.toBeNull();
  const told = page.waitForResponse(/\/api\/v1\/missed\?/);
  many.end("r3");
  many.end("r4");
  await told;
  await expect(page.getByRole("link", { name: /^To call back/ })).toContainText("9,998", { timeout: 15_000 });
  expect(await firstSeen(page)).toBe(before);

  await rows(page).first().focus();
  await page.keyboard.press("End");
  await expect(row(page, "9999")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(row(page, "9998")).toBeFocused();
  await page.keyboard.press("Home");
  await expect(row(page, "0000")).toBeFocused();
  watch.expectQuiet();
});
