import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { BoardSnapshot } from "../../../lib/metrics/snapshot-types";
import { bySession, freePort, makeSite, removeSite, ROOT, type Site, timeZoneAt, until } from "../../harness";
import { keysOf } from "../../keys";
import { baselineModules, tool } from "../outside";
import { endWithUs } from "./children";

/** A board that runs as a process of its own and listens to an AMI on this machine. */
export type Board = {
  readonly kind: "pickup" | "naive";
  readonly pid: number;
  readonly port: number;
  /** A token with which screens may connect; null: anybody may. */
  readonly token: string | null;
  /** Visits that joined a queue since it began, by queue. */
  readonly offered: () => Promise<ReadonlyMap<string, number>>;
  readonly stop: () => Promise<void>;
};

/** The built server in a site of its own; what it writes lies in the site's folder. */
export type OurBoard = Board & {
  readonly site: Site;
  readonly snapshot: () => Promise<BoardSnapshot>;
  /** A value of its /metrics. */
  readonly metric: (name: string) => Promise<number>;
};

/** In the morning: what is played stays within one day. */
export function asteriskConfig(amiPort: number): string {
  return `site: { name: Bench, timeZone: ${timeZoneAt(9)} }
sources:
  - { id: pbx, kind: asterisk-ami, host: 127.0.0.1, port: ${amiPort}, username: wallboard, secret: secret }
queues: [{ id: billing }, { id: sales }, { id: support }]
`;
}

/** Another build in its place, to hold two against each other. */
const SERVER = path.resolve(ROOT, process.env["BENCH_SERVER"] ?? "dist/pickup.mjs");

/** Starts the built server; resolves at once, before it answers. */
export function spawnOurs(site: Site, nodeOptions: readonly string[] = []): ChildProcess {
  if (!existsSync(SERVER)) throw new Error("Not built yet: npm run build:server");
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [...nodeOptions, SERVER, "serve"], {
    cwd: site.folder,
    env: { NODE_ENV: "production", PATH, HOME, PORT: String(site.port), HOST: "127.0.0.1", PICKUP_DATA_DIR: "data" },
    stdio: ["ignore", "ignore", process.env["BENCH_VERBOSE"] === undefined ? "ignore" : "inherit"],
  });
  return endWithUs(child);
}

/** A profile of its CPU lands where BENCH_PROFILE says. */
const profiling = (): readonly string[] => {
  const folder = process.env["BENCH_PROFILE"];
  return folder === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${folder}`];
};

export async function startOurs(amiPort: number): Promise<OurBoard> {
  const site = await makeSite(asteriskConfig(amiPort));
  const keys = await keysOf(site.folder);
  const child = spawnOurs(site, profiling());
  await until("the server answers", () => answers(`${site.url}/readyz`));
  const headers = bySession(keys);
  const snapshot = async (): Promise<BoardSnapshot> =>
    (await (await fetch(`${site.url}/api/v1/boards/main/snapshot`, { headers })).json()) as BoardSnapshot;
  return {
    kind: "pickup",
    pid: child.pid ?? 0,
    port: site.port,
    token: keys?.token ?? null,
    site,
    snapshot,
    metric: async (name) => {
      const text = await (await fetch(`${site.url}/metrics`, { headers })).text();
      return Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1]);
    },
    offered: async () => new Map((await snapshot()).queues.map(({ queueId, today }) => [queueId, today.offered])),
    stop: async () => {
      await end(child);
      removeSite(site);
    },
  };
}

type NaiveState = { readonly queues: Readonly<Record<string, { readonly offered: number }>> };

export async function startNaive(amiPort: number): Promise<Board> {
  const port = await freePort();
  const args = [tool("naive-board.mjs"), "--ami-port", String(amiPort), "--port", String(port)];
  const env = { ...process.env, MODULES: baselineModules() };
  const child = endWithUs(spawn(process.execPath, args, { env, stdio: ["ignore", "ignore", "pipe"] }));
  await once(child.stderr, "data");
  return {
    kind: "naive",
    pid: child.pid ?? 0,
    port,
    token: null,
    offered: async () => {
      const state = (await (await fetch(`http://127.0.0.1:${port}/`)).json()) as NaiveState;
      return new Map(Object.entries(state.queues).map(([queue, { offered }]) => [queue, offered]));
    },
    stop: () => end(child),
  };
}

export const START = { pickup: startOurs, naive: startNaive } as const;

async function answers(url: string): Promise<true | null> {
  const response = await fetch(url).catch(() => null);
  return response?.ok === true ? true : null;
}

export async function end(child: ChildProcess, signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, "exit");
}

/** A file of a benchmark's own in a folder that is made where it is missing. */
export function writeInto(folder: string, name: string, text: string | Buffer): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, name), text);
}
