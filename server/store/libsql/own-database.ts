import { chownSync, closeSync, mkdirSync, openSync, statSync } from "node:fs";
import { dirname } from "node:path";
import Database from "libsql";
import { errorText, isDamaged, isWriteRefused } from "./errors";
import { inTransaction } from "./transaction";

export type OwnDatabase = Database.Database;

/** What tells one of our databases from the others. */
export type OwnDatabaseForm = {
  /** What people know it by, "accounts": it stands in what is said of it. */
  readonly holds: string;
  /** Four letters as a number; tells it from our others and from other programs' databases. */
  readonly applicationId: number;
  /** Version by version, in SQL. Steps that have been released never change. */
  readonly migrations: readonly string[];
  /** Waiting for a lock stalls the whole process: others hold it for milliseconds only. */
  readonly busyMs: number;
};

export type OpenedOwnDatabase =
  | { readonly kind: "opened"; readonly db: OwnDatabase }
  /** `message`: one line for people: damaged, foreign, newer, not writable. */
  | { readonly kind: "refused"; readonly message: string };

const IN_MEMORY = ":memory:";
/** What reads for longer than this reads for long. */
const READER_MS = 250;

/**
 * Opens a database of ours, or makes it, with its directory; `:memory:` for one that nobody keeps. Whatever is written
 * is on the disk once its transaction is. Server and command line may have it open at the same time.
 */
export function openOwnDatabase(path: string, form: OwnDatabaseForm): OpenedOwnDatabase {
  try {
    if (path !== IN_MEMORY) makeFile(path);
    const db = new Database(path);
    const why = prepare(db, form);
    if (why === null) return { kind: "opened", db };
    db.close();
    return cannotBeOpened(path, form, why);
  } catch (error) {
    return cannotBeOpened(path, form, errorText(error));
  }
}

export const cannotBeOpened = (path: string, { holds }: Pick<OwnDatabaseForm, "holds">, why: string) =>
  ({ kind: "refused", message: `The ${holds} in ${path} cannot be opened: ${why}` }) as const;

/** Empties what lies beside it, where nothing keeps that from being done, and lets go of it. */
export function closeOwnDatabase(db: OwnDatabase): void {
  try {
    // libsql really closes a connection only when its statements are collected: empty the WAL by hand.
    emptyWal(db);
  } catch (error) {
    if (!isWriteRefused(error)) throw error;
  } finally {
    db.close();
  }
}

/**
 * Puts what was written into the file itself and empties what lies beside it, so that nothing old is left there.
 * @returns false: somebody is reading it
 */
export function emptyWal(db: OwnDatabase): boolean {
  const busyMs = numberOf(db, "PRAGMA busy_timeout");
  db.exec(`PRAGMA busy_timeout = ${READER_MS}`);
  try {
    return numberOf(db, "PRAGMA wal_checkpoint(TRUNCATE)") === 0;
  } finally {
    db.exec(`PRAGMA busy_timeout = ${busyMs}`);
  }
}

/** Made by us, so that it and the files SQLite puts beside it are ours alone to read. */
function makeFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  try {
    closeSync(openSync(path, "wx", 0o600));
    // What `sudo pickup …` makes before the first start must not keep the server's own user out.
    const { uid, gid } = statSync(dirname(path));
    if (process.getuid?.() === 0) chownSync(path, uid, gid);
  } catch (error) {
    // One that is there is not touched: closing it would drop the locks of whoever in this process has it open.
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
}

const numberOf = (db: OwnDatabase, sql: string): number => Number((db.prepare(sql).raw().all()[0] as [number])[0]);

/** @returns what is wrong with it, in words for people; null: nothing. One that is not ours or newer stays untouched. */
function prepare(db: OwnDatabase, form: OwnDatabaseForm): string | null {
  const newest = form.migrations.length;
  try {
    db.exec(`PRAGMA busy_timeout = ${form.busyMs}`);
    const empty = numberOf(db, "SELECT count(*) FROM sqlite_master") === 0;
    if (!empty && numberOf(db, "PRAGMA application_id") !== form.applicationId) {
      return "it is a database of something else";
    }
    const version = numberOf(db, "PRAGMA user_version");
    if (version > newest) {
      return `it was written by a newer Pickup (form ${version}, this one knows up to ${newest}): install that one again`;
    }
    const [mode] = db.prepare("PRAGMA journal_mode = WAL").raw().all()[0] as [string];
    if (mode !== "wal" && mode !== "memory") return "its file system does not support write-ahead logging";
    // WAL with FULL: a commit is on the disk when it returns, and what was taken back stays taken back.
    db.exec("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
    db.exec("PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 4194304");
    if (version < newest) migrate(db, form);
    return null;
  } catch (error) {
    if (!isDamaged(error)) return errorText(error);
    return `it is damaged or no database (${errorText(error)}): put a backup in its place`;
  }
}

function migrate(db: OwnDatabase, { migrations, applicationId }: OwnDatabaseForm): void {
  inTransaction(db, () => {
    // Read again: somebody else may have come first.
    const version = numberOf(db, "PRAGMA user_version");
    for (const step of migrations.slice(version)) db.exec(step);
    db.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${migrations.length}`);
  });
}
