import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { closeOwnDatabase } from "../../../store/libsql/own-database";
import { openAccessDatabase } from "../../store/open-database";
import type { AccessDatabase } from "../../store/parts";
import { createAuditTrail, type PrunableAuditTrail } from "../audit-trail";

/** A file with an audit trail, which several may have open. It is always 5 s after 1970. */
export type TrailFile = {
  readonly open: () => { readonly db: AccessDatabase; readonly trail: PrunableAuditTrail };
  /** As somebody with the file in hand would: another program, the triggers gone. */
  readonly tamper: (...statements: readonly string[]) => void;
  readonly remove: () => void;
};

export function makeTrailFile(): TrailFile {
  const folder = mkdtempSync(join(tmpdir(), "pickup-trail-"));
  const path = join(folder, "access.db");
  const opened: AccessDatabase[] = [];
  return {
    open: () => {
      const answer = openAccessDatabase({ path });
      if (answer.kind === "refused") throw new Error(answer.message);
      opened.push(answer.db);
      return { db: answer.db, trail: createAuditTrail({ db: answer.db, clock: { nowMs: () => 5_000 } }) };
    },
    tamper: (...statements) => {
      const db = new Database(path);
      db.exec("DROP TRIGGER IF EXISTS audit_trail_stays; DROP TRIGGER IF EXISTS audit_trail_keeps");
      for (const statement of statements) db.exec(statement);
      db.close();
    },
    remove: () => {
      for (const one of opened) if (one.open) closeOwnDatabase(one);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const writeLine = (trail: PrunableAuditTrail, subject: string): void =>
  trail.write({ actor: { kind: "person", name: "Anna" }, address: null, act: "number-shown", subject, detail: null });

export const isIntact = async (trail: PrunableAuditTrail): Promise<boolean> =>
  (await trail.read({ before: null, limit: 1 })).intact;
