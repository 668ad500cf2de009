/** So many times as fast runs the time of a process that delivers for a test. */
export const SPEED = 100;
/** An alert fires so often, in its time. */
export const EVERY_MS = 10_000;
/** And so many of them: for twenty minutes. */
export const ALERTS = 120;
