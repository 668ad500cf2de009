import type { Severity } from "../../lib/alerts/alert-rule";
import { SEVERITIES } from "../../lib/alerts/alert-rule";
import { DEFAULT_RULES } from "../../lib/alerts/default-rules";
import { subjectKey } from "../../lib/alerts/state/watch-key";
import type { Centre } from "./centres";
import { spanOf, type Trouble } from "./troubles";
import { type Alarm, watch } from "./watch";
import { DAY_MS, HOUR_MS, playDays, type Span } from "./week";

/** What people are asked for in a span. */
export type Count = {
  /** Reached service level, 0 to 1. */
  readonly level: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly audiblePerOpenHour: number;
  /** Critical and warning that begin within one hour of the clock. */
  readonly worstHour: number;
  readonly hoursOverOne: number;
  readonly worstDay: number;
  /** Notices of one queue in one day. */
  readonly worstNotices: number;
};

export function countWeek(centre: Centre, seed: number, span: Span): Count {
  const { alarms, level } = watch(centre.site, DEFAULT_RULES, playDays(centre, seed, span, []), span, null);
  const audible = alarms.filter(({ severity }) => severity !== "notice");
  const notices = alarms.filter(({ severity }) => severity === "notice");
  const byHour = tally(audible, ({ toldAtMs }) => String(Math.floor(toldAtMs / HOUR_MS)));
  return {
    level: level.met / level.decided,
    bySeverity: countsOf(alarms),
    audiblePerOpenHour: audible.length / openHours(centre, span),
    worstHour: Math.max(0, ...byHour),
    hoursOverOne: byHour.filter((alarmsOfHour) => alarmsOfHour > 1).length,
    worstDay: Math.max(0, ...tally(audible, ({ toldAtMs }) => String(Math.floor(toldAtMs / DAY_MS)))),
    worstNotices: Math.max(
      0,
      ...tally(notices, ({ toldAtMs, subject }) => `${Math.floor(toldAtMs / DAY_MS)} ${subjectKey(subject)}`),
    ),
  };
}

/** How long after it began people were told of a trouble, ms by severity; null: not within the hour. */
export type Told = Readonly<Record<Severity, number | null>>;

export function tellTrouble(trouble: Trouble, centre: Centre, seed: number): Told {
  const silentFromMs = trouble.isSilence ? trouble.startMs : null;
  const events = trouble.play(centre, seed);
  const { alarms } = watch(centre.site, DEFAULT_RULES, events, spanOf(trouble), silentFromMs);
  const firstOf = (severity: Severity): number | null => {
    const first = alarms.find((alarm) => alarm.severity === severity && alarm.toldAtMs >= trouble.startMs);
    return first === undefined ? null : first.toldAtMs - trouble.startMs;
  };
  return { critical: firstOf("critical"), warning: firstOf("warning"), notice: firstOf("notice") };
}

function countsOf(alarms: readonly Alarm[]): Record<Severity, number> {
  const counts = { critical: 0, warning: 0, notice: 0 };
  for (const severity of SEVERITIES) counts[severity] = alarms.filter((alarm) => alarm.severity === severity).length;
  return counts;
}

/** How many there are of each key. */
function tally(alarms: readonly Alarm[], keyOf: (alarm: Alarm) => string): readonly number[] {
  const counts = new Map<string, number>();
  for (const alarm of alarms) counts.set(keyOf(alarm), (counts.get(keyOf(alarm)) ?? 0) + 1);
  return [...counts.values()];
}

/** Hours of the span in which the site is open, in UTC. */
function openHours({ site }: Centre, { fromMs, toMs }: Span): number {
  if (site.hours === null) return (toMs - fromMs) / HOUR_MS;
  const minutes = site.hours.weekly.flat().reduce((sum, shift) => sum + shift.toMinute - shift.fromMinute, 0);
  return ((toMs - fromMs) / (7 * DAY_MS)) * (minutes / 60);
}
