/** How long whole numbers are kept after the caller was last heard, unless configured otherwise. */
export const NUMBERS_KEPT_DAYS = 30;

/** How long a number's end, and that it is the same caller, are kept: as long as the records of calls. */
export const ENDS_KEPT_DAYS = 400;

const DAY_MS = 86_400_000;

/** The days of UTC since 1970: what the vault knows of when somebody called. */
export const dayOf = (atMs: number): number => Math.floor(atMs / DAY_MS);

/** Such a day as an ISO date. */
export const isoDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
