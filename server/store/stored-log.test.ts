import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createMemoryVault } from "../callers/memory-vault";
import { openSqliteStore, openStoredLog } from "./sqlite";
import type { EventStore, StoredLog } from "./store";
import { offered } from "./testing/offered";

let path = "";
const opened: StoredLog[] = [];
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), "pickup-stored-log-")), "events.db");
});
afterEach(async () => {
  for (const log of opened.splice(0)) await log.close();
  rmSync(join(path, ".."), { recursive: true, force: true });
});
function openWriter(): EventStore {
  const writer = openSqliteStore({ path, vault: createMemoryVault() });
  if (writer.kind === "refused") throw new Error(writer.message);
  opened.push(writer.store);
  return writer.store;
}
function openReader(): StoredLog {
  const reader = openStoredLog(path);
  if (reader.kind !== "opened") throw new Error(reader.kind);
  opened.push(reader.log);
  return reader.log;
}
const refusal = (): string | null => {
  const reader = openStoredLog(path);
  return reader.kind === "refused" ? reader.message : null;
};

describe("an event log that is only read", () => {
  test("is read while a server writes it, and the server writes on when the reader is gone", async () => {
    const writer = openWriter();
    await writer.append([offered("a")]);
    const reader = openReader();
    await writer.append([offered("b")]);
    expect((await reader.readAfter(0, 10)).map(({ sourceKey }) => sourceKey)).toEqual(["a", "b"]);
    await reader.close();
    expect(await writer.append([offered("c")])).toHaveLength(1);
  });

  test("cannot be written by whoever reads it", async () => {
    await openWriter().close();
    const reader = openReader() as EventStore;
    await expect(reader.append([offered("a")])).rejects.toThrow("readonly");
  });

  test("where nothing was ever heard there is none, and none is made", () => {
    expect(openStoredLog(path)).toEqual({ kind: "none" });
    expect(existsSync(path)).toBe(false);
  });

  test("one of an older form, another program's or no database at all is refused and stays as it is", async () => {
    await openWriter().close();
    const change = (sql: string) => {
      const raw = new Database(path);
      raw.exec(sql);
      raw.close();
    };
    change("PRAGMA user_version = 2");
    expect(refusal()).toContain("it is of an older form; start the server of this version once");
    change("PRAGMA application_id = 1");
    expect(refusal()).toContain("it is a database of another program");
    path = join(path, "..", "none.db");
    writeFileSync(path, "no database at all\n".repeat(500));
    expect(refusal()).toContain("it is damaged or no event log (file is not a database)");
    expect(readFileSync(path, "utf8")).toMatch(/^no database at all/);
  });
});
