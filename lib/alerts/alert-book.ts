import type { AlertView } from "./alert-types";
import { compareAlerts } from "./alerts-of";
import { type AlertChange, type AlertRow, released, viewOf } from "./state/alert-row";
import type { Plans } from "./state/subjects";
import type { Firing, Watch } from "./state/watch";
import { watchKey } from "./state/watch-key";

/** Every alert that is pending or fires. Changed by `evaluateAlerts` and by the two below only. */
export type AlertBook = {
  /** By rule and subject. */
  readonly watches: Map<string, Watch>;
  /** How many alerts have ever fired. */
  firedCount: number;
  /** When it was last evaluated; null: not since it was made or restored. */
  evaluatedAtMs: number | null;
  /** What was looked at last; null: not yet. */
  plans: Plans | null;
  /** Rises with every change of what `viewsOf` gives. */
  version: number;
};

/** All of a book that outlives a restart; what was pending begins anew (AL18). */
export type BookRows = {
  readonly alerts: readonly AlertRow[];
  /** The id of the next alert follows from it: it never falls, whatever becomes of old rows. */
  readonly firedCount: number;
};

/** What rows of before do not know: who had them last, and whether what they rest on was true to the end. */
type Later = Pick<AlertRow, "lastAcknowledgement" | "heldUntilMs" | "clearSinceMs" | "readAtMs">;
type KeptRow = Omit<AlertRow, keyof Later> & Partial<Later>;
type KeptRows = Omit<BookRows, "alerts"> & { readonly alerts: readonly KeptRow[] };

export const createBook = (): AlertBook => ({
  watches: new Map(),
  firedCount: 0,
  evaluatedAtMs: null,
  plans: null,
  version: 0,
});

/** The book that `rowsOf` gave. Until it is evaluated nobody knows whether its alerts still hold: they are frozen. */
export function bookFromRows({ alerts, firedCount }: KeptRows): AlertBook {
  const book = createBook();
  book.firedCount = firedCount;
  for (const { lastAcknowledgement = null, clearSinceMs = null, readAtMs, heldUntilMs = null, ...known } of alerts) {
    const readMs = readAtMs ?? known.firedAtMs;
    const heldAtMs = heldUntilMs ?? readMs;
    const row = { ...known, lastAcknowledgement, clearSinceMs, readAtMs: readMs, heldUntilMs: heldAtMs };
    const key = watchKey(row.ruleId, row.ruleMark, row.subject);
    book.watches.set(key, { kind: "firing", row, heldAtMs, clearSinceMs: null, frozen: true });
  }
  return book;
}

/** What of a book is to be kept. */
export const rowsOf = (book: AlertBook): BookRows => ({
  alerts: firingOf(book).map(({ row }) => row),
  firedCount: book.firedCount,
});

/** What fires, as every screen shows it: worst first, then the oldest (AL41). Pending ones are nobody's business yet. */
export const viewsOf = (book: AlertBook): readonly AlertView[] =>
  firingOf(book)
    .map(({ row, frozen }) => viewOf(row, frozen))
    .sort(compareAlerts);

/**
 * AL21: somebody has seen to it, until then; another one's word takes the place of the one before.
 * @returns null: no such alert fires (any more)
 */
export const acknowledge = (
  book: AlertBook,
  id: string,
  by: string,
  nowMs: number,
  untilMs: number,
): AlertChange | null =>
  changeRow(book, id, (row) => ({
    kind: "acknowledged",
    alert: { ...row, acknowledgement: { by, atMs: nowMs, untilMs } },
  }));

/** AL21. @returns null: no such alert fires, or nobody has seen to it */
export const takeBackAcknowledgement = (book: AlertBook, id: string): AlertChange | null =>
  changeRow(book, id, (row) =>
    row.acknowledgement === null ? null : { kind: "acknowledgement-taken-back", alert: released(row) },
  );

function changeRow(book: AlertBook, id: string, change: (row: AlertRow) => AlertChange | null): AlertChange | null {
  for (const [key, watch] of book.watches) {
    if (watch.kind !== "firing" || watch.row.id !== id) continue;
    const changed = change(watch.row);
    if (changed === null) return null;
    book.watches.set(key, { ...watch, row: changed.alert });
    book.version += 1;
    return changed;
  }
  return null;
}

const firingOf = (book: AlertBook): readonly Firing[] =>
  [...book.watches.values()].flatMap((watch) => (watch.kind === "firing" ? [watch] : []));
