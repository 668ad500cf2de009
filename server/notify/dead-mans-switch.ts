import type { Clock } from "../clock";
import { ask, type Outgoing } from "./outgoing/ask";
import type { Pause } from "./worker/pause";

export type DeadMansSwitch = {
  /** When somebody last heard that all is well, and why not since; null: not yet, nothing. */
  readonly state: () => { readonly lastAnsweredAtMs: number | null; readonly problem: string | null };
  readonly stop: () => Promise<void>;
};

export type DeadMansSwitchParts = {
  readonly url: string;
  readonly outgoing: Outgoing;
  readonly clock: Clock;
  readonly pause: Pause;
  /** Whether all is well; while it is not, nobody is asked. */
  readonly isWell: () => boolean;
};

const EVERY_MS = 60_000;

/** NO27: asks an address every minute while all is well, for somebody elsewhere who notices that it stops. */
export function startDeadMansSwitch({ url, outgoing, clock, pause, isWell }: DeadMansSwitchParts): DeadMansSwitch {
  const stopping = new AbortController();
  const { signal } = stopping;
  let lastAnsweredAtMs: number | null = null;
  let problem: string | null = null;

  async function tell(): Promise<void> {
    const headers = { "user-agent": "Pickup" };
    const asked = await ask({ url, method: "GET", headers, body: null }, outgoing, signal);
    const isHeard = asked.kind === "answered" && asked.status >= 200 && asked.status < 300;
    if (isHeard) lastAnsweredAtMs = clock.nowMs();
    problem = isHeard ? null : asked.kind === "answered" ? `answered ${asked.status}` : asked.why;
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      const dueAtMs = clock.nowMs() + EVERY_MS;
      if (isWell()) await tell();
      await pause(Math.max(0, dueAtMs - clock.nowMs()), signal);
    }
  }
  const ended = run();
  return {
    state: () => ({ lastAnsweredAtMs, problem }),
    stop: async () => {
      stopping.abort();
      await ended;
    },
  };
}
