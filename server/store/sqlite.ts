import { closeSync, existsSync, openSync } from "node:fs";
import { dirname } from "node:path";
import Database from "libsql";
import type { CallerVault } from "../callers/caller-vault";
import { acquireSingleWriter } from "./single-writer";
import { createAppender } from "./libsql/append";
import { errorText, isDamaged } from "./libsql/errors";
import { createReader } from "./libsql/read";
import { lookAtSchema, prepareSchema } from "./libsql/schema";
import { createCallersVisitReader, createFoldKeeper, createVisitPruner, createVisitReader } from "./libsql/visits";
import { sourceId } from "../../lib/vocabulary";
import { fromColumn } from "./libsql/text";
import type { EventStore, StoredLog } from "./store";

export type OpenedStore =
  | { readonly kind: "opened"; readonly store: EventStore }
  /** `message`: one line for people: taken by another server, damaged, foreign, newer, not writable. */
  | { readonly kind: "refused"; readonly message: string };

export type SqliteStoreOptions = {
  readonly path: string;
  /** Takes the callers of a log from when numbers stood in it. */
  readonly vault: Pick<CallerVault, "entrust">;
};

/**
 * Opens the event log in a SQLite file, or makes it, with its directory. Holds the directory's writer lock until
 * `close`, so one process writes; others may read the file meanwhile (WAL).
 */
export function openSqliteStore({ path, vault }: SqliteStoreOptions): OpenedStore {
  const writer = acquireSingleWriter(dirname(path));
  if (writer.kind === "refused") return writer;
  const refuse = (why: string): OpenedStore => {
    writer.release();
    return { kind: "refused", message: `The event log ${path} cannot be opened: ${why}` };
  };
  try {
    // Made by us, so that it and the files SQLite puts beside it are ours alone to read.
    closeSync(openSync(path, "a", 0o600));
    const db = new Database(path);
    const wrong = prepareSchema(db, vault);
    if (wrong !== null) {
      db.close();
      return refuse(wrong);
    }
    return { kind: "opened", store: createStore(db, () => closeWriter(db, writer.release)) };
  } catch (error) {
    return refuse(errorText(error));
  }
}

export type OpenedLog =
  | { readonly kind: "opened"; readonly log: StoredLog }
  /** There is no file: nothing was ever heard. */
  | { readonly kind: "none" }
  /** `message`: one line for people: damaged, foreign, of another form. */
  | { readonly kind: "refused"; readonly message: string };

/** Opens the event log to read it, changing nothing; a server may write it meanwhile. */
export function openStoredLog(path: string): OpenedLog {
  if (!existsSync(path)) return { kind: "none" };
  const refuse = (why: string): OpenedLog => {
    return { kind: "refused", message: `The event log ${path} cannot be read: ${why}` };
  };
  try {
    const db = new Database(path);
    const wrong = lookAtSchema(db);
    if (wrong === null) return { kind: "opened", log: createStore(db, () => db.close()) };
    db.close();
    return refuse(wrong);
  } catch (error) {
    return refuse(errorText(error));
  }
}

/** Writes what lies beside the file into it, and lets go of it. */
function closeWriter(db: Database.Database, release: () => void): void {
  try {
    // libsql really closes a connection only when its statements are collected: empty the WAL by hand.
    db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  } finally {
    db.close();
    release();
  }
}

function createStore(db: Database.Database, close: () => void): EventStore {
  let open = true;
  const append = createAppender(db);
  const read = createReader(db);
  // `raw().all()`: libsql's get() adds a key of its own to the row.
  const selectFirstFrom = db.prepare("SELECT min(seq) FROM events INDEXED BY events_by_at WHERE at_ms >= ?").raw();
  const selectLast = db.prepare("SELECT max(seq) FROM events").raw();
  const selectSources = db.prepare("SELECT id FROM sources").raw();
  const selectFold = db.prepare("SELECT seq, version, text FROM fold").raw();

  /** Every operation runs to its end at once; the promise only carries the outcome. */
  const whileOpen =
    <Arguments extends readonly unknown[], Result>(operation: (...given: Arguments) => Result) =>
    async (...given: Arguments): Promise<Result> => {
      if (!open) throw new Error("The event log is closed");
      try {
        return operation(...given);
      } catch (error) {
        if (!isDamaged(error)) throw error;
        throw new Error(`The event log is damaged (${errorText(error)}): put a backup in its place`, { cause: error });
      }
    };

  return {
    append: whileOpen(append),
    readAfter: whileOpen(read),
    seqBefore: whileOpen((atMs: number) => {
      const [first] = selectFirstFrom.all(atMs)[0] as [number | null];
      if (first !== null) return first - 1;
      const [last] = selectLast.all()[0] as [number | null];
      return last ?? 0;
    }),
    sourceIds: whileOpen(() => (selectSources.all() as [string][]).map(([id]) => sourceId(fromColumn(id)))),
    saveFold: whileOpen(createFoldKeeper(db)),
    loadFold: whileOpen(() => {
      const [row] = selectFold.all() as (readonly [number, string, string])[];
      return row === undefined ? null : { seq: row[0], version: row[1], text: row[2] };
    }),
    readVisits: whileOpen(createVisitReader(db)),
    visitsOf: whileOpen(createCallersVisitReader(db)),
    pruneVisits: whileOpen(createVisitPruner(db)),
    close: async () => {
      if (!open) return;
      open = false;
      close();
    },
  };
}
