import { readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "libsql";
import { describe, expect, it } from "vitest";
import type { CallerAlias } from "../../../lib/vocabulary";
import { DAY_MS } from "../rules/retention";
import { calls, NOON_MS } from "../testing/vault-contract";
import { vaultFiles } from "../testing/vault-files";

const { newFolder, openIn } = vaultFiles();

/** Bytes looked for; six of a random text are as good as all of it, and parts of it are found too. */
const PROBE_BYTES = 6;
const PROBE_AT = [0, 20, 90];

/** What stands sealed of a caller now, and what he is found by. */
function sealedOf(db: Database.Database, alias: CallerAlias): readonly Buffer[] {
  const columns = "number, ending, digest";
  return (db.prepare(`SELECT ${columns} FROM callers WHERE alias = ?`).raw().all([alias])[0] as Buffer[]).slice();
}

/** How many of the probes are found anywhere in the files. */
function foundIn(bytes: Buffer, probes: ReadonlySet<string>): number {
  const text = bytes.toString("latin1");
  let found = 0;
  for (let at = 0; at + PROBE_BYTES <= text.length; at += 1)
    if (probes.has(text.slice(at, at + PROBE_BYTES))) found += 1;
  return found;
}

const probesOf = (sealed: readonly Buffer[]): ReadonlySet<string> =>
  new Set(
    sealed.flatMap((bytes) =>
      PROBE_AT.filter((at) => at + PROBE_BYTES <= bytes.length).map((at) =>
        bytes.toString("latin1", at, at + PROBE_BYTES),
      ),
    ),
  );

/** The bytes of the vault as they lie on the disk while it is open, and of a backup of it. */
function onDisk(folder: string, db: Database.Database): Buffer {
  const backup = join(folder, `backup-${process.hrtime.bigint()}.db`);
  db.exec(`VACUUM INTO '${backup}'`);
  const files = ["callers.db", "callers.db-wal"].map((name) => join(folder, name));
  return Buffer.concat([...files, backup].map((path) => readFileSync(path)));
}

describe("what the vault has given up", () => {
  it("[PV4] a number and a name stand nowhere in the clear, not before and not after", () => {
    const folder = newFolder();
    const vault = openIn(folder);
    const canary = { number: "+4930555123987", name: "Zsófia Canary" };
    const alias = calls(vault, canary);
    const db = new Database(join(folder, "callers.db"));
    const texts = [canary.number, "5551239", "Canary", Buffer.from(canary.number, "utf16le").toString("latin1")];
    const found = () => texts.filter((text) => onDisk(folder, db).toString("latin1").includes(text));
    expect(found()).toEqual([]);
    vault.expire(NOON_MS + 30 * DAY_MS);
    expect(found()).toEqual([]);
    vault.erase(alias);
    expect(found()).toEqual([]);
    db.close();
  });

  it("[PV5][PV6] leaves no sealed byte in file, log or backup: of thousands who come, expire, return, are erased", () => {
    const folder = newFolder();
    const vault = openIn(folder);
    const db = new Database(join(folder, "callers.db"));
    const gone: Buffer[] = [];
    let seed = 7;
    const chance = (of: number): boolean => (seed = (seed * 48_271) % 2_147_483_647) % of === 0;
    const namedOn = (day: number, count: number): readonly CallerAlias[] =>
      vault
        .entrust(
          Array.from({ length: count }, (_, n) => ({ number: `+49${day}00${n}`, name: `Caller ${n}` })),
          NOON_MS + day * DAY_MS,
        )
        .filter((alias) => alias !== null);

    const first = namedOn(0, 3_000);
    const second = namedOn(20, 3_000);
    // Sealed anew on another day: the text of before goes.
    for (const alias of first.slice(0, 500)) {
      const caller = vault.reveal(alias);
      gone.push(...sealedOf(db, alias).slice(0, 1));
      vault.entrust([{ number: caller?.number ?? "", name: `${caller?.name} B.` }], NOON_MS + 1 * DAY_MS);
    }
    for (const alias of second.slice(0, 300).filter(() => chance(6))) {
      gone.push(...sealedOf(db, alias));
      vault.erase(alias);
    }
    for (const alias of first) gone.push(...sealedOf(db, alias).slice(0, 1));
    expect(vault.expire(NOON_MS + 31 * DAY_MS)).toEqual({ count: 3_000, stillOnDisk: null });
    expect(foundIn(onDisk(folder, db), probesOf(gone))).toBe(0);

    // Their places are given to others; then the ends of those who are left go as well.
    namedOn(390, 1_000);
    for (const alias of first) gone.push(...sealedOf(db, alias).slice(1));
    vault.expire(NOON_MS + 402 * DAY_MS);
    namedOn(410, 3_500);
    vault.expire(NOON_MS + 411 * DAY_MS);
    const bytes = onDisk(folder, db);
    expect(foundIn(bytes, probesOf(gone))).toBe(0);
    const [kept] = namedOn(410, 1);
    expect(foundIn(bytes, probesOf(kept === undefined ? [] : sealedOf(db, kept)))).toBeGreaterThan(0);
    db.close();
  });

  it("[PV6] says so where another program keeps what was erased from leaving the disk", () => {
    const folder = newFolder();
    const vault = openIn(folder);
    const alias = calls(vault, { number: "+4930555123987", name: null });
    const reader = new Database(join(folder, "callers.db"));
    reader.exec("BEGIN");
    reader.prepare("SELECT count(*) FROM callers").raw().all();
    expect(() => vault.erase(alias)).toThrow(/still stands in .*callers\.db-wal: another program is reading/);
    reader.exec("COMMIT");
    reader.close();
    expect(vault.reveal(alias)).toBeNull();
    expect(vault.expire(NOON_MS)).toEqual({ count: 0, stillOnDisk: null });
    expect(readFileSync(join(folder, "callers.db-wal"))).toHaveLength(0);
  });

  it("[PV5] what expires is counted and gone also where another program keeps it on the disk; it is tried again", () => {
    const folder = newFolder();
    const vault = openIn(folder);
    calls(vault, { number: "+4930555123987", name: null });
    const reader = new Database(join(folder, "callers.db"));
    reader.exec("BEGIN");
    reader.prepare("SELECT count(*) FROM callers").raw().all();
    const path = join(folder, "callers.db");
    const stillOnDisk = `What was deleted still stands in ${path}-wal: another program is reading ${path}`;
    expect(vault.expire(NOON_MS + 30 * DAY_MS)).toEqual({ count: 1, stillOnDisk });
    expect(vault.expire(NOON_MS + 30 * DAY_MS)).toEqual({ count: 0, stillOnDisk });
    reader.exec("COMMIT");
    reader.close();
    expect(vault.expire(NOON_MS + 30 * DAY_MS)).toEqual({ count: 0, stillOnDisk: null });
    expect(readFileSync(join(folder, "callers.db-wal"))).toHaveLength(0);
  });
});
