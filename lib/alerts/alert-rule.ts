import type { QueueId } from "../vocabulary";

/** `critical`: people are needed at once; `warning`: soon; `notice`: when there is time, never heard. */
export type Severity = "critical" | "warning" | "notice";
export const SEVERITIES: readonly Severity[] = ["critical", "warning", "notice"];

/** What a rule looks at: each queue by itself, several queues together, or the whole site. */
export type AlertScope =
  /** `queueIds: null`: every queue, those that appear later too. */
  | { readonly kind: "each-queue"; readonly queueIds: readonly QueueId[] | null }
  | { readonly kind: "group"; readonly name: string; readonly queueIds: readonly QueueId[] }
  | { readonly kind: "site" };

/** A value is over from `raise` on, and no longer from `clear` down: in between nothing changes (hysteresis). */
export type Band = { readonly raise: number; readonly clear: number };

/** What makes a rule fire. Durations ms, shares per mille. */
export type AlertCondition =
  /**
   * Late contacts in both windows are at least `burn` times what the goal allows (or half-way from there to all of
   * them, where that is less), and in the long one more than chance explains. Clear once the short window is back over
   * the goal.
   */
  | {
      readonly kind: "service-level";
      readonly longMinutes: number;
      readonly shortMinutes: number;
      readonly burn: number;
    }
  /** Of who waits now, ms. */
  | ({ readonly kind: "longest-wait" } & Band)
  /** Callers. */
  | ({ readonly kind: "waiting" } & Band)
  /** Callers waiting for each agent who is logged in and not paused; without any, each caller is one too many. */
  | ({ readonly kind: "waiting-per-agent" } & Band)
  | { readonly kind: "nobody-logged-in" }
  /** Of who was there in the last `minutes`, at least two and at least so many per mille went, and no other shift came. */
  | { readonly kind: "agents-left"; readonly minutes: number; readonly sharePerMille: number }
  /** Abandoned contacts, not short, since the last that was answered. */
  | { readonly kind: "abandons-in-a-row"; readonly raise: number }
  /** Per mille of the contacts of the last `minutes`; from three missed on, and beyond chance at `clear`. */
  | ({ readonly kind: "missed-rate"; readonly minutes: number } & Band)
  /** Missed callers who were not called back in time. */
  | { readonly kind: "overdue-recoveries"; readonly raise: number }
  /** Agents with more contacts at once than they may have on any channel. */
  | { readonly kind: "over-capacity" }
  | { readonly kind: "paused-too-long"; readonly pausedMs: number }
  /** Nothing proves that a source lives. Its subject is the source, whatever the scope. */
  | { readonly kind: "no-data" }
  /** All of them at once. Within it no `no-data` and no further `all-of`. */
  | { readonly kind: "all-of"; readonly conditions: readonly SimpleCondition[] };

export type SimpleCondition = Exclude<AlertCondition, { readonly kind: "all-of" | "no-data" }>;

/** When somebody is to be told of what. */
export type AlertRule = {
  /** Letters, digits, dash, dot and underscore. */
  readonly id: string;
  readonly name: string;
  readonly severity: Severity;
  readonly scope: AlertScope;
  readonly condition: AlertCondition;
  /** It has to hold for so long before it fires. */
  readonly forMs: number;
  /** It fires on for so long after it is clear. */
  readonly keepFiringMs: number;
  /** Channels that are told; null: all. */
  readonly channelIds: readonly string[] | null;
  readonly enabled: boolean;
};
