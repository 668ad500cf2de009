const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A limit as people say it: `2 h`, or `90 min` where it is no whole hours. */
export const limitText = (limitMs: number, count: (count: number) => string): string =>
  limitMs % HOUR_MS === 0 ? `${count(limitMs / HOUR_MS)} h` : `${count(limitMs / MINUTE_MS)} min`;
