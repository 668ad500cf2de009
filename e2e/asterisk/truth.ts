/** One stay in a queue, as the queue_log tells it; waits are whole seconds. */
export type TruthVisit = {
  readonly queue: string;
  readonly outcome: string;
  readonly wait: number | null;
};
type TruthSummary = {
  readonly entered: number;
  readonly answered: number;
  readonly abandoned: number;
  readonly exit_with_key: number;
  readonly exit_with_timeout: number;
  readonly exit_empty: number;
  readonly withdrawn: number;
  readonly lost_at_restart: number;
  readonly still_waiting_at_end: number;
  readonly hold_avg_answered: number | null;
  readonly wait_avg_abandoned: number | null;
  readonly wait_max_any: number | null;
  readonly talk_avg: number | null;
  readonly ring_no_answer: number;
};
/** What truth.py computed from Asterisk's queue_log alone. */
export type Truth = {
  readonly queues: Readonly<Record<string, TruthSummary>>;
  readonly total: TruthSummary;
  readonly visits: readonly TruthVisit[];
};

/** A figure is known to lie between these two, both included. */
export type Bounds = { readonly least: number; readonly most: number };
export type Expected = { readonly figure: string; readonly bounds: Bounds | null };

const exactly = (value: number): Bounds => ({ least: value, most: value });

/**
 * The log subtracts truncated seconds: a wait it gives as `w` lasted more than w − 1 and less than w + 1 seconds.
 * So of the waits within a limit only those of limit − 1 and less are certain, those of the limit itself possible.
 */
function within(visits: readonly TruthVisit[], outcome: string, limitSeconds: number): Bounds {
  const waits = visits.filter((visit) => visit.outcome === outcome).map((visit) => visit.wait ?? Number.NaN);
  return {
    least: waits.filter((wait) => wait <= limitSeconds - 1).length,
    most: waits.filter((wait) => wait <= limitSeconds).length,
  };
}

/** A mean or a maximum of waits, in ms, is a second off at most. */
const aboutSeconds = (seconds: number | null): Bounds | null =>
  seconds === null ? null : { least: seconds * 1000 - 1000, most: seconds * 1000 + 1000 };

/** What Pickup's figures of one queue (or of all, `queue: null`) must be if the log is right. */
export function expectedFigures(truth: Truth, queue: string | null): readonly Expected[] {
  const summary = queue === null ? truth.total : truth.queues[queue];
  if (!summary) return [];
  const visits = truth.visits.filter((visit) => queue === null || visit.queue === queue);
  return [
    { figure: "offered", bounds: exactly(summary.entered) },
    { figure: "answered", bounds: exactly(summary.answered) },
    { figure: "abandoned", bounds: exactly(summary.abandoned) },
    { figure: "overflowed by timeout", bounds: exactly(summary.exit_with_timeout) },
    { figure: "overflowed by key", bounds: exactly(summary.exit_with_key) },
    { figure: "overflowed by empty", bounds: exactly(summary.exit_empty) },
    { figure: "overflowed by withdrawn", bounds: exactly(summary.withdrawn) },
    { figure: "overflowed by transferred", bounds: exactly(0) },
    { figure: "ring-no-answer", bounds: exactly(summary.ring_no_answer) },
    { figure: "unknown", bounds: exactly(summary.lost_at_restart) },
    { figure: "waiting", bounds: exactly(summary.still_waiting_at_end) },
    { figure: "short abandons", bounds: within(visits, "abandoned", 5) },
    { figure: "met", bounds: within(visits, "answered", 60) },
    { figure: "speed of answer, ms", bounds: aboutSeconds(summary.hold_avg_answered) },
    { figure: "wait of abandoned, ms", bounds: aboutSeconds(summary.wait_avg_abandoned) },
    { figure: "longest wait, ms", bounds: aboutSeconds(summary.wait_max_any) },
    { figure: "talk, ms", bounds: aboutSeconds(summary.talk_avg) },
  ];
}
