import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { acquireSingleWriter } from "./single-writer";
import { createMemoryVault } from "../callers/memory-vault";
import { openSqliteStore } from "./sqlite";
import { offered } from "./testing/offered";
import { type Child, startChild } from "./testing/child";

let root: string;
const children: Child[] = [];

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "pickup-writer-"));
});
afterAll(async () => {
  for (const child of children) {
    child.kill("SIGKILL");
    await child.gone;
  }
  rmSync(root, { recursive: true, force: true });
});

function startHolder(directory: string): Child {
  const child = startChild("./hold-writer.ts", [directory]);
  children.push(child);
  return child;
}

test("a second process is refused in one line; after a kill -9 of the first the next gets in at once", async () => {
  const directory = join(root, "data");
  const first = startHolder(directory);
  expect(await first.nextLine()).toBe("acquired");

  const second = startHolder(directory);
  expect(await second.nextLine()).toMatch(
    /^Another Pickup server \(process \d+\) already writes to .*data: stop it, or /,
  );
  expect(await second.gone).toBe(0);
  expect(openSqliteStore({ path: join(directory, "pickup.db"), vault: createMemoryVault() }).kind).toBe("refused");
  expect(existsSync(join(directory, "pickup.db"))).toBe(false);

  first.kill("SIGKILL");
  await first.gone;
  const third = startHolder(directory);
  expect(await third.nextLine()).toBe("acquired");
});

test("two directories do not disturb each other", async () => {
  const other = startHolder(join(root, "north"));
  expect(await other.nextLine()).toBe("acquired");
  const writer = acquireSingleWriter(join(root, "south"));
  expect(writer.kind).toBe("acquired");
  if (writer.kind === "acquired") writer.release();
});

test("within one process also: refused while open, free once closed", async () => {
  const path = join(root, "own", "pickup.db");
  const first = openSqliteStore({ path, vault: createMemoryVault() });
  if (first.kind === "refused") throw new Error(first.message);
  await first.store.append([offered("a")]);
  expect(openSqliteStore({ path, vault: createMemoryVault() })).toMatchObject({
    kind: "refused",
    message: expect.stringContaining(`(process ${process.pid})`),
  });
  await first.store.close();
  const second = openSqliteStore({ path, vault: createMemoryVault() });
  if (second.kind === "refused") throw new Error(second.message);
  expect(await second.store.readAfter(0, 10)).toHaveLength(1);
  await second.store.close();
});

test("a writer that is refused leaves the holder's lock in place", async () => {
  const directory = join(root, "kept");
  const holder = acquireSingleWriter(directory);
  expect(acquireSingleWriter(directory).kind).toBe("refused");
  const other = startHolder(directory);
  expect(await other.nextLine()).toContain("Another Pickup server");
  if (holder.kind === "acquired") holder.release();
  const next = startHolder(directory);
  expect(await next.nextLine()).toBe("acquired");
});
