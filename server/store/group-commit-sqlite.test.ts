import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import Database from "libsql";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { LoggedEvent } from "../../lib/events";
import { systemClock } from "../clock";
import { type GroupCommit, createGroupCommit } from "./group-commit";
import { createMemoryVault } from "../callers/memory-vault";
import { openSqliteStore } from "./sqlite";
import type { EventStore, NewEvent } from "./store";
import { offered } from "./testing/offered";

let directory: string;
let path: string;
let store: EventStore;
let writer: GroupCommit<NewEvent>;
let seen: LoggedEvent[];
let failures: string[];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "pickup-group-"));
  path = join(directory, "pickup.db");
  const opened = openSqliteStore({ path, vault: createMemoryVault() });
  if (opened.kind === "refused") throw new Error(opened.message);
  store = opened.store;
  seen = [];
  failures = [];
  writer = createGroupCommit(store, {
    clock: systemClock,
    minGapMs: 10,
    maxDelayMs: 50,
    onCommitted: (events) => void seen.push(...events),
    onFailure: (error, retryInMs) => void failures.push(`${error.message}, again in ${retryInMs}`),
  });
});
afterEach(async () => {
  await writer.close();
  await store.close();
  rmSync(directory, { recursive: true, force: true });
});

test("a first event is on the disk within the turn after it", async () => {
  writer.push([offered("a")]);
  await nextTurn();
  await nextTurn();
  expect(seen.map((line) => line.sourceKey)).toEqual(["a"]);
  expect(await store.readAfter(0, 10)).toEqual(seen);
});

test("20,000 events from two sources, a third told twice: each once, in the order of the log, timers running meanwhile", async () => {
  let ticks = 0;
  const ticking = setInterval(() => (ticks += 1), 1);
  for (let from = 0; from < 20_000; from += 100) {
    const batch = Array.from({ length: 100 }, (_, n) => offered(`k${from + n}`, from + n, n % 2 ? "north" : "south"));
    writer.push(batch);
    if (from % 300 === 0) writer.push(batch);
    if (from % 5_000 === 0) await sleep(1);
  }
  const ticksBefore = ticks;
  await writer.flush();
  clearInterval(ticking);
  expect(ticks).toBeGreaterThan(ticksBefore);
  expect(seen).toHaveLength(20_000);
  expect(new Set(seen.map((line) => line.sourceKey)).size).toBe(20_000);
  expect(await store.readAfter(0, 30_000)).toEqual(seen);
  expect(writer.duplicates()).toBe(6_700);
  expect(failures).toEqual([]);
});

test("the file is locked by somebody for a while: nothing is lost, and it goes on by itself", async () => {
  const other = new Database(path);
  other.exec("BEGIN IMMEDIATE");
  writer.push([offered("a"), offered("b")]);
  while (failures.length === 0) await sleep(5);
  writer.push([offered("c")]);
  expect(writer.pending()).toBe(3);
  other.exec("ROLLBACK");
  other.close();
  while (writer.pending() > 0) await sleep(5);
  expect(failures[0]).toBe("database is locked, again in 100");
  expect(seen.map((line) => line.sourceKey)).toEqual(["a", "b", "c"]);
  expect(await store.readAfter(0, 10)).toEqual(seen);
});
