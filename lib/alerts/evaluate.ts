import type { Capacity } from "../config";
import type { Fold } from "../metrics/fold-state";
import type { SourceView } from "../metrics/snapshot-types";
import type { QueueId } from "../vocabulary";
import type { AlertBook } from "./alert-book";
import type { AlertRule } from "./alert-rule";
import type { AlertChange } from "./state/alert-row";
import type { Silence } from "./state/silence";

/** All that alerts follow from. */
export type AlertInput = {
  /** Advanced to `nowMs`. */
  readonly fold: Fold;
  /** Every source there is, as it stands. */
  readonly sources: readonly SourceView[];
  readonly rules: readonly AlertRule[];
  /** Those that have ended may be among them. */
  readonly silences: readonly Silence[];
  readonly capacity: Capacity;
  /** Missed callers of these queues who were not called back in time; null: nobody counts them. */
  readonly overdueRecoveries: ((queueIds: readonly QueueId[]) => number) | null;
  readonly nowMs: number;
};

/**
 * Lets the book see how things stand, once a second.
 * @returns what is to be kept and told, in the order in which it happened
 */
export function evaluateAlerts(_book: AlertBook, _input: AlertInput): readonly AlertChange[] {
  return [];
}
