import type { MissedRow } from "../../../lib/recovery/missed-api";

/** So many rows are asked for at once. */
export const CHUNK = 100;
/** The server gives no more. */
const AT_MOST = 500;
/** Rows beyond those in sight that are wanted too, so that slow scrolling never meets a gap. */
const AROUND = 30;

type Known = { readonly row: MissedRow; readonly round: number };

/** What is known of a long list: rows by their place. Those of an earlier round may have moved. */
export type SparseRows = {
  readonly total: number;
  readonly round: number;
  readonly known: ReadonlyMap<number, Known>;
  readonly places: ReadonlyMap<string, number>;
};

export const NO_ROWS: SparseRows = { total: 0, round: 0, known: new Map(), places: new Map() };

/** Part of a list, `offset` rows from its beginning. */
export type Range = { readonly offset: number; readonly limit: number };

/** What to ask for so that rows `from` to `to` are there: whole chunks. */
export function rangeAround(from: number, to: number): Range {
  const offset = Math.floor(Math.max(0, from - AROUND) / CHUNK) * CHUNK;
  const end = (Math.floor((Math.max(from, to) + AROUND) / CHUNK) + 1) * CHUNK;
  return { offset, limit: Math.min(AT_MOST, end - offset) };
}

/** Whether one of the rows `from` to `to` is not known, or of an earlier round. */
export function lacks({ known, total, round }: SparseRows, from: number, to: number): boolean {
  for (let place = Math.max(0, from); place <= Math.min(to, total - 1); place += 1)
    if (known.get(place)?.round !== round) return true;
  return false;
}

/**
 * The list with what was told of it. A row stands in one place only: the one that was told last.
 * @param renews the list was asked for anew: all that is not in this page is old from now on
 */
export function withPage(
  rows: SparseRows,
  page: { readonly offset: number; readonly total: number; readonly rows: readonly MissedRow[] },
  renews: boolean,
): SparseRows {
  const round = renews ? rows.round + 1 : rows.round;
  const known = new Map<number, Known>();
  const places = new Map<string, number>();
  page.rows.forEach((row, index) => {
    known.set(page.offset + index, { row, round });
    places.set(row.id, page.offset + index);
  });
  for (const [place, each] of rows.known) {
    if (place >= page.total || known.has(place) || places.has(each.row.id)) continue;
    known.set(place, each);
    places.set(each.row.id, place);
  }
  return { total: page.total, round, known, places };
}

/** The list with one row as it is now, in its place. */
export function withRow(rows: SparseRows, row: MissedRow): SparseRows {
  const place = rows.places.get(row.id);
  const before = place === undefined ? undefined : rows.known.get(place);
  if (place === undefined || before === undefined) return rows;
  return { ...rows, known: new Map(rows.known).set(place, { ...before, row }) };
}

/** null: not known. */
export const rowAt = ({ known }: SparseRows, place: number): MissedRow | null => known.get(place)?.row ?? null;
