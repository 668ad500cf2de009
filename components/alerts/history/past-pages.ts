import type { PastAlert } from "../../../lib/alerts/alert-types";
import { dayKey, type DayKey } from "../../../lib/vocabulary";
import { placeTime } from "../../../lib/words/place-clock";

/** What was read of older pages, and where the next begins. */
export type Pages = { readonly past: readonly PastAlert[]; readonly next: string | null };

/** Each once, the newest end first. */
export function shownPast(newest: readonly PastAlert[], older: Pages | null): readonly PastAlert[] {
  const ids = new Set(newest.map(({ id }) => id));
  return [...newest, ...(older?.past ?? []).filter(({ id }) => !ids.has(id))];
}

export type PastDay = { readonly day: DayKey | null; readonly alerts: readonly PastAlert[] };

/** AL72: by the day on which they ended, at the site; in the order in which they come. */
export function byDay(past: readonly PastAlert[], timeZone: string): readonly PastDay[] {
  const days = new Map<DayKey | null, PastAlert[]>();
  for (const alert of past) {
    const place = placeTime(alert.resolvedAtMs, timeZone);
    const day = place === null ? null : dayKey(`${place.year}-${place.month}-${place.day}`);
    const known = days.get(day);
    if (known === undefined) days.set(day, [alert]);
    else known.push(alert);
  }
  return [...days].map(([day, alerts]) => ({ day, alerts }));
}
