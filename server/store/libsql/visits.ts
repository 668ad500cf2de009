import type Database from "libsql";
import { namesOfVisitKey, visitKeyOf, type VisitPosition, type VisitRecord } from "../../../lib/desk/visit-record";
import type { CallerAlias } from "../../../lib/vocabulary";
import type { SavedFold, VisitQuery, VisitsToKeep } from "../store";
import { toColumn } from "./text";

type Connection = Database.Database;

/** Rows a statement. */
const STATEMENT_SIZES = [50, 1] as const;

/** What the table's own columns do not say. */
type StoredVisit = Omit<VisitRecord, "sourceId" | "contactId" | "queueId" | "stay" | "arrivedAtMs">;

/** Keeps a fold and the visits that have left it in one transaction. */
export function createFoldKeeper(db: Connection): (fold: SavedFold, kept: VisitsToKeep) => void {
  const begin = db.prepare("BEGIN IMMEDIATE");
  const commit = db.prepare("COMMIT");
  const replaceFold = db.prepare("REPLACE INTO fold (only, seq, version, text) VALUES (1, ?, ?, ?)");
  const deleteFrom = db.prepare(
    "DELETE FROM visits WHERE arrived_at_ms >= ? AND source IN (SELECT value FROM json_each(?))",
  );
  const inserts = STATEMENT_SIZES.map((size) => {
    const rows = Array.from({ length: size }, () => "(?, ?, ?, ?, ?)").join(", ");
    const sql = `REPLACE INTO visits (arrived_at_ms, key, source, queue, visit) VALUES ${rows}`;
    return { size, statement: db.prepare(sql) };
  });

  const insertAll = (visits: readonly VisitRecord[]): void => {
    let from = 0;
    for (const { size, statement } of inserts)
      for (; visits.length - from >= size; from += size) {
        statement.run(visits.slice(from, from + size).flatMap(columnsOf));
      }
  };

  return (fold, { visits, replaces }) => {
    begin.run();
    try {
      replaceFold.run([fold.seq, fold.version, fold.text]);
      if (replaces !== null) deleteFrom.run([replaces.fromMs, columnsText(replaces.sourceIds)]);
      insertAll(visits);
      commit.run();
    } catch (error) {
      // SQLite has already rolled back after some errors, a full disk among them.
      if (db.inTransaction) db.exec("ROLLBACK");
      throw error;
    }
  };
}

/** Reads kept visits, the newest arrival first. */
export function createVisitReader(db: Connection): (query: VisitQuery) => readonly VisitRecord[] {
  const select = (ofQueues: string) =>
    db
      .prepare(
        `SELECT arrived_at_ms, key, visit FROM visits
         WHERE ${ofQueues} AND arrived_at_ms >= ? AND arrived_at_ms <= ?
           AND (arrived_at_ms, key) < (?, ?) AND source IN (SELECT value FROM json_each(?))
         ORDER BY arrived_at_ms DESC, key DESC LIMIT ?`,
      )
      .raw();
  // The plus keeps SQLite from gathering and sorting what it can read in order by the primary key.
  const ofSome = select("+queue IN (SELECT value FROM json_each(?))");
  const ofOne = select("queue = ?");
  const ofAll = select("true");

  const rowsOf = (queueIds: VisitQuery["queueIds"], rest: readonly unknown[]): readonly unknown[] => {
    if (queueIds === null) return ofAll.all([...rest]);
    const [first] = queueIds;
    if (first !== undefined && queueIds.length === 1) return ofOne.all([toColumn(first), ...rest]);
    return ofSome.all([columnsText(queueIds), ...rest]);
  };

  return ({ sourceIds, queueIds, fromMs, toMs, after, limit }) => {
    if (queueIds !== null && queueIds.length === 0) return [];
    // Keys begin with a bracket: the empty one stands behind all that arrived at its instant.
    const isWithin = after !== null && after.arrivedAtMs < toMs;
    const before: VisitPosition = isWithin ? after : { arrivedAtMs: toMs, key: "" };
    // Said once more for the instant alone: SQLite does not enter the index at a pair.
    const rest = [fromMs, before.arrivedAtMs, before.arrivedAtMs, before.key, columnsText(sourceIds), limit];
    return (rowsOf(queueIds, rest) as (readonly [number, string, string])[]).map(recordOf);
  };
}

/** Reads one caller's visits, the newest arrival first. Who is asked for is asked for rarely: every visit is looked at. */
export function createCallersVisitReader(
  db: Connection,
): (caller: CallerAlias, fromMs: number) => readonly VisitRecord[] {
  const select = db
    .prepare(
      `SELECT arrived_at_ms, key, visit FROM visits WHERE arrived_at_ms >= ? AND instr(visit, ?) > 0
       ORDER BY arrived_at_ms DESC, key DESC`,
    )
    .raw();
  return (caller, fromMs) =>
    (select.all([fromMs, JSON.stringify(caller)]) as (readonly [number, string, string])[])
      .map(recordOf)
      .filter((visit) => visit.caller === caller);
}

/** Deletes the oldest visits that arrived before an instant. */
export function createVisitPruner(db: Connection): (beforeMs: number, limit: number) => number {
  const remove = db.prepare(
    `DELETE FROM visits WHERE (arrived_at_ms, key) IN
       (SELECT arrived_at_ms, key FROM visits WHERE arrived_at_ms < ? ORDER BY arrived_at_ms LIMIT ?)`,
  );
  return (beforeMs, limit) => Number(remove.run([beforeMs, limit]).changes);
}

function columnsOf(record: VisitRecord): unknown[] {
  const { sourceId, contactId: _contactId, queueId, stay: _stay, arrivedAtMs, ...stored } = record;
  return [arrivedAtMs, visitKeyOf(record), toColumn(sourceId), toColumn(queueId), JSON.stringify(stored)];
}

const recordOf = ([arrivedAtMs, key, text]: readonly [number, string, string]): VisitRecord => ({
  ...namesOfVisitKey(key),
  arrivedAtMs,
  ...(JSON.parse(text) as StoredVisit),
});

const columnsText = (ids: readonly string[]): string => JSON.stringify(ids.map(toColumn));
