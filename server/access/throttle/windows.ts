import type { Clock } from "../../clock";

/** How somebody stands: wrong tries that still count, the oldest first, and tries whose outcome is not known yet. */
export type Standing = { readonly failedAtMs: readonly number[]; readonly underWay: number };

/** Wrong tries of many, each for as long as the window is; in memory, for so many at most. */
export type Windows = {
  readonly standingOf: (key: string) => Standing;
  /** A try begins: it counts until it is known to have been right. */
  readonly begin: (key: string) => void;
  readonly end: (key: string, wasWrong: boolean) => void;
  /** Whether it is the first time in a window that this is asked. */
  readonly isNews: (key: string) => boolean;
};

type Entry = { failedAtMs: readonly number[]; underWay: number; toldAtMs: number | null };

const NOTHING: Standing = { failedAtMs: [], underWay: 0 };

export function createWindows(
  clock: Clock,
  { windowMs, atMost }: { readonly windowMs: number; readonly atMost: number },
): Windows {
  // Those who failed last stand last: the first is the one that matters least.
  const entries = new Map<string, Entry>();

  // What a clock that was set back has put in the future counts no more: it would for longer than a window.
  const counts = (atMs: number, nowMs: number): boolean => atMs <= nowMs && nowMs - atMs < windowMs;

  function entryOf(key: string): Entry {
    const entry = entries.get(key) ?? { failedAtMs: [], underWay: 0, toldAtMs: null };
    entries.delete(key);
    entries.set(key, entry);
    if (entries.size > atMost) {
      const [oldest] = entries.keys();
      if (oldest !== undefined) entries.delete(oldest);
    }
    return entry;
  }

  return {
    standingOf: (key) => {
      const entry = entries.get(key);
      if (entry === undefined) return NOTHING;
      const nowMs = clock.nowMs();
      return { failedAtMs: entry.failedAtMs.filter((atMs) => counts(atMs, nowMs)), underWay: entry.underWay };
    },
    begin: (key) => {
      entryOf(key).underWay += 1;
    },
    end: (key, wasWrong) => {
      const nowMs = clock.nowMs();
      const entry = entryOf(key);
      entry.underWay = Math.max(0, entry.underWay - 1);
      entry.failedAtMs = entry.failedAtMs.filter((atMs) => counts(atMs, nowMs));
      if (wasWrong) entry.failedAtMs = [...entry.failedAtMs, nowMs];
      else if (entry.failedAtMs.length + entry.underWay === 0) entries.delete(key);
    },
    isNews: (key) => {
      const nowMs = clock.nowMs();
      const entry = entryOf(key);
      if (entry.toldAtMs !== null && counts(entry.toldAtMs, nowMs)) return false;
      entry.toldAtMs = nowMs;
      return true;
    },
  };
}
