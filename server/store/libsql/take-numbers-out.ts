import type Database from "libsql";
import type { Caller } from "../../../lib/events";
import { namesOfVisitKey } from "../../../lib/desk/visit-record";
import type { CallerAlias } from "../../../lib/vocabulary";
import type { CallerVault } from "../../callers/caller-vault";
import { toColumn } from "./text";

type Connection = Database.Database;
/** An alias where an earlier run did not come to its end. */
type OlderCaller = Caller | CallerAlias | null;
type OlderEvent = { readonly caller: OlderCaller; readonly contactId?: string };

const ROWS_AT_ONCE = 2_000;
const DAY_MS = 86_400_000;

/**
 * Takes who called out of a log that still holds numbers: into the vault, an alias in their place (PV). What stays is
 * written anew, so that no number is left in the bytes of the file or of its write-ahead log. Begins again where it
 * did not come to its end.
 * @throws Error when the vault or the disk refuses, or somebody else reads the file meanwhile
 */
export function takeNumbersOut(db: Connection, vault: Pick<CallerVault, "entrust">): void {
  db.exec(
    `CREATE TEMP TABLE callers_of_contacts
       (source TEXT, contact TEXT, alias TEXT, PRIMARY KEY (source, contact)) WITHOUT ROWID;
     BEGIN IMMEDIATE`,
  );
  try {
    takeOutOfEvents(db, vault);
    takeOutOfVisits(db);
    // The saved fold holds numbers too; the log is folded anew.
    db.exec("DELETE FROM fold; COMMIT; DROP TABLE callers_of_contacts");
  } catch (error) {
    if (db.inTransaction) db.exec("ROLLBACK");
    throw error;
  }
  db.exec("VACUUM");
  const [isBusy] = db.prepare("PRAGMA wal_checkpoint(TRUNCATE)").raw().all()[0] as [number];
  if (isBusy !== 0)
    throw new Error("another program reads it while callers' numbers are taken out of it: end that one");
}

function takeOutOfEvents(db: Connection, { entrust }: Pick<CallerVault, "entrust">): void {
  type Row = readonly [seq: number, source: string, receivedAtMs: number, event: string];
  const select = db
    .prepare(
      `SELECT seq, sources.id, received_at_ms, event FROM events JOIN sources ON sources.number = source
       WHERE seq > ? AND instr(event, '"caller":') > 0 ORDER BY seq LIMIT ${ROWS_AT_ONCE}`,
    )
    .raw();
  const update = db.prepare("UPDATE events SET event = ? WHERE seq = ?");
  const remember = db.prepare(
    `INSERT INTO callers_of_contacts (source, contact, alias) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET alias = min(alias, excluded.alias)`,
  );
  const takeOut = (rows: readonly Row[], atMs: number): void => {
    const events = rows.map(([, , , text]) => JSON.parse(text) as OlderEvent);
    const aliases = entrust(
      events.map(({ caller }) => (typeof caller === "string" ? null : caller)),
      atMs,
    );
    for (const [index, [seq, source]] of rows.entries()) {
      const event = events[index];
      if (event === undefined) continue;
      const caller = typeof event.caller === "string" ? event.caller : (aliases[index] ?? null);
      if (event.caller !== caller) update.run([JSON.stringify({ ...event, caller }), seq]);
      if (caller !== null && event.contactId !== undefined) {
        remember.run([source, toColumn(event.contactId), caller]);
      }
    }
  };
  for (let after = 0; ;) {
    const rows = select.all(after) as Row[];
    // The vault keeps a number from the day on which it last called.
    for (const [day, ofDay] of groupByDay(rows, ([, , receivedAtMs]) => receivedAtMs)) takeOut(ofDay, day * DAY_MS);
    const last = rows.at(-1);
    if (last === undefined) return;
    [after] = last;
  }
}

function takeOutOfVisits(db: Connection): void {
  type Row = readonly [arrivedAtMs: number, key: string, source: string, visit: string];
  const select = db
    .prepare(
      `SELECT arrived_at_ms, key, source, visit FROM visits
       WHERE (arrived_at_ms, key) > (?, ?) ORDER BY arrived_at_ms, key LIMIT ${ROWS_AT_ONCE}`,
    )
    .raw();
  const selectAlias = db.prepare("SELECT alias FROM callers_of_contacts WHERE source = ? AND contact = ?").raw();
  const update = db.prepare("UPDATE visits SET visit = ? WHERE arrived_at_ms = ? AND key = ?");
  for (let after: readonly [number, string] = [Number.NEGATIVE_INFINITY, ""]; ;) {
    const rows = select.all(...after) as Row[];
    for (const [arrivedAtMs, key, source, text] of rows) {
      const visit = JSON.parse(text) as { readonly caller: unknown };
      if (visit.caller === null || typeof visit.caller === "string") continue;
      const [known] = selectAlias.all(source, toColumn(namesOfVisitKey(key).contactId)) as [string][];
      update.run([JSON.stringify({ ...visit, caller: known?.[0] ?? null }), arrivedAtMs, key]);
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = [last[0], last[1]];
  }
}

function groupByDay<Row>(rows: readonly Row[], atMsOf: (row: Row) => number): ReadonlyMap<number, readonly Row[]> {
  const days = new Map<number, Row[]>();
  for (const row of rows) {
    const day = Math.floor(atMsOf(row) / DAY_MS);
    const ofDay = days.get(day);
    if (ofDay === undefined) days.set(day, [row]);
    else ofDay.push(row);
  }
  return days;
}
