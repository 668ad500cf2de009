import { describe, expect, it } from "vitest";
import { sampleMissedRow } from "../../../lib/testing/missed-samples";
import { lacks, NO_ROWS, rangeAround, rowAt, type SparseRows, withPage, withRow } from "./sparse-rows";

const rowsOf = (...ids: readonly (string | number)[]) => ids.map((id) => sampleMissedRow({ id: String(id) }));
const idsOf = (rows: SparseRows, from: number, to: number): readonly (string | null)[] =>
  Array.from({ length: to - from + 1 }, (_, index) => rowAt(rows, from + index)?.id ?? null);

describe("[RE44] a long list of which only parts are known", () => {
  it("asks for whole chunks around what is seen, and no more than the server gives", () => {
    expect(rangeAround(0, 12)).toEqual({ offset: 0, limit: 100 });
    expect(rangeAround(60, 80)).toEqual({ offset: 0, limit: 200 });
    expect(rangeAround(9_950, 9_999)).toEqual({ offset: 9_900, limit: 200 });
    expect(rangeAround(0, 5_000)).toEqual({ offset: 0, limit: 500 });
  });

  it("knows what it was told, wherever it stands", () => {
    const rows = withPage(NO_ROWS, { offset: 9_900, total: 10_000, rows: rowsOf("a", "b") }, true);
    expect([rows.total, ...idsOf(rows, 9_899, 9_902)]).toEqual([10_000, null, "a", "b", null]);
    expect(lacks(rows, 9_900, 9_901)).toBe(false);
    expect(lacks(rows, 9_900, 9_902)).toBe(true);
    expect(lacks(rows, 9_999, 20_000)).toBe(true);
    expect(lacks(rows, 10_000, 10_020)).toBe(false);
  });

  it("asked anew, what is not told again stays in sight and is asked for when it is seen", () => {
    const first = withPage(NO_ROWS, { offset: 0, total: 4, rows: rowsOf("a", "b", "c", "d") }, true);
    const anew = withPage(first, { offset: 0, total: 3, rows: rowsOf("b", "c") }, true);
    expect(idsOf(anew, 0, 3)).toEqual(["b", "c", null, null]);
    const kept = withPage(first, { offset: 0, total: 4, rows: rowsOf("a", "b") }, true);
    expect(idsOf(kept, 0, 3)).toEqual(["a", "b", "c", "d"]);
    expect([lacks(kept, 0, 1), lacks(kept, 0, 2)]).toEqual([false, true]);
    const filled = withPage(kept, { offset: 2, total: 4, rows: rowsOf("c", "d") }, false);
    expect(lacks(filled, 0, 3)).toBe(false);
  });

  it("a row that moved stands once", () => {
    const first = withPage(NO_ROWS, { offset: 0, total: 4, rows: rowsOf("a", "b", "c", "d") }, true);
    const moved = withPage(first, { offset: 0, total: 4, rows: rowsOf("d", "a") }, true);
    expect(idsOf(moved, 0, 3)).toEqual(["d", "a", "c", null]);
    expect(moved.places.get("d")).toBe(0);
  });

  it("takes one row as it is now; one that is not there changes nothing", () => {
    const rows = withPage(NO_ROWS, { offset: 0, total: 2, rows: rowsOf("a", "b") }, true);
    const claim = { by: "Ben", untilMs: 1, mine: false };
    const claimed = withRow(rows, sampleMissedRow({ id: "b", claim }));
    expect(rowAt(claimed, 1)?.claim).toEqual(claim);
    expect(rowAt(claimed, 0)?.claim).toBeNull();
    expect(withRow(rows, sampleMissedRow({ id: "z" }))).toBe(rows);
  });
});
