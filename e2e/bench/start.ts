/**
 * From the process's start to the first board it serves, over a day of 20,000 events, and what it takes when idle:
 * `npx tsx e2e/bench/start.ts`. The limit in the same run is a Node that answers anything at all.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { inRounds, median, nowMs, rssMb, showFindings, sleep } from "./measure";
import { needOutside, RUN, tool } from "./outside";
import { asteriskConfig, end, spawnOurs } from "./rig/boards";
import { openLog, writeDay } from "./rig/day";
import { startStub } from "./rig/stub";
import { bySession, freePort, makeSite, removeSite, simulatorConfig, type Site } from "../harness";
import { keysOf } from "../keys";

needOutside(RUN, tool("ami-stub.mjs"));

const EVENTS = 20_000;
const ROUNDS = 5;
const IDLE_AFTER_MS = 5_000;

const stub = await startStub(RUN);
const site = await makeSite(asteriskConfig(stub.port));
const written = await writeDay(site, EVENTS, nowMs());
const bareSite = await makeSite(simulatorConfig());

type Asked = { readonly url: string; readonly headers: Readonly<Record<string, string>> };
type After = (child: ChildProcess) => Promise<void>;

/** Milliseconds from the spawn to the first 200 of this address. */
async function firstOk(child: () => ChildProcess, { url, headers }: Asked, after: After): Promise<number> {
  const startedMs = nowMs();
  const started = child();
  for (;;) {
    const response = await fetch(url, { headers }).catch(() => null);
    if (response?.ok === true) break;
    if (started.exitCode !== null) throw new Error(`ended with ${started.exitCode} before it answered`);
    await sleep(3);
  }
  const tookMs = nowMs() - startedMs;
  await after(started);
  return tookMs;
}

const boardOf = async ({ url, folder }: Site): Promise<Asked> => {
  return { url: `${url}/api/v1/boards/main/snapshot`, headers: bySession(await keysOf(folder)) };
};
const board = await boardOf(site);
const killed = (child: ChildProcess): Promise<void> => end(child, "SIGKILL");
const barePort = await freePort();
const BARE = `require("node:http").createServer((q, s) => s.end("x")).listen(${barePort}, "127.0.0.1")`;
const anything: Asked = { url: `http://127.0.0.1:${barePort}/`, headers: {} };
const bare = () => firstOk(() => spawn(process.execPath, ["-e", BARE], { stdio: "ignore" }), anything, killed);

async function fromLog(): Promise<number> {
  const store = openLog(site);
  await store.saveFold({ seq: 0, version: "none", text: "" }, { visits: [], replaces: null });
  await store.close();
  return firstOk(() => spawnOurs(site), board, killed);
}

/** Put down in peace, as a restart does. */
async function fromFold(): Promise<number> {
  await firstOk(
    () => spawnOurs(site),
    board,
    (child) => end(child),
  );
  return firstOk(() => spawnOurs(site), board, killed);
}

async function idleMb(start: () => ChildProcess, asked: Asked): Promise<number> {
  let idle = Number.NaN;
  await firstOk(start, asked, async (child) => {
    await sleep(IDLE_AFTER_MS);
    idle = rssMb(child.pid ?? 0);
    await end(child);
  });
  return idle;
}

console.log(`a day of ${written} events`);
const took = await inRounds(ROUNDS, { bare, fromFold, fromLog });
const show = (values: readonly number[]): string => values.map((value) => value.toFixed(0)).join(" ");
console.log(`bare ${show(took.bare)}; saved fold and tail ${show(took.fromFold)}; log alone ${show(took.fromLog)} ms`);
const withAsterisk = await idleMb(() => spawnOurs(site), board);
const withSimulator = await idleMb(() => spawnOurs(bareSite), await boardOf(bareSite));
const bareMb = await idleMb(() => spawn(process.execPath, ["-e", BARE], { stdio: "ignore" }), anything);
await stub.quit();
removeSite(site);
removeSite(bareSite);

const ms = { unit: "ms", limit: null, goal: 600, stretch: 300, better: "less" } as const;
const mb = { unit: "MB", limit: null, goal: 90, stretch: 75, better: "less" } as const;
showFindings([
  { what: "warm start → first 200", ours: median(took.fromFold), ...ms },
  { what: "… folded from the log alone", ours: median(took.fromLog), ...ms },
  { what: "idle, an Asterisk and that day", ours: withAsterisk, ...mb },
  { what: "idle, the simulator", ours: withSimulator, ...mb },
]);
console.log(
  `against bare Node: start ${(median(took.fromFold) / median(took.bare)).toFixed(2)} × ${median(took.bare).toFixed(0)} ms, ` +
    `memory ${(withAsterisk / bareMb).toFixed(2)} × ${bareMb.toFixed(0)} MB`,
);
