import type Database from "libsql";
import type { KeptEvent, LoggedEvent } from "../../../lib/events";
import { type SourceId, sourceId } from "../../../lib/vocabulary";
import { fromColumn } from "./text";

type Connection = Database.Database;

/** Lines a statement: a column of that many comes over as one JSON text, twice as fast as row by row. */
const PAGE = 250;

/** Each a JSON list; null where there is no line. */
type Columns = readonly (string | null)[];
type Parsed = readonly [number[], number[], string[], number[], number[], KeptEvent[]];

/** SQLite's own JSON keeps 15 digits; an instant with fractions of a millisecond has more. */
const instants = (column: string): string =>
  `'[' || group_concat(iif(typeof(${column}) = 'integer', ${column}, printf('%!.17g', ${column}))) || ']'`;

/** Reads up to `limit` lines after `seq`, in order. */
export function createReader(db: Connection): (seq: number, limit: number) => readonly LoggedEvent[] {
  const selectPage = db
    .prepare(
      `SELECT json_group_array(seq), json_group_array(source), json_group_array(source_key),
         ${instants("at_ms")}, ${instants("received_at_ms")}, '[' || group_concat(event) || ']'
       FROM (SELECT * FROM events WHERE seq > ? ORDER BY seq LIMIT ?)`,
    )
    .raw();
  const selectSources = db.prepare("SELECT number, id FROM sources").raw();
  const sources = new Map<number, SourceId>();

  const sourceOf = (number: number): SourceId => {
    if (!sources.has(number)) {
      for (const [one, id] of selectSources.all() as [number, string][]) sources.set(one, sourceId(fromColumn(id)));
    }
    const id = sources.get(number);
    if (id === undefined) throw new Error(`The event log names a source ${number} that it does not have`);
    return id;
  };

  const readPage = (seq: number, limit: number): LoggedEvent[] => {
    const columns = selectPage.all(seq, limit)[0] as Columns;
    if (columns[5] === null) return [];
    const [seqs, numbers, keys, atMs, receivedAtMs, events] = columns.map((text) =>
      JSON.parse(text ?? ""),
    ) as unknown as Parsed;
    return events.map((event, row) => ({
      seq: at(seqs, row),
      sourceId: sourceOf(at(numbers, row)),
      sourceKey: fromColumn(at(keys, row)),
      atMs: at(atMs, row),
      receivedAtMs: at(receivedAtMs, row),
      event,
    }));
  };

  return (seq, limit) => {
    const lines: LoggedEvent[] = [];
    let after = seq;
    while (lines.length < limit) {
      const wanted = Math.min(PAGE, limit - lines.length);
      const page = readPage(after, wanted);
      for (const line of page) lines.push(line);
      if (page.length < wanted) break;
      after = page.at(-1)?.seq ?? after;
    }
    return lines;
  };
}

/** All columns of a page are equally long, or the log is damaged. */
function at<Item>(column: readonly Item[], row: number): Item {
  const item = column[row];
  if (item === undefined) throw new Error("The event log is damaged: a page has columns of different lengths");
  return item;
}
