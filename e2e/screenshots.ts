import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { chromium, type Browser } from "playwright";
import { type Centre, type SetClock, standingClock, startCentre } from "./centre/centre";
import { createLargeCentre } from "./centre/large-centre";
import { cuttableSimulator, FEW_BOARDS_CONFIG, SAMPLE, SAMPLE_CONFIG } from "./centre/sample-day";
import { ROOT } from "./harness";

// The pictures of the README and for looking at, of one seeded day: npm run screenshots [-- NAME…]

type Picture = {
  readonly name: string;
  readonly address: string;
  readonly atMs: number;
  readonly width: number;
  readonly height: number;
  readonly scheme?: "light" | "dark";
  readonly locale?: string;
};

const FOLDER = path.join(ROOT, "e2e/screenshots");
const TV = { width: 1920, height: 1080 };
const LAPTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const { dawn, calm, busy } = SAMPLE;

const DAY: readonly Picture[] = [
  { name: "wall", address: "/wall", atMs: busy, ...TV },
  { name: "wall-calm", address: "/wall", atMs: calm, ...TV },
  { name: "wall-dawn", address: "/wall", atMs: dawn, ...TV },
  { name: "wall-light", address: "/wall?board=light", atMs: busy, ...TV },
  { name: "wall-contrast", address: "/wall?board=contrast", atMs: busy, ...TV },
  { name: "wall-de", address: "/wall?board=deutsch", atMs: busy, ...TV },
  { name: "wall-window", address: "/wall?board=window", atMs: busy, ...TV },
  { name: "wall-one", address: "/wall?board=one", atMs: busy, ...TV },
  { name: "wall-720p", address: "/wall", atMs: busy, width: 1280, height: 720 },
  { name: "wall-4k", address: "/wall", atMs: busy, width: 3840, height: 2160 },
  { name: "wall-portrait", address: "/wall", atMs: busy, width: 1080, height: 1920 },
  { name: "wall-phone", address: "/wall", atMs: busy, ...PHONE },
  ...[3, 5, 8, 10].map((metres) => ({
    name: `wall-${metres}m`,
    address: `/wall?board=at-${metres}m`,
    atMs: busy,
    ...TV,
  })),
  { name: "supervise", address: "/supervise", atMs: busy, ...LAPTOP, scheme: "light" },
  { name: "supervise-dark", address: "/supervise?queue=support", atMs: busy, ...LAPTOP, scheme: "dark" },
  {
    name: "supervise-contacts",
    address: "/supervise?queue=support&figure=serviceLevel",
    atMs: busy,
    ...LAPTOP,
    scheme: "light",
  },
  { name: "supervise-wide", address: "/supervise", atMs: busy, ...TV, scheme: "light" },
  {
    name: "supervise-fr",
    address: "/supervise?queue=support&minutes=30",
    atMs: busy,
    ...LAPTOP,
    scheme: "light",
    locale: "fr-FR",
  },
  { name: "supervise-phone", address: "/supervise?queue=support", atMs: busy, ...PHONE, scheme: "light" },
  { name: "supervise-dawn", address: "/supervise", atMs: dawn, ...LAPTOP, scheme: "light" },
  { name: "missed", address: "/missed", atMs: busy, ...LAPTOP, scheme: "light" },
  { name: "missed-dark", address: "/missed?list=ended", atMs: busy, ...LAPTOP, scheme: "dark" },
  { name: "missed-fr", address: "/missed", atMs: busy, width: 1280, height: 800, scheme: "light", locale: "fr-FR" },
  { name: "missed-phone", address: "/missed", atMs: busy, ...PHONE, scheme: "light" },
];
const FEW: readonly Picture[] = [
  { name: "way-in", address: "/", atMs: busy, width: 1280, height: 900, scheme: "light" },
  { name: "way-in-dark", address: "/", atMs: busy, width: 1280, height: 900, scheme: "dark" },
  { name: "way-in-phone", address: "/", atMs: busy, ...PHONE, scheme: "light" },
];
const LARGE: readonly Picture[] = [
  { name: "wall-60-queues", address: "/wall", atMs: busy, ...TV },
  { name: "supervise-60-queues", address: "/supervise", atMs: busy, ...LAPTOP, scheme: "light" },
];
const CUT: readonly Picture[] = [
  { name: "wall-stale", address: "/wall", atMs: busy + 15_000, ...TV },
  { name: "supervise-stale", address: "/supervise", atMs: busy + 15_000, ...LAPTOP, scheme: "light" },
  { name: "missed-stale", address: "/missed", atMs: busy + 15_000, ...LAPTOP, scheme: "light" },
];

const chromiumFile = path.join(ROOT, "node_modules/.chromium-path");
const executablePath = existsSync(chromiumFile) ? readFileSync(chromiumFile, "utf8").trim() : undefined;
const only = process.argv.slice(2);

async function take(browser: Browser, centre: Centre, picture: Picture): Promise<void> {
  const { name, address, atMs, width, height, scheme = "dark", locale = "en-GB" } = picture;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, locale });
  const page = await context.newPage();
  await page.clock.setFixedTime(atMs);
  await page.goto(`${centre.url}${address}`);
  // Sockets, fonts and what fades in take their moment; nothing here waits for anything else.
  await delay(2_500);
  const fullPage = width < 600;
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`), fullPage });
  console.log(`e2e/screenshots/${name}.png  ${width} × ${height}`);
  await context.close();
}

const wanted = (pictures: readonly Picture[]): readonly Picture[] =>
  pictures.filter(({ name }) => only.length === 0 || only.some((part) => name.startsWith(part)));

/** All pictures of one instant, then the next: the clock only goes on. */
async function takeAll(browser: Browser, clock: SetClock, centre: Centre, pictures: readonly Picture[]): Promise<void> {
  for (const picture of wanted(pictures).toSorted((a, b) => a.atMs - b.atMs)) {
    if (picture.atMs !== clock.nowMs()) {
      clock.set(picture.atMs);
      await delay(1_500);
    }
    await take(browser, centre, picture);
  }
}

const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic"],
});
mkdirSync(FOLDER, { recursive: true });
try {
  const clock = standingClock(dawn);
  const lines: { readonly cut: () => void }[] = [];
  const day = await startCentre({
    config: SAMPLE_CONFIG,
    clock,
    sources: (site) => {
      const simulator = cuttableSimulator(site, clock);
      lines.push(simulator);
      return [simulator.source];
    },
  });
  await takeAll(browser, clock, day, DAY);
  for (const line of lines) line.cut();
  await takeAll(browser, clock, day, CUT);
  await day.close();

  const busyClock = standingClock(busy);
  const few = await startCentre({ config: FEW_BOARDS_CONFIG, clock: busyClock });
  await takeAll(browser, busyClock, few, FEW);
  await few.close();

  const large = createLargeCentre({ queues: 60, agents: 300 }, busyClock);
  const config = "site: { name: Large, timeZone: UTC }\nsources: [{ id: large, kind: simulator }]\n";
  const hall = await startCentre({ config, clock: busyClock, sources: () => [large.source] });
  large.stirAllQueues();
  await takeAll(browser, busyClock, hall, LARGE);
  await hall.close();
} finally {
  await browser.close();
}
