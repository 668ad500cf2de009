import Database from "libsql";
import { positionOf, type VisitRecord } from "../../../lib/desk/visit-record";

/** A line of a log in which numbers stood. */
export type OlderLine = { readonly key: string; readonly atMs: number; readonly event: object };
/** A kept visit with the end of a number in it. */
export type OlderVisit = { readonly visit: VisitRecord; readonly caller: object };

/** Writes a log of form 2 as it was written then, one source, a saved fold; what was written last is in the WAL. */
export function writeOlderLog(
  path: string,
  lines: readonly OlderLine[],
  visits: readonly OlderVisit[],
  foldText: string,
): void {
  const db = new Database(path);
  db.exec(
    `PRAGMA journal_mode = WAL; PRAGMA secure_delete = OFF; PRAGMA application_id = 1346978635; PRAGMA user_version = 2;
     CREATE TABLE sources (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);
     CREATE TABLE events (seq INTEGER PRIMARY KEY AUTOINCREMENT, source INTEGER NOT NULL, source_key TEXT NOT NULL,
       at_ms INTEGER NOT NULL, received_at_ms INTEGER NOT NULL, event TEXT NOT NULL);
     CREATE UNIQUE INDEX events_by_key ON events (source, source_key);
     CREATE INDEX events_by_at ON events (at_ms);
     CREATE TABLE fold (only INTEGER PRIMARY KEY CHECK (only = 1), seq INTEGER NOT NULL, version TEXT NOT NULL, text TEXT NOT NULL);
     CREATE TABLE visits (arrived_at_ms INTEGER NOT NULL, key TEXT NOT NULL, source TEXT NOT NULL, queue TEXT NOT NULL,
       visit TEXT NOT NULL, PRIMARY KEY (arrived_at_ms, key)) WITHOUT ROWID;
     CREATE INDEX visits_by_queue ON visits (queue, arrived_at_ms, key);
     INSERT INTO sources (number, id) VALUES (1, 'pbx');
     BEGIN`,
  );
  const insertLine = db.prepare(
    "INSERT INTO events (source, source_key, at_ms, received_at_ms, event) VALUES (1, ?, ?, ?, ?)",
  );
  for (const { key, atMs, event } of lines) insertLine.run([key, atMs, atMs, JSON.stringify(event)]);
  const insertVisit = db.prepare(
    "INSERT INTO visits (arrived_at_ms, key, source, queue, visit) VALUES (?, ?, ?, ?, ?)",
  );
  for (const { visit, caller } of visits) {
    const { sourceId, contactId: _contactId, queueId, stay: _stay, arrivedAtMs, ...stored } = visit;
    const text = JSON.stringify({ ...stored, caller });
    insertVisit.run([arrivedAtMs, positionOf(visit).key, sourceId, queueId, text]);
  }
  db.prepare("INSERT INTO fold (only, seq, version, text) VALUES (1, 1, '7', ?)").run([foldText]);
  db.exec("COMMIT");
  db.close();
}
