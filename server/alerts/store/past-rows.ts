import type Database from "libsql";
import type { PastAlert } from "../../../lib/alerts/alert-types";

/** Where a page ended. */
export type PastPosition = { readonly resolvedAtMs: number; readonly seq: number };
export type PastRow = PastPosition & { readonly alert: PastAlert };

export type PastRows = {
  /** Within the transaction in which the alert ended. */
  readonly add: (alert: PastAlert) => void;
  /** The newest end first, beyond `after`. */
  readonly page: (after: PastPosition | null, limit: number) => readonly PastRow[];
  readonly byId: (id: string) => PastAlert | null;
  readonly firedSince: (atMs: number) => readonly PastAlert[];
  /** Forgets what ended before an instant, at most `limit`. */
  readonly prune: (beforeMs: number, limit: number) => void;
};

type Columns = readonly [seq: number, resolvedAtMs: number, alert: string];
/** Those of before do not know until when they were true. */
type Later = Pick<PastAlert, "heldUntilMs" | "clearSinceMs">;
type KeptPast = Omit<PastAlert, keyof Later> & Partial<Later>;

function alertOf(text: string): PastAlert {
  const { heldUntilMs = null, clearSinceMs = null, ...known } = JSON.parse(text) as KeptPast;
  return { ...known, heldUntilMs, clearSinceMs };
}

/** Alerts that are over. */
export function createPastRows(db: Database.Database): PastRows {
  const insert = db.prepare(
    "INSERT INTO past (id, fired_at_ms, resolved_at_ms, alert) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
  );
  const selectPage = db
    .prepare(
      `SELECT seq, resolved_at_ms, alert FROM past WHERE (resolved_at_ms, seq) < (?, ?)
       ORDER BY resolved_at_ms DESC, seq DESC LIMIT ?`,
    )
    .raw();
  const selectById = db.prepare("SELECT alert FROM past WHERE id = ?").raw();
  const selectSince = db.prepare("SELECT alert FROM past WHERE resolved_at_ms >= ?1 AND fired_at_ms >= ?1").raw();
  const deleteOldest = db.prepare(
    "DELETE FROM past WHERE seq IN (SELECT seq FROM past WHERE resolved_at_ms < ? ORDER BY resolved_at_ms LIMIT ?)",
  );
  return {
    add: (alert) => void insert.run([alert.id, alert.firedAtMs, alert.resolvedAtMs, JSON.stringify(alert)]),
    page: (after, limit) => {
      const { resolvedAtMs, seq } = after ?? { resolvedAtMs: Number.MAX_SAFE_INTEGER, seq: 0 };
      const rows = selectPage.all([resolvedAtMs, seq, limit]) as Columns[];
      return rows.map(([at, endedAtMs, text]) => ({ seq: at, resolvedAtMs: endedAtMs, alert: alertOf(text) }));
    },
    byId: (id) => {
      const [row] = selectById.all([id]) as [string][];
      return row === undefined ? null : alertOf(row[0]);
    },
    firedSince: (atMs) => (selectSince.all([atMs]) as [string][]).map(([text]) => alertOf(text)),
    prune: (beforeMs, limit) => void deleteOldest.run([beforeMs, limit]),
  };
}
