import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { BrowserContext, Page } from "@playwright/test";
import type { BoardSnapshot } from "../lib/metrics/snapshot-types";
import { type Keys, keysOf } from "./keys";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SERVER = path.join(ROOT, "dist/pickup.mjs");

/** A place of its own for one server: configuration, data, port. Servers started in it one after another share it. */
export type Site = { readonly folder: string; readonly port: number; readonly url: string };

/** A running server of the built program. */
export type Pickup = {
  readonly url: string;
  /** Of a configured site; null: it plays the simulator, for everybody. */
  readonly keys: Keys | null;
  readonly snapshot: () => Promise<BoardSnapshot>;
  /** Asks for what stands at this path, as the administrator. */
  readonly get: (path: string) => Promise<Response>;
  /** From here on the browser is the administrator's; nobody has to be signed in to the simulator. */
  readonly signIn: (browser: BrowserContext | Page) => Promise<void>;
  /** Everything it printed so far. */
  readonly printed: () => string;
  /** SIGTERM, as a service manager does; resolves when the process is gone. */
  readonly stop: () => Promise<void>;
  readonly kill: () => Promise<void>;
};

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** Where the clock says `hour`: a site's day is well under way there whenever this runs. */
export function timeZoneAt(hour = 14): string {
  const hoursAhead = ((hour - new Date().getUTCHours() + 36) % 24) - 12;
  // POSIX counts these zones backwards: Etc/GMT-3 is three hours ahead.
  return `Etc/GMT${hoursAhead > 0 ? "-" : "+"}${Math.abs(hoursAhead)}`;
}

export const siteAt = (hour = 14): string => `site: { name: Acme Support, timeZone: ${timeZoneAt(hour)} }\n`;

const QUEUES = ["Sales", "Support", "Billing", "Priority"]
  .map((name) => `  - { id: ${name.toLowerCase()}, name: ${name} }\n`)
  .join("");

/** Nobody calls there but whom a test tells of. */
export const toldConfig = (): string => `${siteAt()}sources: [{ id: shop, kind: http }]\nqueues:\n${QUEUES}`;

/** The simulator plays another day whenever this runs: only for what is so on any day. */
export const simulatorConfig = (hour = 14): string =>
  `${siteAt(hour)}sources: [{ id: simulator, kind: simulator }]\nqueues:\n${QUEUES}`;

/** @param config the text of pickup.config.yaml; null: none, which is the simulator */
export async function makeSite(config: string | null): Promise<Site> {
  const folder = mkdtempSync(path.join(tmpdir(), "pickup-e2e-"));
  mkdirSync(path.join(folder, "data"));
  if (config !== null) writeFileSync(path.join(folder, "pickup.config.yaml"), config);
  const port = await freePort();
  return { folder, port, url: `http://127.0.0.1:${port}` };
}

export function removeSite(site: Site): void {
  rmSync(site.folder, { recursive: true, force: true });
}

/** Polls until `look` gives something; says what was awaited when it does not come. */
export async function until<Value>(
  what: string,
  look: () => Promise<Value | null> | Value | null,
  withinMs = 20_000,
): Promise<Value> {
  const giveUpAt = performance.now() + withinMs;
  for (;;) {
    const value = await look();
    if (value !== null) return value;
    if (performance.now() > giveUpAt) throw new Error(`Not within ${withinMs} ms: ${what}`);
    await delay(50);
  }
}

/** A script's headers, or those of the administrator's browser; none where everybody may come in. */
export const byToken = (keys: Keys | null): Record<string, string> =>
  keys === null ? {} : { authorization: `Bearer ${keys.token}` };
export const bySession = (keys: Keys | null): Record<string, string> =>
  keys === null ? {} : { cookie: `${keys.session.name}=${keys.session.value}` };

async function fetchOk(url: string): Promise<Response | null> {
  const response = await fetch(url).catch(() => null);
  return response?.ok ? response : null;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, "exit");
}

/** Starts the built server in this site, with an administrator where it is configured, and waits until it is ready. */
export async function startPickup(site: Site, environment: Readonly<Record<string, string>> = {}): Promise<Pickup> {
  if (!existsSync(SERVER)) throw new Error("Not built yet: npm run build");
  const keys = await keysOf(site.folder);
  return start(site, keys, [SERVER, "serve"], { cwd: site.folder, env: { NODE_ENV: "production", ...environment } });
}

/** The server of `npm run dev`, pages of development included, on the simulator. */
export async function startDevelopment(site: Site): Promise<Pickup> {
  const data = path.join(site.folder, "data");
  // One process, so that none is left behind: tsx as a command would start another.
  const env = { NODE_ENV: "development", NEXT_TELEMETRY_DISABLED: "1", PICKUP_DATA_DIR: data } as const;
  return start(site, null, ["--import", "tsx", "server/main.ts", "serve", "--dev", "--demo"], { cwd: ROOT, env });
}

/** The development server has much to compile, and a busy machine takes its time. */
const READY_WITHIN_MS = 90_000;

async function start(
  site: Site,
  keys: Keys | null,
  command: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<Pickup> {
  const { PATH = "", HOME = "", LANG = "C.UTF-8" } = process.env;
  const child = spawn(process.execPath, command, {
    cwd,
    env: { PATH, HOME, LANG, PORT: String(site.port), HOST: "127.0.0.1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const keep = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const look = (): Promise<Response | null> => {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${output}`);
    return fetchOk(`${site.url}/readyz`);
  };
  await until("the server is ready", look, READY_WITHIN_MS);
  const readSnapshot = async (): Promise<BoardSnapshot> => {
    const response = await fetch(`${site.url}/api/v1/boards/main/snapshot`, { headers: byToken(keys) });
    return (await response.json()) as BoardSnapshot;
  };
  return {
    url: site.url,
    keys,
    get: (asked) => fetch(`${site.url}${asked}`, { headers: bySession(keys) }),
    signIn: async (browser) => {
      if (keys === null) return;
      const context = "addCookies" in browser ? browser : browser.context();
      await context.addCookies([{ ...keys.session, url: site.url, httpOnly: true, sameSite: "Lax" }]);
    },
    snapshot: readSnapshot,
    printed: () => output,
    stop: () => end(child, "SIGTERM"),
    kill: () => end(child, "SIGKILL"),
  };
}
