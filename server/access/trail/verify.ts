import type { AccessDatabase } from "../store/parts";
import { type AuditRow, hashAfter, type Link, lineOf, readLink, ROW_COLUMNS } from "./chain";

const ROWS_AT_A_TIME = 1_000;

export type Verifier = {
  /** Whether every kept line follows from the one before, from the anchor to the head. */
  readonly isIntact: () => boolean;
  /** Looks at the next lines, about 10 ms long, so that whoever asks finds most of the work done. */
  readonly lookAhead: () => void;
};

/** What was found good is looked at again once another process has written to the file: who touches a line does so from there. */
export function createVerifier(db: AccessDatabase): Verifier {
  const anchorOf = readLink(db, "anchor");
  const headOf = readLink(db, "head");
  const selectFirst = db.prepare("SELECT min(seq) FROM audit_trail").raw();
  const selectAfter = db.prepare(`SELECT ${ROW_COLUMNS} FROM audit_trail WHERE seq > ? ORDER BY seq LIMIT ?`).raw();
  const selectVersion = db.prepare("PRAGMA data_version").raw();
  const versionNow = (): number => (selectVersion.all()[0] as [number])[0];
  /** `upTo` null: the chain breaks. */
  let found: { readonly version: number; readonly upTo: Link | null } = { version: -1, upTo: null };

  /** The last link of the unbroken chain over the next lines; null: it breaks. */
  const follow = (from: Link): Link | null => {
    let at = from;
    for (const row of selectAfter.all([from.seq, ROWS_AT_A_TIME]) as AuditRow[]) {
      const hash = row[8];
      if (row[0] !== at.seq + 1 || !hashAfter(at.hash, lineOf(row)).equals(hash)) return null;
      at = { seq: row[0], hash };
    }
    return at;
  };

  /** Where the chain is known to be unbroken, as of now; null: it breaks. */
  const start = (version: number): Link | null => {
    const anchor = anchorOf();
    const [first] = selectFirst.all()[0] as [number | null];
    if (anchor === null || (first !== null && first <= anchor.seq)) return null;
    const { upTo } = found;
    if (found.version !== version) return anchor;
    return upTo !== null && upTo.seq < anchor.seq ? anchor : upTo;
  };

  /** @returns whether there may be more to look at */
  const look = (): boolean => {
    const version = versionNow();
    const from = start(version);
    const upTo = from === null ? null : follow(from);
    found = { version, upTo };
    return from !== null && upTo !== null && upTo.seq > from.seq;
  };

  return {
    isIntact: () => {
      while (look());
      const [head, { upTo }] = [headOf(), found];
      return head !== null && upTo !== null && upTo.seq === head.seq && upTo.hash.equals(head.hash);
    },
    lookAhead: () => void look(),
  };
}
