import { createCalendar } from "../../lib/calendar";
import type { LoggedEvent } from "../../lib/events";
import { callerAlias, sourceId } from "../../lib/vocabulary";
import { withAlias } from "../../server/callers/entrust-events";
import type { Departure } from "../../server/sources/simulator/centre/roster";
import { createLocalMinute } from "../../server/sources/simulator/local-minute";
import { createPlay } from "../../server/sources/simulator/play";
import { simulateDay } from "../../server/sources/simulator/simulate-day";
import type { SourceEvent } from "../../lib/events";
import type { Centre } from "./centres";

export const DAY_MS = 86_400_000;
export const HOUR_MS = 3_600_000;
/** A Monday's midnight in UTC, the zone of every centre here. */
export const MONDAY_MS = Date.UTC(2026, 10, 23);
export const SOURCE = sourceId("simulator");

export type Span = { readonly fromMs: number; readonly toMs: number };
export const WEEK: Span = { fromMs: MONDAY_MS, toMs: MONDAY_MS + 7 * DAY_MS };

/** What a centre's source tells in these days, in order. */
export function playDays(
  centre: Centre,
  seed: number,
  { fromMs, toMs }: Span,
  departures: readonly Departure[],
): readonly LoggedEvent[] {
  const { site, queues, people, demand } = centre;
  const calendar = createCalendar(site.timeZone, site.dayStartsAtMinute);
  const hours = new Map(site.queues.map((queue) => [queue.id, queue.hours]));
  const play = createPlay(calendar.businessDay(fromMs), calendar.businessDay, (day) =>
    simulateDay({
      seed,
      day,
      localMinuteOf: createLocalMinute(site.timeZone),
      queues,
      people,
      demand,
      departures: departures.filter(({ atMs }) => atMs >= day.startMs && atMs < day.endMs),
      isOpen: (queueId, atMs) => calendar.isOpen(hours.get(queueId) ?? null, atMs),
    }),
  );
  return play.takeUntil(toMs - 1, Number.POSITIVE_INFINITY).map(asLogged);
}

/** As the log keeps it; a number is its own alias. */
function asLogged(told: SourceEvent, index: number): LoggedEvent {
  const { event } = told;
  const number = "caller" in event ? (event.caller?.number ?? null) : null;
  const alias = number === null ? null : callerAlias(number);
  return { ...told, seq: index + 1, sourceId: SOURCE, event: "caller" in event ? withAlias(event, alias) : event };
}
