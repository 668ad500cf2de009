import type { AuditLine } from "../../../lib/access/access-types";
import type { Clock } from "../../clock";
import { inTransaction } from "../../store/libsql/transaction";
import type { AuditTrail } from "../access";
import type { AccessDatabase } from "../store/parts";
import { type AuditRow, hashAfter, lineOf, readLink, ROW_COLUMNS, START, type Unhashed } from "./chain";
import { oneLine } from "./one-line";
import { expectOpen, LINES_AT_A_TIME } from "./slices";
import { createVerifier } from "./verify";

export type PrunableAuditTrail = AuditTrail & {
  /** Gives up the lines older than `beforeMs` (epoch ms), up to the first that is not. @returns how many */
  readonly prune: (beforeMs: number) => number;
  /** Verifies the next lines, a few ms long: done now and then, nobody who reads waits for a year of lines. */
  readonly lookAhead: () => void;
};

/** Who did what from where: only written on, each line sealed with the one before. Several processes may write. */
export function createAuditTrail({
  db,
  clock,
}: {
  readonly db: AccessDatabase;
  readonly clock: Clock;
}): PrunableAuditTrail {
  const headOf = readLink(db, "head");
  const { verified, lookAhead } = createVerifier(db);
  const selectLast = db.prepare("SELECT max(seq) FROM audit_trail").raw();
  const insert = db.prepare(`INSERT INTO audit_trail (${ROW_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const moveHead = db.prepare("INSERT OR REPLACE INTO audit_head (only, seq, hash) VALUES (1, ?, ?)");
  const moveAnchor = db.prepare("INSERT OR REPLACE INTO audit_anchor (only, seq, hash) VALUES (1, ?, ?)");
  const selectBelow = db
    .prepare(`SELECT ${ROW_COLUMNS} FROM audit_trail WHERE seq < ? ORDER BY seq DESC LIMIT ?`)
    .raw();
  const selectBetween = db
    .prepare(`SELECT ${ROW_COLUMNS} FROM audit_trail WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?`)
    .raw();
  const selectFirstFrom = db.prepare("SELECT min(seq) FROM audit_trail WHERE at_ms >= ?").raw();
  const deleteUpTo = db.prepare("DELETE FROM audit_trail WHERE seq <= ?");

  function* all(): Iterable<AuditLine> {
    // Up to what stands there now: who takes long over it is not told of ever more.
    const [newest] = selectLast.all()[0] as [number | null];
    let seq = Number.MIN_SAFE_INTEGER;
    for (;;) {
      const rows = selectBetween.all([seq, newest, LINES_AT_A_TIME]) as AuditRow[];
      for (const row of rows) yield lineOf(row);
      const last = rows.at(-1);
      if (last === undefined || rows.length < LINES_AT_A_TIME) return;
      seq = last[0];
      expectOpen(db);
    }
  }

  return {
    /** Within a transaction of the caller's it is part of it: a change and its line stand or fall together. */
    write: ({ actor, address, act, subject, detail }) =>
      inTransaction(db, () => {
        const head = headOf() ?? START;
        const [last] = selectLast.all()[0] as [number | null];
        const line: Unhashed = {
          // A line put there behind our back must not keep us from writing ours; the break stays to be found.
          seq: Math.max(head.seq, last ?? 0) + 1,
          atMs: clock.nowMs(),
          actor: { kind: actor.kind, name: oneLine(actor.name) },
          address: address === null ? null : oneLine(address),
          act,
          subject: subject === null ? null : oneLine(subject),
          detail: detail === null ? null : oneLine(detail),
        };
        const hash = hashAfter(head.hash, line);
        insert.run([
          line.seq,
          line.atMs,
          line.actor.kind,
          line.actor.name,
          line.address,
          line.act,
          line.subject,
          line.detail,
          hash,
        ]);
        moveHead.run([line.seq, hash]);
      }),
    read: async ({ before, limit }) => {
      const { intact, read: rows } = await verified(
        () => selectBelow.all([before ?? Number.MAX_SAFE_INTEGER, limit + 1]) as AuditRow[],
      );
      const lines = rows.slice(0, limit).map(lineOf);
      return { lines, next: rows.length > limit ? (lines.at(-1)?.seq ?? null) : null, intact };
    },
    all,
    lookAhead,
    prune: (beforeMs) =>
      inTransaction(db, () => {
        const [firstKept] = selectFirstFrom.all([beforeMs])[0] as [number | null];
        const [last] = selectBelow.all([firstKept ?? Number.MAX_SAFE_INTEGER, 1]) as AuditRow[];
        if (last === undefined) return 0;
        moveAnchor.run([last[0], last[8]]);
        return deleteUpTo.run([last[0]]).changes;
      }),
  };
}
