import type Database from "libsql";

/**
 * Does work all or not at all, alone among all processes. Work within such work is part of it.
 * @throws what the work throws, after everything was taken back
 */
export function inTransaction<Result>(db: Database.Database, work: () => Result): Result {
  if (db.inTransaction) return work();
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
