import type Database from "libsql";
import type { LoggedEvent } from "../../../lib/events";
import { toColumn } from "./text";
import type { NewEvent } from "../store";

type Connection = Database.Database;
type Statement = Database.Statement;

/** Rows a statement; crossing into SQLite once for many rows is what makes appending fast. */
const STATEMENT_SIZES = [125, 25, 5, 1] as const;

/** Appends a batch in one transaction, what the log already has left out. Returns when it is on the disk. */
export function createAppender(db: Connection): (events: readonly NewEvent[]) => readonly LoggedEvent[] {
  const begin = db.prepare("BEGIN IMMEDIATE");
  const commit = db.prepare("COMMIT");
  const inserts = STATEMENT_SIZES.map((size) => ({ size, statement: prepareInsert(db, size) }));
  const selectSeqs = db.prepare("SELECT seq FROM events WHERE seq >= ? AND seq < ?").raw();
  const sourceNumber = createSourceNumbers(db);
  const [given] = db.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'events'").raw().all() as [number][];
  let nextSeq = (given?.[0] ?? 0) + 1;

  /** Inserts one chunk from `seq` on; what is dropped leaves a hole. */
  const insertChunk = (statement: Statement, chunk: readonly NewEvent[], seq: number): readonly LoggedEvent[] => {
    const values: unknown[] = [seq];
    for (const { sourceId, sourceKey, atMs, receivedAtMs, event } of chunk) {
      values.push(sourceNumber(sourceId), toColumn(sourceKey), atMs, receivedAtMs, JSON.stringify(event));
    }
    const { changes } = statement.run(values);
    if (changes === 0) return [];
    const lines = chunk.map((event, index) => toLogged(event, seq + index));
    if (changes === chunk.length) return lines;
    const kept = new Set((selectSeqs.all(seq, seq + chunk.length) as [number][]).map(([one]) => one));
    return lines.filter((line) => kept.has(line.seq));
  };

  return (events) => {
    if (events.length === 0) return [];
    // Outside the transaction: a number once given must outlive its failure.
    for (const event of events) sourceNumber(event.sourceId);
    const appended: LoggedEvent[] = [];
    let seq = nextSeq;
    begin.run();
    try {
      let from = 0;
      for (const { size, statement } of inserts) {
        for (; events.length - from >= size; from += size) {
          for (const line of insertChunk(statement, events.slice(from, from + size), seq)) appended.push(line);
          seq = (appended.at(-1)?.seq ?? nextSeq - 1) + 1;
        }
      }
      commit.run();
    } catch (error) {
      // SQLite has already rolled back after some errors, a full disk among them.
      if (db.inTransaction) db.exec("ROLLBACK");
      throw error;
    }
    nextSeq = seq;
    return appended;
  };
}

/** `seq` of the row i is ?1 + i. A conflict of anything but the key is an error, not a duplicate. */
function prepareInsert(db: Connection, size: number): Statement {
  const rows = Array.from({ length: size }, (_, row) => {
    const first = 2 + row * 5;
    return `(?1 + ${row}, ?${first}, ?${first + 1}, ?${first + 2}, ?${first + 3}, ?${first + 4})`;
  });
  return db.prepare(
    `INSERT INTO events (seq, source, source_key, at_ms, received_at_ms, event) VALUES ${rows.join(", ")}
     ON CONFLICT (source, source_key) DO NOTHING`,
  );
}

const toLogged = ({ sourceId, sourceKey, atMs, receivedAtMs, event }: NewEvent, seq: number): LoggedEvent => ({
  seq,
  sourceId,
  sourceKey,
  atMs,
  receivedAtMs,
  event,
});

/** Source ids as small numbers: they stand in every row and every entry of the key index. */
function createSourceNumbers(db: Connection): (id: string) => number {
  const insert = db.prepare("INSERT INTO sources (id) VALUES (?) ON CONFLICT DO NOTHING");
  const select = db.prepare("SELECT number FROM sources WHERE id = ?").raw();
  const known = new Map<string, number>();
  return (id) => {
    const number = known.get(id);
    if (number !== undefined) return number;
    insert.run([toColumn(id)]);
    const [stored] = select.all(toColumn(id))[0] as [number];
    known.set(id, stored);
    return stored;
  };
}
