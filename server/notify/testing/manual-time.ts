import { setImmediate as afterAll } from "node:timers/promises";
import type { Clock } from "../../clock";
import type { Pause } from "../worker/pause";

export type ManualTime = {
  readonly clock: Clock;
  readonly pause: Pause;
  /** Lets so much time pass, and everybody who waits for some of it do what he waits for. */
  readonly advance: (ms: number) => Promise<void>;
};

/** Time that passes when a test says so. */
export function createManualTime(startMs: number): ManualTime {
  let nowMs = startMs;
  const sleepers = new Set<{ readonly atMs: number; readonly wake: () => void }>();

  const pause: Pause = (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) {
        resolve();
        return;
      }
      const wake = (): void => {
        sleepers.delete(sleeper);
        signal.removeEventListener("abort", wake);
        resolve();
      };
      const sleeper = { atMs: nowMs + ms, wake };
      sleepers.add(sleeper);
      signal.addEventListener("abort", wake);
    });

  async function advance(ms: number): Promise<void> {
    const untilMs = nowMs + ms;
    for (;;) {
      await settle();
      const next = [...sleepers].sort((one, other) => one.atMs - other.atMs)[0];
      if (next === undefined || next.atMs > untilMs) break;
      nowMs = Math.max(nowMs, next.atMs);
      next.wake();
    }
    nowMs = untilMs;
  }
  return { clock: { nowMs: () => nowMs }, pause, advance };
}

/** All that needs no time is done. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await afterAll();
}
