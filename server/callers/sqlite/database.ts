import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import Database from "libsql";
import { errorText, isDamaged } from "../../store/libsql/errors";
import { CALLERS_MIGRATIONS } from "./schema";

export type CallersDatabase = Database.Database;

/** "PICC": tells it from the event log, the accounts and other programs' databases. */
const APPLICATION_ID = 0x50494343;

export type OpenedDatabase =
  { readonly kind: "opened"; readonly db: CallersDatabase } | { readonly kind: "refused"; readonly why: string };

/** Opens the file of the vault, or makes it, with its directory. Server and command line may have it open at once. */
export function openDatabase(path: string): OpenedDatabase {
  try {
    makeFile(path);
    const db = new Database(path);
    const why = prepare(db);
    if (why === null) return { kind: "opened", db };
    db.close();
    return { kind: "refused", why };
  } catch (error) {
    return { kind: "refused", why: errorText(error) };
  }
}

/** Made by us, so that it and the files SQLite puts beside it are ours alone to read. */
function makeFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  try {
    closeSync(openSync(path, "wx", 0o600));
  } catch (error) {
    // One that is there is not touched: closing it would drop the locks of whoever in this process has it open.
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
}

/** Waiting for a lock stalls the whole process: the command line holds it for milliseconds only. */
const BUSY_MS = 1_000;
/** What reads for longer than this reads for long. */
const READER_MS = 250;

const numberOf = (db: CallersDatabase, sql: string): number => Number((db.prepare(sql).raw().all()[0] as [number])[0]);

/** @returns what is wrong with it, in words for people; null: nothing. One that is not ours or newer stays untouched. */
function prepare(db: CallersDatabase): string | null {
  try {
    db.exec(`PRAGMA busy_timeout = ${BUSY_MS}`);
    const empty = numberOf(db, "SELECT count(*) FROM sqlite_master") === 0;
    if (!empty && numberOf(db, "PRAGMA application_id") !== APPLICATION_ID) return "it is a database of something else";
    const version = numberOf(db, "PRAGMA user_version");
    if (version > CALLERS_MIGRATIONS.length) {
      return `it was written by a newer Pickup (form ${version}, this one knows up to ${CALLERS_MIGRATIONS.length}): install that one again`;
    }
    const [mode] = db.prepare("PRAGMA journal_mode = WAL").raw().all()[0] as [string];
    if (mode !== "wal") return "its file system does not support write-ahead logging";
    db.exec("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 4194304");
    if (version < CALLERS_MIGRATIONS.length) migrate(db);
    return null;
  } catch (error) {
    if (!isDamaged(error)) return errorText(error);
    return `it is damaged or no database (${errorText(error)}): put a backup in its place`;
  }
}

function migrate(db: CallersDatabase): void {
  inTransaction(db, () => {
    // Read again: somebody else may have come first.
    const version = numberOf(db, "PRAGMA user_version");
    for (const step of CALLERS_MIGRATIONS.slice(version)) db.exec(step);
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${CALLERS_MIGRATIONS.length}`);
  });
}

/** Does work all or not at all. @throws what the work throws, after everything was taken back */
export function inTransaction<Result>(db: CallersDatabase, work: () => Result): Result {
  db.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    db.exec("COMMIT");
    return result;
  } catch (error) {
    // SQLite has already rolled back after some errors, a full disk among them.
    if (db.inTransaction) db.exec("ROLLBACK");
    throw error;
  }
}

/**
 * Puts what was written into the file itself and empties what lies beside it, so that nothing old is left there.
 * @returns false: somebody is reading it
 */
export function emptyWal(db: CallersDatabase): boolean {
  db.exec(`PRAGMA busy_timeout = ${READER_MS}`);
  try {
    const [busy] = db.prepare("PRAGMA wal_checkpoint(TRUNCATE)").raw().all()[0] as [number];
    return busy === 0;
  } finally {
    db.exec(`PRAGMA busy_timeout = ${BUSY_MS}`);
  }
}
