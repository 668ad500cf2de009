import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { build } from "esbuild";
import { createCalendar } from "../../lib/calendar";
import type { LoggedEvent, SourceEvent } from "../../lib/events";
import { advanceTo } from "../../lib/metrics/advance";
import { applyEvent } from "../../lib/metrics/fold";
import { createFold } from "../../lib/metrics/fold-state";
import type { BoardSnapshot, Figures } from "../../lib/metrics/snapshot-types";
import { boardOf, siteOf } from "../../lib/testing/scenario";
import { type CallerAlias, sourceId } from "../../lib/vocabulary";
import { burstEvents } from "../../server/sources/simulator/burst";
import type { CallerVault } from "../../server/callers/caller-vault";
import { entrustEvents } from "../../server/callers/entrust-events";
import { openSqliteStore } from "../../server/store/sqlite";
import { freePort, ROOT, timeZoneAt, until } from "../harness";
import { openVault } from "./open-vault";

const DAY_EVENTS = 200_000;
/** As long as a long day's work, whatever o'clock it is: crowded into the hours since midnight it would be another load. */
const DAY_MS = 16 * 3_600_000;
/** Where all of it is of today. */
const TIME_ZONE = timeZoneAt(20);
const KILLS = 20;
const PER_SECOND = 200;
const SOURCE = sourceId("lines");

/** The process that is killed, as plain JavaScript: what starts must not wait for a compiler. */
async function bundledServer(): Promise<string> {
  const outfile = join(ROOT, "node_modules/.cache/pickup/line-server.mjs");
  mkdirSync(join(ROOT, "node_modules/.cache/pickup"), { recursive: true });
  await build({
    entryPoints: [join(ROOT, "e2e/faults/line-server.ts")],
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    outfile,
    logLevel: "error",
  });
  return outfile;
}

type Server = { readonly child: ChildProcess; readonly readyAfterMs: number };

async function startServer(
  file: string,
  folder: string,
  port: number,
  onAccepted: (key: string) => void,
): Promise<Server> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [file, folder, String(port), TIME_ZONE], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdin?.on("error", () => undefined);
  if (child.stdout === null) throw new Error("no output");
  createInterface({ input: child.stdout }).on("line", (line) => {
    if (line.startsWith("accepted ")) onAccepted(line.slice("accepted ".length));
  });
  for (;;) {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (response?.ok) return { child, readyAfterMs: performance.now() - startedAt };
    await delay(5);
  }
}

const logged = (vault: CallerVault, events: readonly SourceEvent[]): readonly LoggedEvent[] =>
  entrustEvents(vault, events, Date.now()).map((event) => ({ ...event, seq: 0, sourceId: SOURCE }));

const countsOf = ({ offered, answered, met, abandoned, overflowed, refused, missed, waiting, asaMs }: Figures) => ({
  offered,
  answered,
  met,
  abandoned,
  overflowed,
  refused,
  missed,
  waiting,
  asaMs,
});

test("20 times kill -9 while 200 events a second arrive: nothing accepted is lost or doubled", async () => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), "pickup-kill-"));
  const port = await freePort();
  const file = await bundledServer();

  const nowMs = Date.now();
  const history = [
    ...burstEvents({
      seed: 1,
      count: DAY_EVENTS,
      perSecond: DAY_EVENTS / (DAY_MS / 1_000),
      startMs: nowMs - DAY_MS,
    }),
  ];
  const vaultBefore = openVault(folder);
  const before = openSqliteStore({ path: join(folder, "events.db"), vault: vaultBefore });
  if (before.kind === "refused") throw new Error(before.message);
  for (let at = 0; at < history.length; at += 2_000) {
    await before.store.append(logged(vaultBefore, history.slice(at, at + 2_000)));
  }
  await before.store.close();
  vaultBefore.close();

  const live = burstEvents({ seed: 2, count: 1_000_000, perSecond: PER_SECOND, startMs: nowMs });
  const sent: SourceEvent[] = [];
  const accepted = new Set<string>();
  const readyAfterMs: number[] = [];
  let server: Server | null = null;
  const send = (event: SourceEvent): void => void server?.child.stdin?.write(`${JSON.stringify(event)}\n`);

  for (let kill = 0; kill <= KILLS; kill += 1) {
    server = await startServer(file, folder, port, (key) => accepted.add(key));
    readyAfterMs.push(server.readyAfterMs);
    // A source tells again what was not accepted, and some of what was.
    for (const event of sent.filter(({ sourceKey }) => !accepted.has(sourceKey)).concat(sent.slice(-50))) send(event);
    const endAt = performance.now() + 300 + Math.random() * 900;
    while (performance.now() < endAt) {
      for (let n = 0; n < PER_SECOND / 50; n += 1) {
        const event = live.next().value;
        if (event === undefined) throw new Error("the burst is over");
        sent.push(event);
        send(event);
      }
      await delay(20);
    }
    if (kill === KILLS) break;
    server.child.kill("SIGKILL");
    await once(server.child, "exit");
  }

  await until("everything sent is accepted", () =>
    sent.every(({ sourceKey }) => accepted.has(sourceKey)) ? true : null,
  );
  await delay(300);
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/boards/main/snapshot`);
  const board = (await response.json()) as BoardSnapshot;
  server?.child.kill("SIGKILL");
  if (server !== null) await once(server.child, "exit");

  const vault = openVault(folder);
  const after = openSqliteStore({ path: join(folder, "events.db"), vault });
  if (after.kind === "refused") throw new Error(after.message);
  const keys: string[] = [];
  const callers = new Set<CallerAlias>();
  for (let seq = 0; ;) {
    const lines = await after.store.readAfter(seq, 10_000);
    if (lines.length === 0) break;
    for (const { sourceKey, event } of lines) {
      keys.push(sourceKey);
      if ("caller" in event && event.caller !== null) callers.add(event.caller);
    }
    seq = lines.at(-1)?.seq ?? seq;
  }
  await after.store.close();

  const truth = createFold(siteOf(), createCalendar(TIME_ZONE, 0));
  for (const line of logged(vault, [...history, ...sent])) applyEvent(truth, line);
  advanceTo(truth, board.asOfMs);

  expect(keys).toHaveLength(history.length + sent.length);
  expect(new Set(keys).size).toBe(keys.length);
  expect(callers.size).toBeGreaterThan(0);
  expect([...callers].filter((alias) => vault.reveal(alias) === null)).toEqual([]);
  vault.close();
  expect(countsOf(board.total.today)).toEqual(countsOf(boardOf(truth).total.today));
  const [firstMs = 0, ...againMs] = readyAfterMs;
  const slowest = Math.max(...againMs);
  console.log(
    `${KILLS} kills, ${sent.length} events accepted of ${sent.length}, log ${keys.length} lines; ` +
      `ready again after ${Math.round(Math.min(...againMs))}–${Math.round(slowest)} ms, ` +
      `the first time, with nothing but the log, after ${Math.round(firstMs)} ms`,
  );
  // With a day of 200,000 events: what was saved spares most of what the log alone takes on this machine.
  const medianMs = againMs.toSorted((a, b) => a - b)[Math.floor(againMs.length / 2)] ?? Number.POSITIVE_INFINITY;
  expect(medianMs / firstMs).toBeLessThan(0.6);
  rmSync(folder, { recursive: true, force: true });
});
