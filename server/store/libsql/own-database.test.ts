import { chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closeOwnDatabase, emptyWal, type OwnDatabase, type OwnDatabaseForm, openOwnDatabase } from "./own-database";
import { inTransaction } from "./transaction";

const FORM: OwnDatabaseForm = {
  holds: "fruits",
  applicationId: 0x50494354,
  migrations: ["CREATE TABLE fruits (name TEXT NOT NULL) STRICT"],
  busyMs: 300,
};
const NEXT: OwnDatabaseForm = { ...FORM, migrations: [...FORM.migrations, "ALTER TABLE fruits ADD COLUMN taste TEXT"] };

let folder = "";
let path = "";
const open: OwnDatabase[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pickup-own-db-"));
  path = join(folder, "data", "fruits.db");
});
afterEach(() => {
  for (const db of open.splice(0)) if (db.open) closeOwnDatabase(db);
  rmSync(folder, { recursive: true, force: true });
});

function opened(at = path, form = FORM): OwnDatabase {
  const answer = openOwnDatabase(at, form);
  if (answer.kind === "refused") throw new Error(answer.message);
  open.push(answer.db);
  return answer.db;
}
function refusalOf(name: string, form = FORM): string | null {
  const answer = openOwnDatabase(join(folder, name), form);
  if (answer.kind === "refused") return answer.message;
  open.push(answer.db);
  return null;
}
const pragma = (db: OwnDatabase, name: string): unknown =>
  (db.prepare(`PRAGMA ${name}`).raw().all()[0] as [unknown])[0];
const add = (db: OwnDatabase, name: string) => db.prepare("INSERT INTO fruits (name) VALUES (?)").run([name]);
const namesIn = (db: OwnDatabase): unknown[] =>
  (db.prepare("SELECT name FROM fruits ORDER BY name").raw().all() as [string][]).flat();

describe("a database of our own", () => {
  it("[AC10] [PV4] is made with its directory, for its owner alone, and written through to the disk", () => {
    const db = opened();
    add(db, "apple");
    for (const file of [path, `${path}-wal`, `${path}-shm`]) expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, "data")).mode & 0o777).toBe(0o700);
    const names = ["journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout"];
    expect(names.map((name) => pragma(db, name))).toEqual(["wal", 2, 1, 1, 300]);
  });

  it("[AC10] [PV4] belongs to whom its directory belongs to, also when root made it", () => {
    mkdirSync(join(folder, "data"));
    const isRoot = process.getuid?.() === 0;
    if (isRoot) chownSync(join(folder, "data"), 12_345, 12_345);
    add(opened(), "apple");
    const owners = [path, `${path}-wal`, `${path}-shm`].map((file) => statSync(file).uid);
    expect(owners).toEqual(owners.map(() => (isRoot ? 12_345 : statSync(folder).uid)));
  });

  it("is opened by two at once, and each sees what the other wrote, also when one comes back", () => {
    const server = opened();
    const before = pragma(server, "data_version");
    const other = opened();
    add(other, "apple");
    expect(namesIn(server)).toEqual(["apple"]);
    expect(pragma(server, "data_version")).not.toBe(before);
    closeOwnDatabase(other);
    add(server, "pear");
    expect(namesIn(opened())).toEqual(["apple", "pear"]);
  });

  it("in memory nothing is left, and two are two", () => {
    add(opened(":memory:"), "apple");
    const other = opened(":memory:");
    expect(namesIn(other)).toEqual([]);
    closeOwnDatabase(other);
  });

  it("of an older form is brought to today's with what it holds, once", () => {
    const before = opened();
    add(before, "apple");
    opened(path, NEXT).exec("UPDATE fruits SET taste = 'sour'");
    opened(path, NEXT);
    expect(before.prepare("SELECT name, taste FROM fruits").raw().all()).toEqual([["apple", "sour"]]);
    expect(pragma(before, "user_version")).toBe(2);
  });

  it("is not made by halves: a step that fails leaves the form of before", () => {
    opened();
    const wrong = { ...NEXT, migrations: [...NEXT.migrations, "no SQL"] };
    expect(refusalOf("data/fruits.db", wrong)).toMatch(/^The fruits in .*fruits\.db cannot be opened: .*syntax error/);
    expect(pragma(opened(), "user_version")).toBe(1);
    expect(refusalOf("data/fruits.db", NEXT)).toBeNull();
  });

  it("is refused when it is another program's, another of ours, newer, or none, and stays as it is", () => {
    const foreign = new Database(join(folder, "foreign.db"));
    foreign.exec("CREATE TABLE t (x)");
    foreign.close();
    closeOwnDatabase(opened(join(folder, "ours.db"), { ...FORM, applicationId: 0x50494341 }));
    closeOwnDatabase(opened(join(folder, "newer.db"), NEXT));
    const text = "no database at all, only text".repeat(100);
    writeFileSync(join(folder, "text.db"), text);
    const isElse = /^The fruits in .*\.db cannot be opened: it is a database of something else$/;
    expect(refusalOf("foreign.db")).toMatch(isElse);
    expect(refusalOf("ours.db")).toMatch(isElse);
    expect(refusalOf("newer.db")).toContain("a newer Pickup (form 2, this one knows up to 1): install that one again");
    expect(refusalOf("text.db")).toContain("it is damaged or no database (file is not a database): put a backup");
    expect(refusalOf("text.db/below/fruits.db")).toMatch(/cannot be opened/);
    expect(readFileSync(join(folder, "text.db"), "utf8")).toBe(text);
  });

  it("[PV5] what lies beside it is emptied once nobody reads; meanwhile nobody waits for long, and it is said", () => {
    const db = opened();
    add(db, "apple");
    const reader = opened();
    reader.exec("BEGIN");
    expect(namesIn(reader)).toEqual(["apple"]);
    add(db, "pear");
    const startMs = performance.now();
    expect(emptyWal(db)).toBe(false);
    expect(performance.now() - startMs).toBeLessThan(1_000);
    expect(pragma(db, "busy_timeout")).toBe(300);
    reader.exec("COMMIT");
    expect(emptyWal(db)).toBe(true);
    expect(statSync(`${path}-wal`).size).toBe(0);
  });

  it("work that fails is taken back whole, with the work within it", () => {
    const db = opened();
    const work = () =>
      inTransaction(db, () => {
        inTransaction(db, () => add(db, "apple"));
        throw new Error("too late");
      });
    expect(work).toThrow("too late");
    expect(namesIn(db)).toEqual([]);
    inTransaction(db, () => add(db, "pear"));
    expect(namesIn(db)).toEqual(["pear"]);
  });
});
