import { chownSync, closeSync, mkdirSync, openSync, statSync } from "node:fs";
import { dirname } from "node:path";
import Database from "libsql";
import { errorText, isDamaged } from "../../store/libsql/errors";
import type { AccessDatabase } from "./parts";
import { ACCESS_MIGRATIONS } from "./schema";
import { inTransaction } from "./transaction";
import { unlessRefused } from "./unless-refused";

/** "PICA": tells it from the event log and from other programs' databases. */
const APPLICATION_ID = 0x50494341;
const IN_MEMORY = ":memory:";

export type OpenedAccessDatabase =
  | { readonly kind: "opened"; readonly db: AccessDatabase }
  /** `message`: one line for people: damaged, foreign, newer, not writable. */
  | { readonly kind: "refused"; readonly message: string };

/**
 * Opens the database of who may come in, or makes it, with its directory; `:memory:` for one that nobody keeps.
 * Server and command line may have it open at the same time.
 */
export function openAccessDatabase({ path }: { readonly path: string }): OpenedAccessDatabase {
  const refuse = (why: string): OpenedAccessDatabase => {
    return { kind: "refused", message: `The accounts in ${path} cannot be opened: ${why}` };
  };
  try {
    if (path !== IN_MEMORY) makeFile(path);
    const db = new Database(path);
    const wrong = prepare(db);
    if (wrong === null) return { kind: "opened", db };
    db.close();
    return refuse(wrong);
  } catch (error) {
    return refuse(errorText(error));
  }
}

/** Puts what was written into the file itself, so that nothing is left beside it, and lets go of it. */
export function closeAccessDatabase(db: AccessDatabase): void {
  try {
    // libsql really closes a connection only when its statements are collected: empty the WAL by hand.
    if (db.name !== IN_MEMORY) unlessRefused(() => db.exec("PRAGMA wal_checkpoint(TRUNCATE)"));
  } finally {
    db.close();
  }
}

/** Made by us, so that it and the files SQLite puts beside it are ours alone to read. */
function makeFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  try {
    closeSync(openSync(path, "wx", 0o600));
    // `sudo pickup user add` before the first start must not keep the server's own user out.
    const { uid, gid } = statSync(dirname(path));
    if (process.getuid?.() === 0) chownSync(path, uid, gid);
  } catch (error) {
    // One that is there is not touched: closing it would drop the locks of whoever in this process has it open.
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
}

const numberOf = (db: AccessDatabase, sql: string): number => Number((db.prepare(sql).raw().all()[0] as [number])[0]);

/** @returns what is wrong with it, in words for people; null: nothing. One that is not ours or newer stays untouched. */
function prepare(db: AccessDatabase): string | null {
  try {
    // Waiting for a lock stalls the whole process: others hold it for milliseconds only.
    db.exec("PRAGMA busy_timeout = 2000");
    const empty = numberOf(db, "SELECT count(*) FROM sqlite_master") === 0;
    if (!empty && numberOf(db, "PRAGMA application_id") !== APPLICATION_ID) {
      return "it is a database of something else";
    }
    const version = numberOf(db, "PRAGMA user_version");
    if (version > ACCESS_MIGRATIONS.length) {
      return `it was written by a newer Pickup (form ${version}, this one knows up to ${ACCESS_MIGRATIONS.length}): install that one again`;
    }
    configure(db);
    if (version < ACCESS_MIGRATIONS.length) migrate(db);
    return null;
  } catch (error) {
    if (!isDamaged(error)) return errorText(error);
    return `it is damaged or no database (${errorText(error)}): put a backup in its place`;
  }
}

/** WAL with FULL: a commit is on the disk when it returns, and a revoked right stays revoked. */
function configure(db: AccessDatabase): void {
  const [mode] = db.prepare("PRAGMA journal_mode = WAL").raw().all()[0] as [string];
  if (mode !== "wal" && mode !== "memory") throw new Error("its file system does not support write-ahead logging");
  db.exec(
    `PRAGMA synchronous = FULL;
     PRAGMA foreign_keys = ON;
     PRAGMA secure_delete = ON;
     PRAGMA journal_size_limit = 4194304;`,
  );
}

function migrate(db: AccessDatabase): void {
  inTransaction(db, () => {
    // Read again: somebody else may have come first.
    const version = numberOf(db, "PRAGMA user_version");
    for (const step of ACCESS_MIGRATIONS.slice(version)) db.exec(step);
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${ACCESS_MIGRATIONS.length}`);
  });
}
