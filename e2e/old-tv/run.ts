import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { makeSite, removeSite, ROOT, simulatorConfig, startPickup, until } from "../harness";
import { READ_WALL, type WallReading } from "../wall-page";
import { openOldPage, type OldPage } from "./devtools";
import { CHROMIUM_75, fetchOldChromium } from "./old-chromium";

// The screens in a television's browser of 2019, the built site on the simulator: npm run test:old-tv

const PICTURES = path.join(ROOT, "e2e/results/old-tv");

/** What was looked at, and whether it is right. */
type Finding = readonly [what: string, right: boolean];
type Looked = {
  readonly background: string;
  /** What must not be taller than a line of choices. */
  readonly rows: readonly { readonly name: string; readonly stacked: boolean }[];
  readonly fontPx: number;
  readonly fits: boolean;
};

/** Plain JavaScript of 2018: the page's ground, its main figure's letters, and whether choices stand side by side. */
const READ_LOOK = `(function (ground, figure) {
  var number = document.querySelector(figure);
  var page = document.documentElement;
  var groups = Array.prototype.slice.call(document.querySelectorAll("[role=radiogroup]"));
  return {
    background: getComputedStyle(document.querySelector(ground)).backgroundColor,
    fontPx: number === null ? 0 : parseFloat(getComputedStyle(number).fontSize),
    fits: page.scrollWidth <= page.clientWidth,
    rows: groups.map(function (group) {
      var tops = Array.prototype.map.call(group.querySelectorAll("label"), function (label) {
        return Math.round(label.getBoundingClientRect().top);
      });
      return { name: group.className, stacked: Math.max.apply(null, tops) > Math.min.apply(null, tops) };
    }),
  };
})`;

async function lookAt(
  page: OldPage,
  name: string,
  ground: string,
  figure: string,
  leastPx: number,
): Promise<Finding[]> {
  const asked = `${READ_LOOK}(${JSON.stringify(ground)}, ${JSON.stringify(figure)})`;
  const { background, fontPx, fits, rows } = (await page.evaluate(asked)) as Looked;
  const { data } = (await page.send("Page.captureScreenshot")) as { readonly data: string };
  mkdirSync(PICTURES, { recursive: true });
  writeFileSync(path.join(PICTURES, `${name}.png`), Buffer.from(data, "base64"));
  return [
    [
      `styled: ground ${background}, the main figure ${Math.round(fontPx)} px`,
      background !== "rgba(0, 0, 0, 0)" && fontPx >= leastPx,
    ],
    ["nothing is wider than the picture", fits],
    ...rows.map((row): Finding => [`${row.name}: side by side`, !row.stacked]),
    [`no error: ${page.errors().join("; ") || "none"}`, page.errors().length === 0],
  ];
}

/** Whether what `read` gives changes while one watches. */
async function ticks(what: string, read: () => Promise<unknown>): Promise<Finding> {
  const first = await read();
  const changed = until(`another ${what}`, async () => ((await read()) === first ? null : true), 3_500);
  return (await changed.catch(() => false)) ? [`ticks: ${what}`, true] : [`does not tick: ${what} ${first}`, false];
}

async function lookAtWall(page: OldPage): Promise<Finding[]> {
  const read = async (): Promise<WallReading | null> => (await page.evaluate(READ_WALL)) as WallReading | null;
  const wall = await until("figures on the wall", async () => {
    const now = await read();
    return now !== null && !now.stale && /\d/.test(now.figures["serviceLevel"] ?? "") ? now : null;
  });
  const queues = Object.keys(wall.queues).length;
  return [
    [`figures: service level ${wall.figures["serviceLevel"]}, ${queues} queues`, queues > 0],
    await ticks("second mark", async () => (await read())?.secondMark),
    ...(await lookAt(page, "wall", "main.wall", ".glance [data-figure=serviceLevel]", 100)),
  ];
}

async function lookAtSupervise(page: OldPage): Promise<Finding[]> {
  await until("the supervisor's figures", async () => {
    const there = '!!document.querySelector(".sv-strip [data-figure]") && !!document.querySelector(".uplot canvas")';
    return (await page.evaluate(there)) === true ? true : null;
  });
  const clock = (): Promise<unknown> => page.evaluate('document.querySelector(".sv-clock").textContent');
  // A key's focus must be seen on what is chosen, though this browser cannot tell it from a press's.
  const ring = await page.evaluate(`(function () {
    var input = document.querySelector(".segments input:checked");
    input.focus();
    return getComputedStyle(input.nextElementSibling).outlineStyle;
  })()`);
  return [
    await ticks("clock", clock),
    [`the focus is seen: ${String(ring)}`, ring === "solid"],
    ...(await lookAt(page, "supervise", "html", ".sv-strip [data-figure]", 24)),
  ];
}

async function lookAtWayIn(page: OldPage): Promise<Finding[]> {
  await until("a card with figures", async () => {
    const text = await page.evaluate('(document.querySelector(".card-number") || {}).textContent');
    return typeof text === "string" && /\d/.test(text) ? true : null;
  });
  return lookAt(page, "way-in", "html", ".card-number", 24);
}

const PAGES = [
  ["/wall", lookAtWall],
  ["/supervise", lookAtSupervise],
  ["/", lookAtWayIn],
] as const;

async function main(): Promise<number> {
  const old = fetchOldChromium(CHROMIUM_75);
  if ("problem" in old) {
    console.log(`No old Chromium, so nothing was tested. ${old.problem}`);
    return 0;
  }
  const site = await makeSite(simulatorConfig());
  const pickup = await startPickup(site);
  // C.UTF-8, as a kiosk started by systemd has it: navigator.language then is no valid locale in some versions.
  const page = await openOldPage(old.path, "C.UTF-8");
  try {
    if (pickup.keys !== null)
      await page.send("Network.setCookie", { ...pickup.keys.session, url: pickup.url, httpOnly: true });
    const all: boolean[] = [];
    for (const [address, look] of PAGES) {
      await page.send("Page.navigate", { url: `${pickup.url}${address}` });
      console.log(address);
      for (const [what, right] of await look(page)) {
        console.log(`${right ? "ok   " : "WRONG"} ${what}`);
        all.push(right);
      }
    }
    console.log(`${CHROMIUM_75.package}, pictures: ${path.relative(ROOT, PICTURES)}`);
    return all.every(Boolean) ? 0 : 1;
  } finally {
    await page.close();
    await pickup.stop();
    removeSite(site);
  }
}

process.exitCode = await main();
