import { setTimeout as after } from "node:timers/promises";

/** Waits for so long, or until it is no longer wanted; it never rejects. */
export type Pause = (ms: number, signal: AbortSignal) => Promise<void>;

export const systemPause: Pause = (ms, signal) => after(ms, undefined, { signal }).catch(() => {});
