import { createBook } from "../../lib/alerts/alert-book";
import type { AlertRule } from "../../lib/alerts/alert-rule";
import { evaluateAlerts } from "../../lib/alerts/evaluate";
import type { AlertRow } from "../../lib/alerts/state/alert-row";
import { createCalendar } from "../../lib/calendar";
import type { SiteConfig } from "../../lib/config";
import type { LoggedEvent } from "../../lib/events";
import { advanceTo, hearFrom, PROOF_LASTS_MS } from "../../lib/metrics/advance";
import { applyEvent } from "../../lib/metrics/fold";
import { createFold, type Fold } from "../../lib/metrics/fold-state";
import { addServiceLevels, serviceLevelOf, type ServiceLevel } from "../../lib/metrics/service-level";
import { createIdleness } from "../../server/alerts/engine/idleness";
import { type Span, SOURCE } from "./week";

/** An alert when people were told of it. */
export type Alarm = AlertRow & { readonly toldAtMs: number };
export type Watched = { readonly alarms: readonly Alarm[]; readonly level: ServiceLevel };

/**
 * Folds what a source told and lets the rules look once a second, as the running server does.
 * @param silentFromMs from when on the source says nothing at all; null: it never falls silent
 */
export function watch(
  site: SiteConfig,
  rules: readonly AlertRule[],
  events: readonly LoggedEvent[],
  { fromMs, toMs }: Span,
  silentFromMs: number | null,
): Watched {
  const fold = createFold(site, createCalendar(site.timeZone, site.dayStartsAtMinute));
  const book = createBook();
  const idleness = createIdleness();
  const alarms: Alarm[] = [];
  let level: ServiceLevel = { met: 0, decided: 0 };
  let next = 0;
  for (let nowMs = fromMs; nowMs < toMs; nowMs += 1_000) {
    const heardUntilMs = Math.min(nowMs, silentFromMs ?? nowMs);
    for (let event = events[next]; event !== undefined && event.atMs <= heardUntilMs; event = events[next]) {
      applyEvent(fold, event);
      next += 1;
    }
    hearFrom(fold, SOURCE, heardUntilMs);
    if (nowMs > fromMs && isMidnight(fold, nowMs)) level = addServiceLevels(level, levelOfDay(fold, nowMs - 1));
    advanceTo(fold, nowMs);
    const state = nowMs - heardUntilMs > PROOF_LASTS_MS ? "stale" : "live";
    const sources = [{ id: SOURCE, kind: "simulator", state, lastProofAtMs: heardUntilMs }] as const;
    if (idleness.isIdle(book, { fold, sources, rules, silences: [] })) continue;
    const input = { fold, sources, rules, silences: [], capacity: site.capacity, overdueRecoveries: null, nowMs };
    for (const change of evaluateAlerts(book, input)) {
      const isTold = change.kind === "told" || (change.kind === "fired" && change.alert.told);
      if (isTold) alarms.push({ ...change.alert, toldAtMs: nowMs });
    }
  }
  return { alarms, level: addServiceLevels(level, levelOfDay(fold, toMs - 1)) };
}

const isMidnight = (fold: Fold, atMs: number): boolean => fold.calendar.businessDay(atMs).startMs === atMs;

/** Of the whole site, on the business day of an instant. */
function levelOfDay(fold: Fold, atMs: number): ServiceLevel {
  const { day } = fold.calendar.businessDay(atMs);
  const queues = [...(fold.days.get(day)?.queues.values() ?? [])];
  return queues.reduce<ServiceLevel>(
    (sum, { ledger }) => addServiceLevels(sum, serviceLevelOf(ledger.inHours, fold.site.target.formula)),
    { met: 0, decided: 0 },
  );
}
