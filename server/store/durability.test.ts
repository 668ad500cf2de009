import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createMemoryVault } from "../callers/memory-vault";
import { openSqliteStore } from "./sqlite";
import type { EventStore } from "./store";
import { startChild } from "./testing/child";

const BATCH = 20;
let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "pickup-durable-"));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function openAt(path: string): EventStore {
  const opened = openSqliteStore({ path, vault: createMemoryVault() });
  if (opened.kind === "refused") throw new Error(opened.message);
  return opened.store;
}

/** How often each key stands in the log. */
async function countKeys(store: EventStore): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const line of await store.readAfter(0, 10_000_000)) {
    counts.set(line.sourceKey, (counts.get(line.sourceKey) ?? 0) + 1);
  }
  return counts;
}

const keysOfBatch = (round: number, batch: number, size: number): string[] =>
  Array.from({ length: size }, (_, n) => `${round}-${batch}-${n}`);

test("[TI5] kill -9 in the middle of writing, five times: all that was acknowledged is there exactly once", async () => {
  const path = join(directory, "killed", "pickup.db");
  const acknowledged: string[] = [];
  for (let round = 0; round < 5; round += 1) {
    const child = startChild("./append-forever.ts", [path, `${round}`, `${BATCH}`]);
    const reading = (async () => {
      const batches: number[] = [];
      for (let line = await child.nextLine(); line !== null; line = await child.nextLine()) {
        if (batches.push(Number(line)) === 1) void sleep(Math.random() * 300).then(() => child.kill("SIGKILL"));
      }
      return batches;
    })();
    expect(await child.gone).toBeNull();
    const batches = await reading;
    expect(batches.length).toBeGreaterThan(0);
    for (const batch of batches) acknowledged.push(...keysOfBatch(round, batch, BATCH));

    const store = openAt(path);
    const counts = await countKeys(store);
    expect(acknowledged.filter((key) => counts.get(key) !== 1)).toEqual([]);
    expect([...counts.values()].filter((count) => count !== 1)).toEqual([]);
    // A batch is there whole or not at all.
    expect(counts.size % BATCH).toBe(0);
    await store.close();
  }
}, 60_000);

test("a disk that refuses in the middle: append rejects, nothing of the batch stays, the rest is there", async () => {
  const path = join(directory, "full", "pickup.db");
  // No file may grow beyond this many blocks of 512 bytes; the write then fails as on a full disk.
  const child = startChild("./append-forever.ts", [path, "0", "250"], "trap '' XFSZ; ulimit -f 6000;");
  let lastAcknowledged = -1;
  let refusal = "";
  let held = -1;
  for (let line = await child.nextLine(); line !== null; line = await child.nextLine()) {
    if (line.startsWith("refused")) refusal = line;
    else if (line.startsWith("holds")) held = Number(line.slice("holds ".length));
    else lastAcknowledged = Number(line);
  }
  expect(await child.gone).toBe(0);
  expect(lastAcknowledged).toBeGreaterThan(0);
  expect(refusal).toMatch(
    new RegExp(`^refused ${lastAcknowledged + 1} SqliteError: (disk I/O error|database or disk is full)`),
  );
  expect(held).toBe((lastAcknowledged + 1) * 250);

  const store = openAt(path);
  const counts = await countKeys(store);
  expect(counts.size).toBe(held);
  expect(keysOfBatch(0, lastAcknowledged, 250).every((key) => counts.get(key) === 1)).toBe(true);
  await store.close();
}, 60_000);
