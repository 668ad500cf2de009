import { useSyncExternalStore } from "react";

/** An instant by two clocks of this device: the wall clock may be set, the steady one may sleep with the device. */
export type Mark = { readonly wallMs: number; readonly steadyMs: number };

/** The only reading of a clock on the screens. */
export const markNow = (): Mark => ({ wallMs: Date.now(), steadyMs: performance.now() });

/** How long ago by whichever clock says longer: what has grown old must never look fresh. */
export const elapsedMs = (since: Mark, now: Mark): number =>
  Math.max(now.wallMs - since.wallMs, now.steadyMs - since.steadyMs);

const listeners = new Set<() => void>();
let current: Mark | null = null;
let timer: ReturnType<typeof setTimeout> | null = null;
let aheadMs = 0;

/** Seconds turn over with the server's, so that all screens in a room tick together. */
export function alignTicks(serverAheadMs: number): void {
  aheadMs = serverAheadMs;
}

function tick(): void {
  current = markNow();
  // A little past the second, so that a timer that fires early does not show the old one again.
  const intoSecond = (((current.wallMs + aheadMs) % 1_000) + 1_000) % 1_000;
  timer = setTimeout(tick, 1_010 - intoSecond);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === null) tick();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0 || timer === null) return;
    clearTimeout(timer);
    timer = null;
  };
}

/** Now, once a second, from one timer however many ask. null: not in a browser yet. */
export function useNow(): Mark | null {
  return useSyncExternalStore(
    subscribe,
    () => current,
    () => null,
  );
}
