import type { QueueId, SourceId } from "../vocabulary";
import type { AlertCondition, Severity } from "./alert-rule";

/** Whom or what an alert is about. */
export type AlertSubject =
  | { readonly kind: "queue"; readonly queueId: QueueId }
  | { readonly kind: "group"; readonly name: string; readonly queueIds: readonly QueueId[] }
  /** Also what stands for a rule that holds in so many queues that it is one fault and not many. */
  | { readonly kind: "site" }
  | { readonly kind: "source"; readonly sourceId: SourceId };

/** What a condition rests on, as last read. Instants epoch ms, durations ms. */
export type Evidence =
  /** `late` of `decided` contacts of the last `minutes` (the long window). */
  | { readonly kind: "service-level"; readonly late: number; readonly decided: number; readonly minutes: number }
  | { readonly kind: "longest-wait"; readonly oldestOfferedAtMs: number | null }
  | { readonly kind: "waiting"; readonly waiting: number }
  | { readonly kind: "waiting-per-agent"; readonly waiting: number; readonly agents: number }
  | { readonly kind: "nobody-logged-in"; readonly waiting: number }
  /** `left` of `of` agents within the last `minutes`. */
  | { readonly kind: "agents-left"; readonly left: number; readonly of: number; readonly minutes: number }
  | { readonly kind: "abandons-in-a-row"; readonly count: number }
  | { readonly kind: "missed-rate"; readonly missed: number; readonly total: number; readonly minutes: number }
  | { readonly kind: "overdue-recoveries"; readonly count: number }
  | { readonly kind: "over-capacity"; readonly agents: number; readonly most: number }
  | { readonly kind: "paused-too-long"; readonly agents: number; readonly longestSinceAtMs: number }
  | { readonly kind: "no-data"; readonly sinceAtMs: number | null }
  | { readonly kind: "all-of"; readonly of: readonly Evidence[] }
  /** The rule holds in so many of so many queues; `of`: of the one where it holds most. */
  | { readonly kind: "widespread"; readonly queues: number; readonly outOf: number; readonly of: Evidence };

/** Who has seen to it, and until when that calms the screens. It lapses by itself. */
export type Acknowledgement = {
  readonly by: string;
  readonly atMs: number;
  readonly untilMs: number;
};

/** Why an alert is not told to anybody; it is shown and counted all the same. */
export type Muted = "out-of-hours" | "silenced";

/** An alert as it stands, for every screen. */
export type AlertView = {
  /** Of this alert and no later one; fit for an address. */
  readonly id: string;
  readonly ruleId: string;
  readonly ruleName: string;
  readonly severity: Severity;
  readonly condition: AlertCondition["kind"];
  readonly subject: AlertSubject;
  /** How the subject is called; empty: the site. */
  readonly subjectName: string;
  readonly state: "firing" | "acknowledged";
  readonly firedAtMs: number;
  readonly evidence: Evidence;
  /** When the evidence was last known to be true, and durations are told at; null: it is true now. */
  readonly heldUntilMs: number | null;
  /** Since when it is known not to be true any more: it fires on for a while; null: it is true, or nobody can say. */
  readonly clearSinceMs: number | null;
  readonly acknowledgement: Acknowledgement | null;
  readonly muted: Muted | null;
  /** What it rests on is not heard of: it neither goes on nor ends. */
  readonly frozen: boolean;
};

/** An alert that is over, for the history. Its acknowledgement is the last there was, also where that had lapsed. */
export type PastAlert = Omit<AlertView, "state" | "frozen"> & {
  readonly resolvedAtMs: number;
  /** `rule-gone`: its rule was changed or taken away, or its queue. */
  readonly because: "clear" | "closed" | "rule-gone";
};
