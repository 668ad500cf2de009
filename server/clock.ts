/** The only place of the server where a clock is read. */
export type Clock = { readonly nowMs: () => number };

export const systemClock: Clock = { nowMs: () => Date.now() };

/** How much time has passed, ms, however the clock is set; only differences count. */
export const elapsedMs = (): number => performance.now();
