import { createHash } from "node:crypto";
import type { AuditAct, AuditActor, AuditLine } from "../../../lib/access/access-types";
import type { AccessDatabase } from "../store/parts";

/** A line's place in the chain. Before the first line: seq 0 and a hash of zeros. */
export type Link = { readonly seq: number; readonly hash: Buffer };

/** A line as it was written; its hash is told from it and from the line before. */
export type Unhashed = Omit<AuditLine, "hash">;

export type AuditRow = readonly [
  seq: number,
  atMs: number,
  actorKind: AuditActor["kind"],
  actorName: string,
  address: string | null,
  act: AuditAct,
  subject: string | null,
  detail: string | null,
  hash: Buffer,
];
export const ROW_COLUMNS = "seq, at_ms, actor_kind, actor_name, address, act, subject, detail, hash";

export const lineOf = ([seq, atMs, kind, name, address, act, subject, detail, hash]: AuditRow): AuditLine => ({
  seq,
  atMs,
  actor: { kind, name },
  address,
  act,
  subject,
  detail,
  hash: hash.toString("hex"),
});

/**
 * SHA-256 over the 32 bytes of the hash before and the line as a JSON array in UTF-8: seq, instant in epoch ms, kind and
 * name of the actor, address, act, subject, detail.
 */
export function hashAfter(before: Buffer, line: Unhashed): Buffer {
  const { seq, atMs, actor, address, act, subject, detail } = line;
  const text = JSON.stringify([seq, atMs, actor.kind, actor.name, address, act, subject, detail]);
  return createHash("sha256").update(before).update(text, "utf8").digest();
}

/** Before the first line. */
export const START: Link = { seq: 0, hash: Buffer.alloc(32) };

/** Anchor: the last line that was given up. Head: the last one written. null: somebody took it away. */
export function readLink(db: AccessDatabase, which: "anchor" | "head"): () => Link | null {
  const select = db.prepare(`SELECT seq, hash FROM audit_${which}`).raw();
  return () => {
    const [row] = select.all() as (readonly [number, Buffer])[];
    return row === undefined ? null : { seq: row[0], hash: row[1] };
  };
}
