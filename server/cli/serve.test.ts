import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "../clock";
import { createMemoryVault } from "../callers/memory-vault";
import { openSqliteStore } from "../store/sqlite";
import { offered } from "../store/testing/offered";
import { runCli } from "./main-cli";
import { type CapturedIo, captureIo } from "./testing/captured-io";

let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "pickup-serve-test-"));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

async function refusedServe(env: Record<string, string>): Promise<readonly string[]> {
  const io = captureIo({ cwd, env: { PORT: "0", ...env } });
  expect(await runCli(["serve"], io)).toBe(1);
  expect(io.outLines).toEqual([]);
  return io.errLines.filter((line) => line !== PLAYS);
}

const PLAYS = "No pickup.config.yaml here: the built-in contact centre plays.";

/** The address it printed; it prints nothing before it listens. */
async function urlOf(io: CapturedIo): Promise<string> {
  for (;;) {
    const url = /http:\/\/localhost:\d+/.exec(io.outLines.join("\n"))?.[0];
    if (url !== undefined) return url.replace("localhost", "127.0.0.1");
    await sleep(20);
  }
}

describe("pickup serve", () => {
  it("serves until it is told to stop, and is ready once its sources were started", async () => {
    const stopping = new AbortController();
    const io = captureIo({ cwd, env: { PORT: "0" }, signal: stopping.signal });
    const ended = runCli(["serve"], io);
    const url = await urlOf(io);
    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, await ready.json()]).toMatchObject([200, { ready: true, sources: [{ id: "simulator" }] }]);
    expect((await fetch(`${url}/metrics`)).status).toBe(200);
    stopping.abort();
    expect(await ended).toBe(0);
    expect(io.outLines.at(-1)).toBe("Pickup has stopped.");
    expect(io.errLines).toContain(PLAYS);
  });

  it("never plays when a configuration of another name lies there, unless --demo says so", async () => {
    writeFileSync(join(cwd, "pickup.config.yml"), "sources: [{ id: a, kind: simulator }]\n");
    const found = "found pickup.config.yml: rename it to pickup.config.yaml, or name it with --config";
    expect(await refusedServe({})).toEqual([`no pickup.config.yaml here, but ${found}`]);
    const stopping = new AbortController();
    const io = captureIo({ cwd, env: { PORT: "0" }, signal: stopping.signal });
    const ended = runCli(["serve", "--demo"], io);
    await urlOf(io);
    stopping.abort();
    expect(await ended).toBe(0);
    expect(io.errLines).toContain(`${PLAYS} But ${found}.`);
  });

  it("says which queue of a board is not listed", async () => {
    const config =
      "sources: [{ id: a, kind: simulator }]\nqueues: [{ id: sales }]\nboards: [{ id: b, queues: [sale] }]\n";
    writeFileSync(join(cwd, "pickup.config.yaml"), config);
    const stopping = new AbortController();
    const io = captureIo({ cwd, env: { PORT: "0" }, signal: stopping.signal });
    const ended = runCli(["serve"], io);
    await urlOf(io);
    stopping.abort();
    expect(await ended).toBe(0);
    expect(io.errLines).toContain(
      'note: pickup.config.yaml:3 boards[0].queues[0]: "sale" is not listed under queues – did you mean "sales"?',
    );
  });

  it("a data directory that is a file is one line in plain words", async () => {
    writeFileSync(join(cwd, "taken"), "");
    expect(await refusedServe({ PICKUP_DATA_DIR: "taken" })).toEqual([
      `pickup serve: the data directory cannot be used: ${join(cwd, "taken")} is not a directory`,
    ]);
  });

  it("a HOST that nobody knows is one line, and leaves the data free for the next", async () => {
    // A label of more than 63 letters is no name anywhere: nobody needs to be asked.
    const host = `${"a".repeat(64)}.invalid`;
    for (let times = 0; times < 2; times += 1) {
      const lines = await refusedServe({ HOST: host });
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(
        /^pickup serve: HOST must be an address of this machine or a name of one; nobody knows a{64}\.invalid \(E\w+\)$/,
      );
    }
  });

  it("an address that is another machine's, and a port that is taken, are one line", async () => {
    expect(await refusedServe({ HOST: "192.0.2.1" })).toEqual([
      "pickup serve: this machine has no address 192.0.2.1; set HOST to one of its own",
    ]);
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as AddressInfo;
    expect(await refusedServe({ PORT: String(port) })).toEqual([
      `pickup serve: port ${port} on 127.0.0.1 is taken; set PORT to another`,
    ]);
    other.close();
  });

  it("a log that cannot be read is one line, and nothing is served over it", async () => {
    const path = join(cwd, "data/events.db");
    mkdirSync(join(cwd, "data"));
    const opened = openSqliteStore({ path, vault: createMemoryVault() });
    if (opened.kind === "refused") throw new Error(opened.message);
    const nowMs = systemClock.nowMs();
    await opened.store.append(
      Array.from({ length: 5_000 }, (_, number) => ({ ...offered(`k${number}`), atMs: nowMs })),
    );
    await opened.store.close();
    const bytes = readFileSync(path);
    bytes.fill(0xa5, bytes.length / 2, bytes.length / 2 + 8 * 4096);
    writeFileSync(path, bytes);

    const lines = await refusedServe({});
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`pickup serve: the event log in ${join(cwd, "data")} cannot be read: `);
    expect(lines[0]).toContain("is damaged");
  });
});
