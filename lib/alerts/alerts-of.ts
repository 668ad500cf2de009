import { assertNever, type QueueId, type SourceId } from "../vocabulary";
import { SEVERITIES } from "./alert-rule";
import type { AlertSubject, AlertView } from "./alert-types";

/** What somebody sees, or a board shows; null: all. */
export type AlertSight = {
  readonly queueIds: readonly QueueId[] | null;
  readonly sourceIds: readonly SourceId[] | null;
};

/** AL41: whether an alert's subject is in sight. Of a group all queues must be: its figures tell of each of them. */
export function isInSight(subject: AlertSubject, { queueIds, sourceIds }: AlertSight): boolean {
  switch (subject.kind) {
    case "queue":
      return queueIds === null || queueIds.includes(subject.queueId);
    case "group":
      return queueIds === null || subject.queueIds.every((id) => queueIds.includes(id));
    case "source":
      return sourceIds === null || sourceIds.includes(subject.sourceId);
    case "site":
      return true;
    default:
      return assertNever(subject);
  }
}

/** Of all that fire those in sight, worst first, then the oldest. */
export const alertsOf = (sight: AlertSight, alerts: readonly AlertView[]): readonly AlertView[] =>
  alerts.filter(({ subject }) => isInSight(subject, sight)).sort(compareAlerts);

/** Worst first, then the oldest; whatever is equal in both, by id, so that nothing jumps. */
export function compareAlerts(one: AlertView, other: AlertView): number {
  const bySeverity = SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity);
  if (bySeverity !== 0) return bySeverity;
  if (one.firedAtMs !== other.firedAtMs) return one.firedAtMs - other.firedAtMs;
  return one.id < other.id ? -1 : 1;
}
