import type { AlarmCount, AlarmRate, RuleRate } from "./alert-api";
import type { AlertView } from "./alert-types";
import { subjectKey } from "./state/watch-key";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * What people can take in (ISA-18.2 and EEMUA 191 give twelve an hour as the most for full-time operators; a team lead
 * has other work): one audible alarm an hour of an open day, six notices a day of one queue.
 */
export const ALARM_LIMITS = { audibleADay: 8, noticesADay: 6 } as const;

/** An alert that fires, or is over. */
export type Alarm = Pick<AlertView, "ruleId" | "ruleName" | "severity" | "subject" | "firedAtMs" | "muted"> & {
  /** null: it still fires. */
  readonly resolvedAtMs: number | null;
};

/**
 * AL31–AL33: how much this board asks of people. Muted alarms are nobody's.
 * @param alarms of the last seven days, and all that still fire; in any order
 */
export function alarmRateOf(alarms: readonly Alarm[], nowMs: number): AlarmRate {
  const given = alarms.filter(({ muted }) => muted === null).sort((a, b) => a.firedAtMs - b.firedAtMs);
  const lastDay = since(given, nowMs - DAY_MS);
  return {
    lastHour: countOf(since(given, nowMs - HOUR_MS)),
    lastDay: countOf(lastDay),
    busiestHour: mostWithin(lastDay.filter(isAudible), HOUR_MS),
    standing: given.filter((alarm) => alarm.resolvedAtMs === null && isStanding(alarm, nowMs)).length,
    rules: ruleRates(given, nowMs),
  };
}

/** Those that fired after an instant. */
const since = (alarms: readonly Alarm[], afterMs: number): readonly Alarm[] =>
  alarms.filter(({ firedAtMs }) => firedAtMs > afterMs);

const isAudible = ({ severity }: Alarm): boolean => severity !== "notice";

function countOf(alarms: readonly Alarm[]): AlarmCount {
  const audible = alarms.filter(isAudible).length;
  return { audible, notices: alarms.length - audible };
}

/** The most that fired within less than a span. @param alarms the oldest first */
function mostWithin(alarms: readonly Alarm[], spanMs: number): number {
  let first = 0;
  let most = 0;
  alarms.forEach(({ firedAtMs }, last) => {
    while (firedAtMs - (alarms[first]?.firedAtMs ?? firedAtMs) >= spanMs) first += 1;
    most = Math.max(most, last - first + 1);
  });
  return most;
}

function ruleRates(given: readonly Alarm[], nowMs: number): readonly RuleRate[] {
  const week = given.filter(({ firedAtMs, resolvedAtMs }) => firedAtMs > nowMs - 7 * DAY_MS || resolvedAtMs === null);
  return [...groupBy(week, ({ ruleId }) => ruleId).values()]
    .flatMap((alarms) => {
      const last = alarms[alarms.length - 1];
      if (last === undefined) return [];
      const { ruleId, ruleName, severity } = last;
      return [{ ruleId, ruleName, severity, firings: alarms.length, hint: hintOf(alarms, nowMs) }];
    })
    .sort((a, b) => b.firings - a.firings || (a.ruleId < b.ruleId ? -1 : 1));
}

/** AL33. @param alarms of one rule, the oldest first */
function hintOf(alarms: readonly Alarm[], nowMs: number): RuleRate["hint"] {
  const bySubject = [...groupBy(alarms, ({ subject }) => subjectKey(subject)).values()];
  if (bySubject.some(chatters)) return "chattering";
  const isOften =
    mostWithin(alarms.filter(isAudible), DAY_MS) > ALARM_LIMITS.audibleADay ||
    bySubject.some((own) => mostWithin(own, DAY_MS) > ALARM_LIMITS.noticesADay);
  if (isOften) return "often";
  return alarms.some((alarm) => isStanding(alarm, nowMs)) ? "standing" : null;
}

/** It was over and came again within a minute. @param alarms of one subject, the oldest first */
const chatters = (alarms: readonly Alarm[]): boolean =>
  alarms.some(({ firedAtMs }, at) => {
    const endedAtMs = alarms[at - 1]?.resolvedAtMs ?? null;
    return endedAtMs !== null && firedAtMs - endedAtMs <= MINUTE_MS;
  });

const isStanding = ({ firedAtMs, resolvedAtMs }: Alarm, nowMs: number): boolean =>
  (resolvedAtMs ?? nowMs) - firedAtMs >= DAY_MS;

function groupBy(alarms: readonly Alarm[], keyOf: (alarm: Alarm) => string): ReadonlyMap<string, readonly Alarm[]> {
  const groups = new Map<string, Alarm[]>();
  for (const alarm of alarms) {
    const key = keyOf(alarm);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [alarm]);
    else group.push(alarm);
  }
  return groups;
}
