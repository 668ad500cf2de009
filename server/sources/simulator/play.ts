import type { BusinessDay } from "../../../lib/calendar";
import type { SourceEvent } from "../../../lib/events";

/** The days played one after the other, in one order of time. */
export type Play = {
  /** Takes out what happened before or at the instant, in order; never more than `limit`. */
  readonly takeUntil: (atMs: number, limit: number) => readonly SourceEvent[];
  /** Passes over what happened before the instant. */
  readonly dropBefore: (atMs: number) => void;
  /** When something happens next; also when a day is next to be played. */
  readonly nextAtMs: () => number;
};

/**
 * @param firstDay where to begin
 * @param dayAfter the business day that starts at an instant
 * @param playDay the day's events in order; its last callers may be served past the day's end
 */
export function createPlay(
  firstDay: BusinessDay,
  dayAfter: (endMs: number) => BusinessDay,
  playDay: (day: BusinessDay) => readonly SourceEvent[],
): Play {
  let pending = playDay(firstDay);
  let done = 0;
  let playedUntilMs = firstDay.endMs;

  const nextAtMs = (): number => Math.min(pending[done]?.atMs ?? playedUntilMs, playedUntilMs);

  const playNextDay = (): void => {
    const day = dayAfter(playedUntilMs);
    // The old day's last calls and the new day's first ones happen at the same time; the sort is stable.
    pending = [...pending.slice(done), ...playDay(day)].sort((one, other) => one.atMs - other.atMs);
    done = 0;
    playedUntilMs = day.endMs;
  };

  /** null: nothing more up to the instant. */
  const takeNext = (atMs: number): SourceEvent | null => {
    while (nextAtMs() <= atMs) {
      const event = pending[done];
      if (event === undefined || event.atMs >= playedUntilMs) {
        playNextDay();
        continue;
      }
      done += 1;
      return event;
    }
    return null;
  };

  return {
    nextAtMs,
    dropBefore: (atMs) => {
      while (takeNext(atMs - 1) !== null);
    },
    takeUntil: (atMs, limit) => {
      const taken: SourceEvent[] = [];
      while (taken.length < limit) {
        const event = takeNext(atMs);
        if (event === null) break;
        taken.push(event);
      }
      return taken;
    },
  };
}
