import type { Revision } from "../events";
import type { BoardSnapshot, QueueRow } from "../metrics/snapshot-types";
import type { BoardId, QueueId } from "../vocabulary";
import { applyPatch, diffRecords, type Patch } from "./patch";

export type { Patch } from "./patch";

export type RowPatch = readonly [queueId: QueueId, ...patch: Patch];

/** What changed between two revisions of one board. */
export type BoardDelta = {
  readonly type: "delta";
  readonly boardId: BoardId;
  readonly base: Revision;
  readonly revision: Revision;
  readonly asOfMs: number;
  /** Everything but the queues' rows. */
  readonly board: Patch | null;
  /** Rows that changed, by queue. */
  readonly rows: readonly RowPatch[];
  /** All rows in their new order, where the set of queues or its order changed; otherwise left out. */
  readonly queues?: BoardSnapshot["queues"];
};

/** `gap`: the delta does not start from what the screen has; it asks for a snapshot. */
export type DeltaResult = { readonly type: "applied"; readonly snapshot: BoardSnapshot } | { readonly type: "gap" };

const TOLD_BESIDE: ReadonlySet<string> = new Set(["type", "revision", "boardId", "asOfMs", "queues"]);

export function sameRevision(one: Revision, other: Revision): boolean {
  return one.number === other.number && one.epoch === other.epoch;
}

/**
 * What has to be sent so that a screen showing `before` shows `after` (two snapshots of the same board).
 * @returns null: nothing changed but the revision and `asOfMs`, so nothing needs sending.
 */
export function diffSnapshots(before: BoardSnapshot, after: BoardSnapshot): BoardDelta | null {
  const board = diffRecords(before, after, TOLD_BESIDE);
  const sameQueues = sameOrder(before.queues, after.queues);
  const rows = sameQueues ? diffRows(before.queues, after.queues) : [];
  if (board === null && sameQueues && rows.length === 0) return null;
  return {
    type: "delta",
    boardId: after.boardId,
    base: before.revision,
    revision: after.revision,
    asOfMs: after.asOfMs,
    board,
    rows,
    ...(sameQueues ? {} : { queues: after.queues }),
  };
}

/** Parts that did not change keep their identity, so that only what changed is drawn again. */
export function applyDelta(snapshot: BoardSnapshot, delta: BoardDelta): DeltaResult {
  if (snapshot.boardId !== delta.boardId || !sameRevision(snapshot.revision, delta.base)) return { type: "gap" };
  const queues =
    delta.queues === undefined ? patchRows(snapshot.queues, delta.rows) : keepRows(snapshot.queues, delta.queues);
  if (queues === null) return { type: "gap" };
  const board = delta.board === null ? snapshot : applyPatch(snapshot, delta.board);
  return { type: "applied", snapshot: { ...board, revision: delta.revision, asOfMs: delta.asOfMs, queues } };
}

type Rows = readonly QueueRow[];

function sameOrder(before: Rows, after: Rows): boolean {
  if (before.length !== after.length) return false;
  return before.every((row, index) => row.queueId === (after[index] as QueueRow).queueId);
}

function diffRows(before: Rows, after: Rows): RowPatch[] {
  const changed: RowPatch[] = [];
  before.forEach((row, index) => {
    const patch = diffRecords(row, after[index] as QueueRow);
    if (patch !== null) changed.push([row.queueId, ...patch]);
  });
  return changed;
}

/** null: a patch names a queue that the screen does not have. */
function patchRows(rows: Rows, patches: readonly RowPatch[]): Rows | null {
  if (patches.length === 0) return rows;
  const byQueue = new Map(patches.map(([id, ...patch]): [QueueId, Patch] => [id, patch]));
  const patched = rows.map((row) => {
    const patch = byQueue.get(row.queueId);
    if (patch === undefined) return row;
    byQueue.delete(row.queueId);
    return applyPatch(row, patch);
  });
  return byQueue.size === 0 ? patched : null;
}

/** New rows where nothing of the old ones that says the same is replaced. */
function keepRows(before: Rows, after: Rows): Rows {
  const old = new Map(before.map((row): [QueueId, QueueRow] => [row.queueId, row]));
  return after.map((row) => {
    const last = old.get(row.queueId);
    if (last === undefined) return row;
    const patch = diffRecords(last, row);
    return patch === null ? last : applyPatch(last, patch);
  });
}
