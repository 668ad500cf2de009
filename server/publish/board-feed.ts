import type { BoardConfig, RotationConfig } from "../../lib/config";
import type { ContactsPage, ContactsRequest } from "../../lib/desk/contact-types";
import type { Desk, DeskRequest } from "../../lib/desk/desk-types";
import type { Revision } from "../../lib/events";
import type { BoardSnapshot, SourceStatus } from "../../lib/metrics/snapshot-types";
import type { BoardId } from "../../lib/vocabulary";

/** What the publisher and the HTTP API see of the pipeline. */
export type BoardFeed = {
  readonly boards: () => readonly BoardConfig[];
  readonly rotations: () => readonly RotationConfig[];
  /** The board as of now; null: no such board. Built at most once a revision and board. */
  readonly snapshot: (boardId: BoardId) => BoardSnapshot | null;
  /** The contacts behind a figure (BF); null: no such board, or no such queue on it. */
  readonly contacts: (request: ContactsRequest) => Promise<ContactsPage | null>;
  /** What a supervisor looks at (DK); null: no such board, or no such queue on it. */
  readonly desk: (request: DeskRequest) => Desk | null;
  readonly revision: () => Revision;
  readonly sources: () => readonly SourceStatus[];
  /** Told after every change of any figure or feed state, at most once an event-loop turn. @returns unsubscribe */
  readonly onChange: (listener: () => void) => () => void;
  /** Whether the day has been folded and the sources were started. */
  readonly ready: () => boolean;
  readonly counters: () => PipelineCounters;
};

export type PipelineCounters = {
  readonly accepted: number;
  readonly duplicates: number;
  readonly clamped: number;
  readonly late: number;
  /** Queues and agents beyond the most that are kept. */
  readonly overLimit: number;
  readonly problems: number;
  readonly storeFailures: number;
  readonly pending: number;
};
