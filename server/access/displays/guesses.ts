import type { Clock } from "../../clock";

const MOST_WRONG = 10;
const WINDOW_MS = 10 * 60_000;

/** Counts wrong codes by who entered them, so that nobody tries until one fits. */
export type Guesses = {
  /** How long somebody has to wait until he may try again, in ms; 0: he may now. */
  readonly waitMs: (guesser: string) => number;
  readonly countWrong: (guesser: string) => void;
};

export function createGuesses({ nowMs }: Clock): Guesses {
  const wrongAtMs = new Map<string, readonly number[]>();

  const recent = (guesser: string, now: number): readonly number[] =>
    // The distance, not the age: a clock that was set back holds nobody up for longer.
    (wrongAtMs.get(guesser) ?? []).filter((atMs) => Math.abs(now - atMs) < WINDOW_MS);

  return {
    waitMs: (guesser) => {
      const now = nowMs();
      const [oldest, ...others] = recent(guesser, now);
      return oldest === undefined || others.length + 1 < MOST_WRONG ? 0 : Math.max(1, oldest + WINDOW_MS - now);
    },
    countWrong: (guesser) => {
      const now = nowMs();
      for (const other of wrongAtMs.keys()) if (recent(other, now).length === 0) wrongAtMs.delete(other);
      wrongAtMs.set(guesser, [...recent(guesser, now), now].slice(-MOST_WRONG));
    },
  };
}
