import { assertNever } from "../../vocabulary";
import type { Evidence } from "../alert-types";

/** How much there is of what a rule looks for; only two readings of the same rule can be held against each other. */
export function weightOf(evidence: Evidence): number {
  switch (evidence.kind) {
    case "service-level":
      return evidence.late / Math.max(1, evidence.decided);
    case "longest-wait":
      return -(evidence.oldestOfferedAtMs ?? Infinity);
    case "waiting":
    case "nobody-logged-in":
      return evidence.waiting;
    case "waiting-per-agent":
      return evidence.waiting / Math.max(1, evidence.agents);
    case "agents-left":
      return evidence.left / Math.max(1, evidence.of);
    case "missed-rate":
      return evidence.missed / Math.max(1, evidence.total);
    case "abandons-in-a-row":
    case "overdue-recoveries":
      return evidence.count;
    case "over-capacity":
      return evidence.most;
    case "paused-too-long":
      return -evidence.longestSinceAtMs;
    case "no-data":
      return -(evidence.sinceAtMs ?? 0);
    case "all-of":
      return Math.max(...evidence.of.slice(0, 1).map(weightOf));
    case "widespread":
      return evidence.queues;
    default:
      return assertNever(evidence);
  }
}
