import type { AccessDatabase } from "../store/parts";
import { type AuditRow, hashAfter, type Link, lineOf, readLink, ROW_COLUMNS } from "./chain";

const ROWS_AT_A_TIME = 1_000;

/**
 * @returns whether every kept line follows from the one before, from the anchor to the head. What was found good is
 * not looked at again until another process has written to the file: whoever touches a line does so from there.
 */
export function createVerifier(db: AccessDatabase): () => boolean {
  const anchorOf = readLink(db, "anchor");
  const headOf = readLink(db, "head");
  const selectFirst = db.prepare("SELECT min(seq) FROM audit_trail").raw();
  const selectAfter = db.prepare(`SELECT ${ROW_COLUMNS} FROM audit_trail WHERE seq > ? ORDER BY seq LIMIT ?`).raw();
  const selectVersion = db.prepare("PRAGMA data_version").raw();
  let good: { readonly version: number; readonly upTo: Link } | null = null;

  /** The last link of the unbroken chain that begins at `from`; null: it breaks. */
  const follow = (from: Link): Link | null => {
    let at = from;
    for (;;) {
      const rows = selectAfter.all([at.seq, ROWS_AT_A_TIME]) as AuditRow[];
      for (const row of rows) {
        const hash = row[8];
        if (row[0] !== at.seq + 1 || !hashAfter(at.hash, lineOf(row)).equals(hash)) return null;
        at = { seq: row[0], hash };
      }
      if (rows.length < ROWS_AT_A_TIME) return at;
    }
  };

  return () => {
    const [version] = selectVersion.all()[0] as [number];
    const anchor = anchorOf();
    const head = headOf();
    const [first] = selectFirst.all()[0] as [number | null];
    if (anchor === null || head === null) return false;
    const from = good !== null && good.version === version && good.upTo.seq >= anchor.seq ? good.upTo : anchor;
    const end = first !== null && first <= anchor.seq ? null : follow(from);
    const intact = end !== null && end.seq === head.seq && end.hash.equals(head.hash);
    good = intact ? { version, upTo: end } : null;
    return intact;
  };
}
