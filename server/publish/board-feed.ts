import type { BoardConfig, RotationConfig } from "../../lib/config";
import type { ContactsPage, ContactsQuestion } from "../../lib/desk/contact-types";
import type { Desk, DeskQuestion } from "../../lib/desk/desk-types";
import type { CallerSight } from "../../lib/desk/mask";
import type { Revision } from "../../lib/events";
import type { BoardSnapshot, SourceStatus } from "../../lib/metrics/snapshot-types";
import type { CallerAlias } from "../../lib/vocabulary";

/**
 * What the publisher and the HTTP API see of the pipeline. Whatever is told of a board is built from the board given,
 * as its reader may see it: queues that are not on it are nowhere in the answer.
 */
export type BoardFeed = {
  readonly boards: () => readonly BoardConfig[];
  readonly rotations: () => readonly RotationConfig[];
  /** The board as of now, built at most once a revision. */
  readonly snapshot: (board: BoardConfig) => BoardSnapshot;
  /** The contacts behind a figure (BF); null: no such queue on the board. */
  readonly contacts: (
    board: BoardConfig,
    question: ContactsQuestion,
    callers: CallerSight,
  ) => Promise<ContactsPage | null>;
  /** What a supervisor looks at (DK); null: no such queue on the board. */
  readonly desk: (board: BoardConfig, question: DeskQuestion, callers: CallerSight) => Desk | null;
  /**
   * Who called, of a contact of the board.
   * @param key of a `WaitingCaller` or a `ContactLine`
   * @returns null: no such contact on the board, or one without a number
   */
  readonly callerBehind: (board: BoardConfig, key: string) => Promise<CallerAlias | null>;
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
