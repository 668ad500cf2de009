import { chownSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closeAccessDatabase, openAccessDatabase } from "./open-database";
import type { AccessDatabase } from "./parts";
import { inTransaction } from "./transaction";

let folder = "";
let path = "";
const open: AccessDatabase[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pickup-access-db-"));
  path = join(folder, "data", "access.db");
});
afterEach(() => {
  for (const db of open.splice(0)) if (db.open) closeAccessDatabase(db);
  rmSync(folder, { recursive: true, force: true });
});

function opened(at = path): AccessDatabase {
  const answer = openAccessDatabase({ path: at });
  if (answer.kind === "refused") throw new Error(answer.message);
  open.push(answer.db);
  return answer.db;
}
const pragma = (db: AccessDatabase, name: string): unknown =>
  (db.prepare(`PRAGMA ${name}`).raw().all()[0] as [unknown])[0];
const addToken = (db: AccessDatabase, id: string) =>
  db.prepare("INSERT INTO tokens VALUES (?, 'n', 'read', ?, 0, 'x', NULL)").run([id, Buffer.from(id)]);
const tokensIn = (db: AccessDatabase): unknown[] =>
  (db.prepare("SELECT id FROM tokens ORDER BY id").raw().all() as [string][]).flat();

describe("the database of who may come in", () => {
  it("[AC10] is made with its directory, for its owner alone, and written through to the disk", () => {
    const db = opened();
    addToken(db, "a");
    for (const file of [path, `${path}-wal`, `${path}-shm`]) expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, "data")).mode & 0o777).toBe(0o700);
    expect(
      ["journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout"].map((name) => pragma(db, name)),
    ).toEqual(["wal", 2, 1, 1, 2000]);
  });

  it("[AC10] belongs to whom its directory belongs to, also when root made it", () => {
    mkdirSync(join(folder, "data"));
    const isRoot = process.getuid?.() === 0;
    if (isRoot) chownSync(join(folder, "data"), 12_345, 12_345);
    addToken(opened(), "a");
    const owners = [path, `${path}-wal`, `${path}-shm`].map((file) => statSync(file).uid);
    expect(owners).toEqual(owners.map(() => (isRoot ? 12_345 : statSync(folder).uid)));
  });

  it("is opened by two at once, and each sees what the other wrote, also when one comes back", () => {
    const server = opened();
    const before = pragma(server, "data_version");
    const other = opened();
    addToken(other, "a");
    expect(tokensIn(server)).toEqual(["a"]);
    expect(pragma(server, "data_version")).not.toBe(before);
    closeAccessDatabase(other);
    addToken(server, "b");
    expect(tokensIn(opened())).toEqual(["a", "b"]);
  });

  it("in memory nothing is left, and two are two", () => {
    addToken(opened(":memory:"), "a");
    expect(tokensIn(opened(":memory:"))).toEqual([]);
  });

  it("is refused when it is another program's, newer, or none, and stays as it is", () => {
    const foreign = join(folder, "foreign.db");
    const others = new Database(foreign);
    others.exec("CREATE TABLE t (x)");
    others.close();
    const newer = opened(join(folder, "newer.db"));
    newer.exec("PRAGMA user_version = 99");
    closeAccessDatabase(newer);
    writeFileSync(join(folder, "text.db"), "no database at all, only text".repeat(100));
    const why = (name: string) => {
      const answer = openAccessDatabase({ path: join(folder, name) });
      return answer.kind === "refused" ? answer.message : null;
    };
    expect(why("foreign.db")).toContain("a database of something else");
    expect(why("newer.db")).toContain("written by a newer Pickup (form 99");
    expect(why("text.db")).toContain("damaged or no database");
    expect(why("text.db/below/access.db")).toMatch(/cannot be opened/);
  });

  it("work that fails is taken back whole, with the work within it", () => {
    const db = opened();
    expect(() =>
      inTransaction(db, () => {
        inTransaction(db, () => addToken(db, "a"));
        throw new Error("too late");
      }),
    ).toThrow("too late");
    expect(tokensIn(db)).toEqual([]);
    inTransaction(db, () => addToken(db, "b"));
    expect(tokensIn(db)).toEqual(["b"]);
  });
});
