import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { makeSite, removeSite, ROOT, simulatorConfig, startPickup, until } from "../harness";
import { READ_WALL, type WallReading } from "../wall-page";
import { openOldPage, type OldPage } from "./devtools";
import { CHROMIUM_75, fetchOldChromium } from "./old-chromium";

// The wall in a television's browser of 2019, the built site on the simulator: npm run test:old-tv

const PICTURE = path.join(ROOT, "e2e/results/old-tv.png");

type Look = { readonly background: string; readonly fontPx: number; readonly wide: boolean };
const READ_LOOK = `(function () {
  var number = document.querySelector(".hero [data-figure=serviceLevel]");
  var page = document.documentElement;
  return {
    background: getComputedStyle(document.querySelector("main.wall")).backgroundColor,
    fontPx: parseFloat(getComputedStyle(number).fontSize),
    wide: page.scrollWidth <= page.clientWidth && page.scrollHeight <= page.clientHeight,
  };
})()`;

async function look(page: OldPage): Promise<readonly (readonly [string, boolean])[]> {
  const read = async (): Promise<WallReading | null> => (await page.evaluate(READ_WALL)) as WallReading | null;
  const first = await until("figures on the wall", async () => {
    const wall = await read();
    return wall !== null && !wall.stale && /\d/.test(wall.figures["serviceLevel"] ?? "") ? wall : null;
  });
  const ticked = until(
    "another second",
    async () => ((await read())?.secondMark === first.secondMark ? null : true),
    2_500,
  );
  const ticks = await ticked.catch(() => false);
  const { background, fontPx, wide } = (await page.evaluate(READ_LOOK)) as Look;
  const { data } = (await page.send("Page.captureScreenshot")) as { readonly data: string };
  mkdirSync(path.dirname(PICTURE), { recursive: true });
  writeFileSync(PICTURE, Buffer.from(data, "base64"));
  return [
    [
      `styled: ground ${background}, the hero figure ${Math.round(fontPx)} px`,
      background !== "rgba(0, 0, 0, 0)" && fontPx >= 100,
    ],
    ["nothing scrolls", wide],
    [
      `figures: service level ${first.figures["serviceLevel"]}, ${Object.keys(first.queues).length} queues`,
      Object.keys(first.queues).length > 0,
    ],
    [ticks ? "ticks" : `does not tick: second mark ${first.secondMark} for 2.5 s`, ticks],
    [`no error: ${page.errors().join("; ") || "none"}`, page.errors().length === 0],
  ];
}

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
    await page.send("Page.navigate", { url: `${pickup.url}/wall` });
    const results = await look(page);
    for (const [what, right] of results) console.log(`${right ? "ok   " : "WRONG"} ${what}`);
    console.log(`${CHROMIUM_75.package}, picture: ${path.relative(ROOT, PICTURE)}`);
    return results.every(([, right]) => right) ? 0 : 1;
  } finally {
    await page.close();
    await pickup.stop();
    removeSite(site);
  }
}

process.exitCode = await main();
