import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { describeStoreContract } from "./contract";
import { createMemoryVault } from "../callers/memory-vault";
import { openSqliteStore } from "./sqlite";
import type { EventStore } from "./store";
import { offered } from "./testing/offered";
import { NO_VISITS } from "./testing/visits-contract";

let directory: string;
let count = 0;
const newPath = (): string => join(directory, `${(count += 1)}`, "pickup.db");

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "pickup-store-"));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function openAt(path: string): EventStore {
  const opened = openSqliteStore({ path, vault: createMemoryVault() });
  if (opened.kind === "refused") throw new Error(opened.message);
  return opened.store;
}

function refusalAt(path: string): string {
  const opened = openSqliteStore({ path, vault: createMemoryVault() });
  if (opened.kind === "opened") throw new Error(`${path} was opened`);
  expect(opened.message).not.toContain("\n");
  return opened.message;
}

/** A log of so many lines, closed. */
async function writeLog(lines: number): Promise<string> {
  const path = newPath();
  const store = openAt(path);
  await store.append(Array.from({ length: lines }, (_, n) => offered(`k${n}`, n)));
  await store.close();
  return path;
}

describeStoreContract("SQLite", () => openAt(newPath()));

describe("event log in a SQLite file", () => {
  test("closed and opened again it holds the same, and a duplicate is still one", async () => {
    const path = newPath();
    const before = openAt(path);
    const lines = await before.append([offered("a", 0, "north"), offered("b", 1, "south")]);
    await before.saveFold({ seq: 2, version: "1", text: "{}" }, NO_VISITS);
    await before.close();

    const after = openAt(path);
    expect(await after.readAfter(0, 10)).toEqual(lines);
    expect(await after.loadFold()).toEqual({ seq: 2, version: "1", text: "{}" });
    const [next] = await after.append([offered("a", 0, "north"), offered("c", 2, "south")]);
    expect(next?.sourceKey).toBe("c");
    expect(next?.seq).toBeGreaterThan(lines.at(-1)?.seq ?? Infinity);
    await after.close();
  });

  test("a seq is not given again after the last lines were deleted", async () => {
    const path = newPath();
    const before = openAt(path);
    const lines = await before.append([offered("a"), offered("b")]);
    await before.close();
    const raw = new Database(path);
    raw.exec("DELETE FROM events");
    raw.close();
    const after = openAt(path);
    const [next] = await after.append([offered("c")]);
    expect(next?.seq).toBeGreaterThan(lines.at(-1)?.seq ?? Infinity);
    await after.close();
  });

  test("a missing data directory is made, for us alone to read", async () => {
    const path = join(directory, "deep", "er", "pickup.db");
    const store = openAt(path);
    await store.append([offered("a")]);
    expect(statSync(join(directory, "deep", "er")).mode & 0o777).toBe(0o700);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(`${path}-wal`).mode & 0o777).toBe(0o600);
    await store.close();
  });

  test("closing leaves everything in the one file", async () => {
    const path = newPath();
    const store = openAt(path);
    await store.append([offered("a")]);
    await store.close();
    expect(existsSync(`${path}-wal`) ? statSync(`${path}-wal`).size : 0).toBe(0);
    expect(readFileSync(path, "latin1")).toContain("contact.offered");
  });

  test("others may read while we write", async () => {
    const path = newPath();
    const store = openAt(path);
    await store.append([offered("a")]);
    const reader = new Database(path);
    reader.exec("BEGIN");
    const countLines = () => (reader.prepare("SELECT count(*) FROM events").raw().all() as [number][])[0]?.[0];
    expect(countLines()).toBe(1);
    await store.append([offered("b")]);
    expect(countLines()).toBe(1);
    reader.exec("COMMIT");
    expect(countLines()).toBe(2);
    reader.close();
    await store.close();
  });

  test("another connection in the middle of a write: append rejects, leaves nothing, and works afterwards", async () => {
    const path = newPath();
    const store = openAt(path);
    await store.append([offered("a")]);
    const other = new Database(path);
    other.exec("BEGIN IMMEDIATE");
    await expect(store.append([offered("b")])).rejects.toThrow("database is locked");
    other.exec("ROLLBACK");
    other.close();
    expect(await store.append([offered("b"), offered("a")])).toHaveLength(1);
    await store.close();
  });

  test("an error in the middle of a batch leaves nothing of it, and the log works afterwards", async () => {
    const path = newPath();
    const store = openAt(path);
    const batch = Array.from({ length: 300 }, (_, n) => offered(`k${n}`, n));
    const broken = [...batch, { ...offered("broken"), atMs: Number.NaN }];
    await expect(store.append(broken)).rejects.toThrow("NOT NULL");
    expect(await store.readAfter(0, 1_000)).toEqual([]);
    expect(await store.append(batch)).toHaveLength(300);
    await store.close();
  });

  test("a log from a newer version is refused and left as it is", async () => {
    const path = newPath();
    await openAt(path).close();
    const raw = new Database(path);
    raw.exec("PRAGMA user_version = 99");
    raw.close();
    expect(refusalAt(path)).toMatch(/pickup\.db cannot be opened: it was written by a newer Pickup \(form 99, /);
    const again = new Database(path);
    expect(again.prepare("PRAGMA user_version").raw().all()).toEqual([[99]]);
    again.close();
  });

  test("a database of another program is refused and left as it is", () => {
    const path = newPath();
    mkdirSync(join(path, ".."));
    const other = new Database(path);
    other.exec("CREATE TABLE songs (title TEXT)");
    other.close();
    const bytes = readFileSync(path);
    expect(refusalAt(path)).toContain("it is a database of another program");
    expect(readFileSync(path)).toEqual(bytes);
  });

  test("garbage in place of the log is refused and left as it is", () => {
    const path = newPath();
    mkdirSync(join(path, ".."));
    writeFileSync(path, "no database at all\n".repeat(500));
    expect(refusalAt(path)).toContain("it is damaged or no event log (file is not a database): move it away");
    expect(readFileSync(path, "utf8")).toMatch(/^no database at all/);
  });

  test("a log cut short, as by a copy that did not finish, is refused", async () => {
    const whole = await writeLog(5_000);
    const short = newPath();
    mkdirSync(join(short, ".."));
    copyFileSync(whole, short);
    truncateSync(short, 4096 * 20);
    expect(refusalAt(short)).toContain("it is damaged or no event log (database disk image is malformed)");
  });

  test("a log damaged in its middle rejects with a plain word, it never reads as if whole", async () => {
    const whole = await writeLog(5_000);
    const damaged = newPath();
    mkdirSync(join(damaged, ".."));
    const bytes = readFileSync(whole);
    bytes.fill(0xa5, bytes.length / 2, bytes.length / 2 + 8 * 4096);
    writeFileSync(damaged, bytes);
    const store = openAt(damaged);
    await expect(store.readAfter(0, 10_000)).rejects.toThrow("The event log is damaged (");
    await store.close();
  });

  test("a refused log does not keep the directory taken", async () => {
    const path = newPath();
    mkdirSync(join(path, ".."));
    writeFileSync(path, "garbage ".repeat(1_000));
    refusalAt(path);
    rmSync(path);
    await openAt(path).close();
  });

  test("a directory where the file should be, and a file where the directory should be, are refused in one line", () => {
    const path = newPath();
    mkdirSync(path, { recursive: true });
    expect(refusalAt(path)).toContain("cannot be opened: EISDIR");
    const file = join(directory, "a-file");
    writeFileSync(file, "");
    expect(refusalAt(join(file, "pickup.db"))).toContain("cannot be used: EEXIST");
  });
});
