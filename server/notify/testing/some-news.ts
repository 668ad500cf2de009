import type { AlertView, PastAlert } from "../../../lib/alerts/alert-types";
import { queueId } from "../../../lib/vocabulary";
import type { AlertNews } from "../channel";

export const NINE_MS = Date.UTC(2026, 10, 23, 8);

/** A firing alert about a queue of this name. */
export const someAlert = (id: string, more: Partial<AlertView> = {}): AlertView => ({
  id,
  ruleId: "long-wait",
  ruleName: "Long wait",
  severity: "warning",
  condition: "service-level",
  subject: { kind: "queue", queueId: queueId("support") },
  subjectName: "Support",
  state: "firing",
  firedAtMs: NINE_MS,
  evidence: { kind: "service-level", late: 11, decided: 38, minutes: 15 },
  acknowledgement: null,
  muted: null,
  frozen: false,
  ...more,
});

export function somePast(id: string, more: Partial<AlertView> = {}): PastAlert {
  const { state: _state, frozen: _frozen, ...alert } = someAlert(id, more);
  return { ...alert, resolvedAtMs: alert.firedAtMs + 60_000, because: "clear" };
}

export const fired = (id: string, more: Partial<AlertView> = {}): AlertNews => ({
  kind: "fired",
  alert: someAlert(id, more),
});
export const resolved = (id: string, more: Partial<AlertView> = {}): AlertNews => ({
  kind: "resolved",
  alert: somePast(id, more),
});

/** `a fired`, `a resolved`: what was told, in a line each. */
export const inShort = ({ kind, alert }: AlertNews): string => `${alert.id} ${kind}`;
