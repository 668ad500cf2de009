import type Database from "libsql";
import type { CallerVault } from "../../callers/caller-vault";
import { errorText, isDamaged } from "./errors";
import { takeNumbersOut } from "./take-numbers-out";

type Connection = Database.Database;

/** "PICK": tells our files from other programs' SQLite databases. */
const APPLICATION_ID = 0x5049434b;

/** The form of the file in which who calls is an alias, and no number stands anywhere. */
const FORM = 3;

/** Step n makes form n + 1 out of form n; the last one is `takeNumbersOut`. Steps that have been released never change. */
const STEPS: readonly string[] = [
  // AUTOINCREMENT: a seq is never given twice, not even after old lines were purged; a saved fold counts on that.
  `CREATE TABLE sources (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);
   CREATE TABLE events (
     seq INTEGER PRIMARY KEY AUTOINCREMENT,
     source INTEGER NOT NULL,
     source_key TEXT NOT NULL,
     at_ms INTEGER NOT NULL,
     received_at_ms INTEGER NOT NULL,
     event TEXT NOT NULL
   );
   CREATE UNIQUE INDEX events_by_key ON events (source, source_key);
   CREATE INDEX events_by_at ON events (at_ms);
   CREATE TABLE fold (only INTEGER PRIMARY KEY CHECK (only = 1), seq INTEGER NOT NULL, version TEXT NOT NULL, text TEXT NOT NULL);`,
  // `key` names source, contact, queue and stay, and is what visits of the same instant are ordered by.
  `CREATE TABLE visits (
     arrived_at_ms INTEGER NOT NULL,
     key TEXT NOT NULL,
     source TEXT NOT NULL,
     queue TEXT NOT NULL,
     visit TEXT NOT NULL,
     PRIMARY KEY (arrived_at_ms, key)
   ) WITHOUT ROWID;
   CREATE INDEX visits_by_queue ON visits (queue, arrived_at_ms, key);`,
];

const numberOf = (db: Connection, sql: string): number => Number((db.prepare(sql).raw().all()[0] as [number])[0]);

/**
 * Checks that the file is an event log of ours, brings it to the present form and sets how it is written.
 * A file that is not ours or is newer stays untouched.
 * @returns what is wrong with it, in words for people; null: nothing.
 */
export function prepareSchema(db: Connection, vault: Pick<CallerVault, "entrust">): string | null {
  try {
    const empty = isEmpty(db);
    const foreign = foreignProblem(db);
    if (foreign !== null) return foreign;
    const version = numberOf(db, "PRAGMA user_version");
    configure(db);
    if (version < STEPS.length) migrate(db, version);
    if (version < FORM) {
      if (!empty) takeNumbersOut(db, vault);
      db.exec(`PRAGMA user_version = ${FORM}`);
    }
    return null;
  } catch (error) {
    if (!isDamaged(error)) return errorText(error);
    return `it is damaged or no event log (${errorText(error)}): move it away, or put a backup in its place`;
  }
}

/**
 * Checks that the file is an event log of ours in the present form, for somebody who only reads it.
 * @returns what is wrong with it, in words for people; null: nothing.
 */
export function lookAtSchema(db: Connection): string | null {
  try {
    db.exec("PRAGMA busy_timeout = 2000; PRAGMA query_only = ON");
    const foreign = foreignProblem(db);
    if (foreign !== null) return foreign;
    if (numberOf(db, "PRAGMA user_version") === FORM) return null;
    return "it is of an older form; start the server of this version once, it brings it to today's";
  } catch (error) {
    return isDamaged(error) ? `it is damaged or no event log (${errorText(error)})` : errorText(error);
  }
}

const isEmpty = (db: Connection): boolean => numberOf(db, "SELECT count(*) FROM sqlite_master") === 0;

function foreignProblem(db: Connection): string | null {
  if (!isEmpty(db) && numberOf(db, "PRAGMA application_id") !== APPLICATION_ID) {
    return "it is a database of another program";
  }
  const version = numberOf(db, "PRAGMA user_version");
  if (version <= FORM) return null;
  return `it was written by a newer Pickup (form ${version}, this one knows up to ${FORM}): install that one again`;
}

/** WAL with FULL: a commit is on the disk when it returns, readers never wait for the writer. */
function configure(db: Connection): void {
  const mode = db.prepare("PRAGMA journal_mode = WAL").raw().all()[0] as [string];
  if (mode[0] !== "wal") throw new Error("its file system does not support write-ahead logging");
  // Checkpoints of 1,000 pages (4 MB) stall a busy writer for about 20 ms; more would stall longer. Waiting for a
  // lock stalls the whole process, so it is short: who appends tries again.
  db.exec(
    `PRAGMA synchronous = FULL;
     PRAGMA busy_timeout = 250;
     PRAGMA wal_autocheckpoint = 1000;
     PRAGMA journal_size_limit = 16777216;
     PRAGMA secure_delete = ON;`,
  );
}

function migrate(db: Connection, version: number): void {
  db.exec("BEGIN IMMEDIATE");
  try {
    for (const step of STEPS.slice(version)) db.exec(step);
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${STEPS.length}; COMMIT`);
  } catch (error) {
    if (db.inTransaction) db.exec("ROLLBACK");
    throw error;
  }
}
