import type { AlertView, PastAlert } from "../../../lib/alerts/alert-types";
import type { InboxKind, ToldCaller } from "../../../lib/recovery/inbox/inbox-types";
import { type CallerAlias, callerAlias, queueId } from "../../../lib/vocabulary";
import { type AlertNews, type MissedNews, type News, subjectOf } from "../channel";

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
  heldUntilMs: null,
  clearSinceMs: null,
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
export const inShort = (news: News): string => `${subjectOf(news)} ${news.kind}`;

/** Somebody missed in this queue; of a test the end of an alias is the end of the number. */
export const someCaller = (alias: string | null, more: Partial<ToldCaller> = {}): ToldCaller => ({
  key: `pbx ${alias} 1`,
  caller: alias === null ? null : (callerAlias(alias) satisfies CallerAlias),
  queueId: queueId("support"),
  queueName: "Support",
  tries: 3,
  firstMissedAtMs: NINE_MS - 600_000,
  lastMissedAtMs: NINE_MS - 120_000,
  longestWaitMs: 130_000,
  why: "abandoned",
  reason: null,
  callback: false,
  dueAtMs: alias === null ? null : NINE_MS + 6_600_000,
  ...more,
});

export function missedNews(id: string, callers: readonly ToldCaller[], kind: InboxKind = "missed"): MissedNews {
  const queues = new Set(callers.map((each) => each.queueId));
  return {
    kind,
    id,
    callers: callers.slice(0, 20),
    total: callers.length,
    withheld: callers.filter(({ caller }) => caller === null).length,
    queueId: queues.size === 1 ? (callers[0]?.queueId ?? null) : null,
  };
}
