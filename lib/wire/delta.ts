import type { Revision } from "../events";
import type { BoardSnapshot } from "../metrics/snapshot-types";
import type { BoardId, QueueId } from "../vocabulary";

/** The changed fields of a record, nested; a field that is gone stands under `gone`. */
export type Patch = { readonly set?: Readonly<Record<string, unknown>>; readonly gone?: readonly string[] };

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
  readonly rows: readonly (readonly [QueueId, Patch])[];
  /** The queues in their new order with the rows that are new, where the set or its order changed. */
  readonly queues: BoardSnapshot["queues"] | null;
};
