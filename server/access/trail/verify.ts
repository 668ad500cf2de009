import { setImmediate as turn } from "node:timers/promises";
import type { AccessDatabase } from "../store/parts";
import { type AuditRow, hashAfter, type Link, lineOf, readLink, ROW_COLUMNS } from "./chain";
import { expectOpen, LINES_AT_A_TIME } from "./slices";

export type Verifier = {
  /**
   * Whether every kept line follows from the one before, from the anchor to the head, and what `read` reads at the
   * instant at which the last one did. Everybody else has his turns meanwhile.
   */
  readonly verified: <Result>(read: () => Result) => Promise<{ readonly intact: boolean; readonly read: Result }>;
  /** Looks at the next lines, so that whoever asks finds most of the work done. */
  readonly lookAhead: () => void;
};

/** From the anchor to the head once. */
type Pass = {
  /** How often others had written to the file when it began, as SQLite counts it. */
  readonly version: number;
  /** How far the chain is unbroken; null: it breaks. */
  upTo: Link | null;
};

/**
 * What was found good is looked at again by whoever asks once another process has written to the file: who touches a line
 * does so from there. What is touched behind a pass while it lasts is found by the next.
 */
export function createVerifier(db: AccessDatabase): Verifier {
  const anchorOf = readLink(db, "anchor");
  const headOf = readLink(db, "head");
  const selectFirst = db.prepare("SELECT min(seq) FROM audit_trail").raw();
  const selectAfter = db.prepare(`SELECT ${ROW_COLUMNS} FROM audit_trail WHERE seq > ? ORDER BY seq LIMIT ?`).raw();
  const selectVersion = db.prepare("PRAGMA data_version").raw();
  const versionNow = (): number => (selectVersion.all()[0] as [number])[0];
  let latest: Pass = { version: -1, upTo: null };

  /** The last link of the unbroken chain over the next lines; null: it breaks. */
  const follow = (from: Link): Link | null => {
    let at = from;
    for (const row of selectAfter.all([from.seq, LINES_AT_A_TIME]) as AuditRow[]) {
      const hash = row[8];
      if (row[0] !== at.seq + 1 || !hashAfter(at.hash, lineOf(row)).equals(hash)) return null;
      at = { seq: row[0], hash };
    }
    return at;
  };

  /** Where to go on, as of now: lines may have been given up meanwhile; null: the chain breaks. */
  const start = ({ upTo }: Pass): Link | null => {
    const anchor = anchorOf();
    const [first] = selectFirst.all()[0] as [number | null];
    if (anchor === null || (first !== null && first <= anchor.seq)) return null;
    return upTo !== null && upTo.seq < anchor.seq ? anchor : upTo;
  };

  const passOfNow = (): Pass => {
    const version = versionNow();
    if (latest.version !== version) latest = { version, upTo: anchorOf() };
    return latest;
  };

  /** @returns whether there may be more to look at */
  const goOn = (pass: Pass): boolean => {
    const from = start(pass);
    pass.upTo = from === null ? null : follow(from);
    return from !== null && pass.upTo !== null && pass.upTo.seq - from.seq === LINES_AT_A_TIME;
  };

  const isAtHead = ({ upTo }: Pass): boolean => {
    const head = headOf();
    return head !== null && upTo !== null && upTo.seq === head.seq && upTo.hash.equals(head.hash);
  };

  return {
    verified: async (read) => {
      // Its own to the end, whoever writes meanwhile: begun anew with each line of theirs, it would never end.
      const pass = inSnapshot(db, passOfNow);
      for (;;) {
        const done = inSnapshot(db, () => (goOn(pass) ? null : { intact: isAtHead(pass), read: read() }));
        if (done !== null) return done;
        await turn();
        expectOpen(db);
      }
    },
    lookAhead: () => inSnapshot(db, () => void goOn(passOfNow())),
  };
}

/** Reads that see one instant of the database, without keeping anybody from writing. */
function inSnapshot<Result>(db: AccessDatabase, read: () => Result): Result {
  if (db.inTransaction) return read();
  db.exec("BEGIN");
  try {
    return read();
  } finally {
    db.exec("COMMIT");
  }
}
