import { chmodSync, existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "libsql";
import { describe, expect, it } from "vitest";
import { ANNA, BEN, calls, describeVaultContract, NOON_MS } from "./testing/vault-contract";
import { vaultFiles } from "./testing/vault-files";

const { newFolder, tryOpen, openIn } = vaultFiles();
describeVaultContract("SQLite", (nowMs, numbers) => openIn(newFolder(), nowMs, numbers));

const refusalIn = (folder: string): string | null => {
  const opened = tryOpen(folder);
  return opened.kind === "refused" ? opened.message : null;
};
const modeOf = (path: string): number => statSync(path).mode & 0o777;

describe("the file of the vault and its key", () => {
  it("[PV4] are made for their owner alone, and a caller is the same after the next start", () => {
    const folder = newFolder();
    const vault = openIn(folder);
    const anna = calls(vault, ANNA);
    for (const name of ["callers.db", "callers.db-wal", "callers.db-shm", "caller-numbers.key"]) {
      expect(modeOf(join(folder, name))).toBe(0o600);
    }
    expect(modeOf(folder)).toBe(0o700);
    vault.close();
    const next = openIn(folder);
    expect(calls(next, ANNA)).toBe(anna);
    expect(next.reveal(anna)).toEqual(ANNA);
  });

  it("[PV4] a vault whose key is lost, another's or spoilt is refused with what to do, and no new key is made", () => {
    const folder = newFolder();
    const [path, key] = [join(folder, "callers.db"), join(folder, "caller-numbers.key")];
    const vault = openIn(folder);
    const anna = calls(vault, ANNA);
    vault.close();
    renameSync(key, `${key}.kept`);
    expect(refusalIn(folder)).toBe(
      `The callers in ${path} cannot be opened: their key ${key} is not there. Put the right key back, or move ` +
        `${path} away: who called before is then not known any more, all figures stay`,
    );
    expect(existsSync(key)).toBe(false);
    writeFileSync(key, `${Buffer.alloc(32, 7).toString("base64")}\n`);
    expect(refusalIn(folder)).toContain(`${key} is not their key. Put the right key back, or move`);
    for (const spoilt of ["", "no key", Buffer.alloc(16).toString("base64")]) {
      writeFileSync(key, spoilt);
      expect(refusalIn(folder)).toContain(`${key} is no key of ours`);
    }
    renameSync(`${key}.kept`, key);
    expect(openIn(folder).reveal(anna)).toEqual(ANNA);
  });

  it("[PV4] moved away as advised, the next vault begins empty under the same key", () => {
    const folder = newFolder();
    const vault = openIn(folder);
    const anna = calls(vault, ANNA);
    vault.close();
    for (const end of ["", "-wal", "-shm"]) rmSync(join(folder, `callers.db${end}`), { force: true });
    const next = openIn(folder);
    expect(next.keptOf(anna)).toBeNull();
    expect(calls(next, ANNA)).not.toBe(anna);
  });

  it("[PV4] a key that others can read is told of, with the way to mend it", () => {
    const folder = newFolder();
    const key = join(folder, "caller-numbers.key");
    openIn(folder).close();
    chmodSync(key, 0o644);
    const opened = tryOpen(folder);
    expect(opened).toMatchObject({
      warnings: [
        `The key of callers' numbers, ${key}, can be read by others on this machine (mode 644): chmod 600 ${key}`,
      ],
    });
    chmodSync(key, 0o600);
    expect(tryOpen(folder)).toMatchObject({ kind: "opened", warnings: [] });
  });

  it("a database of something else, a newer one and none at all are refused and stay as they are", () => {
    const [foreign, newer, none] = [newFolder(), newFolder(), newFolder()];
    openIn(foreign).close();
    openIn(newer).close();
    openIn(none).close();
    const raw = new Database(join(foreign, "callers.db"));
    raw.exec("PRAGMA application_id = 1");
    raw.close();
    const ahead = new Database(join(newer, "callers.db"));
    ahead.exec("PRAGMA user_version = 99");
    ahead.close();
    writeFileSync(join(none, "callers.db"), "no database at all\n".repeat(500));
    expect(refusalIn(foreign)).toContain("callers.db cannot be opened: it is a database of something else");
    expect(refusalIn(newer)).toContain("it was written by a newer Pickup (form 99, ");
    expect(refusalIn(none)).toContain("it is damaged or no database (file is not a database)");
    expect(readFileSync(join(none, "callers.db"), "utf8")).toMatch(/^no database at all/);
  });

  it("[PV6] whom another process erases, an open vault knows no more at the very next call", () => {
    const folder = newFolder();
    const [server, commandLine] = [openIn(folder), openIn(folder)];
    const [anna, ben] = [calls(server, ANNA), calls(server, BEN)];
    expect(commandLine.erase(anna)).toBe(true);
    expect(server.reveal(anna)).toBeNull();
    const again = calls(server, ANNA);
    expect(again).not.toBe(anna);
    expect(commandLine.reveal(again)).toEqual(ANNA);
    expect(calls(server, BEN)).toBe(ben);
  });

  it("[PV1] a batch that the disk refuses leaves nothing, and is taken the next time", () => {
    const folder = newFolder();
    const vault = openIn(folder);
    calls(vault, BEN);
    const other = new Database(join(folder, "callers.db"));
    const alter = (sql: string) => other.exec(sql);
    alter("CREATE TRIGGER full BEFORE INSERT ON callers BEGIN SELECT RAISE(ABORT, 'disk full'); END");
    expect(() => vault.entrust([BEN, ANNA], NOON_MS)).toThrow("disk full");
    alter("DROP TRIGGER full");
    other.close();
    expect(vault.find("+4930900174711")).toBeNull();
    const [ben, anna] = vault.entrust([BEN, ANNA], NOON_MS);
    expect([ben, anna].map((alias) => alias && vault.reveal(alias))).toEqual([BEN, ANNA]);
  });

  it("[PV4] a number that changed places with another's does not open", () => {
    const folder = newFolder();
    const vault = openIn(folder);
    const [anna] = [calls(vault, ANNA), calls(vault, BEN)];
    const other = new Database(join(folder, "callers.db"));
    other.exec("UPDATE callers SET number = (SELECT number FROM callers WHERE slot = 2) WHERE slot = 1");
    other.close();
    expect(() => vault.reveal(anna)).toThrow();
  });

  it("a name that nobody could read to its end is cut; a number never lets one in that is not its own", () => {
    const folder = newFolder();
    const vault = openIn(folder);
    const long = calls(vault, { number: "+4930900170000", name: "é".repeat(5_000) });
    expect(vault.reveal(long)?.number).toBe("+4930900170000");
    expect(vault.reveal(long)?.name).toMatch(/^é{60,80}$/);
    const digits = "7".repeat(4_000);
    expect(calls(vault, { number: digits, name: "x" })).not.toBe(calls(vault, { number: `${digits}8`, name: "x" }));
  });

  it("names known callers fast", () => {
    const vault = openIn(newFolder());
    const callers = Array.from({ length: 1_000 }, (_, n) => ({ number: `+4930${n}`, name: null }));
    const aliases = vault.entrust(callers, NOON_MS);
    const startMs = performance.now();
    for (let round = 0; round < 20; round += 1) expect(vault.entrust(callers, NOON_MS)).toEqual(aliases);
    const perSecond = 20_000 / ((performance.now() - startMs) / 1_000);
    expect(perSecond).toBeGreaterThan(20_000);
  });
});
