/** How long whole numbers are kept after the caller was last heard, unless configured otherwise. */
export const NUMBERS_KEPT_DAYS = 30;

/** How long a number's end, and that it is the same caller, are kept: as long as the records of calls. */
export const ENDS_KEPT_DAYS = 400;

export const DAY_MS = 86_400_000;
const LAST_MS = Date.UTC(9999, 11, 31);

/** The day in UTC as an ISO date, always ten characters: what the vault knows of when somebody called. */
export const dayOf = (atMs: number): string =>
  new Date(Math.min(Math.max(atMs, 0), LAST_MS)).toISOString().slice(0, 10);

/** The last day that is too old, where so many are kept: with 30 the one 30 days ago. */
export const lastDayTooOld = (nowMs: number, keptDays: number): string => dayOf(nowMs - keptDays * DAY_MS);
