import type { Clock } from "../clock";
import { ask, type Outgoing } from "./outgoing/ask";
import type { Pause } from "./worker/pause";

export type DeadMansSwitch = {
  /** When somebody last heard that all is well, and why not since; null: not yet, nothing. */
  readonly state: () => { readonly lastAnsweredAtMs: number | null; readonly problem: string | null };
  /** Whether the last minute's was answered. */
  readonly isOk: () => boolean;
  readonly stop: () => Promise<void>;
};

export type DeadMansSwitchParts = {
  readonly url: string;
  readonly outgoing: Outgoing;
  readonly clock: Clock;
  readonly pause: Pause;
  /** Whether all is well; while it is not, nobody is asked. */
  readonly isWell: () => boolean;
  /** One line for whoever runs the server. */
  readonly say: (line: string) => void;
};

const EVERY_MS = 60_000;
/** At the start all is well within seconds, and somebody waits to hear of it. */
const LOOK_MS = 1_000;

/**
 * NO27: asks an address as soon as all is well and every minute while it is, for somebody elsewhere who notices that
 * it stops.
 */
export function startDeadMansSwitch(parts: DeadMansSwitchParts): DeadMansSwitch {
  const { url, outgoing, clock, pause, isWell, say } = parts;
  const stopping = new AbortController();
  const { signal } = stopping;
  let lastAnsweredAtMs: number | null = null;
  let problem: string | null = null;
  let isOk = false;

  async function tell(): Promise<void> {
    const headers = { "user-agent": "Pickup" };
    const asked = await ask({ url, method: "GET", headers, body: null }, outgoing, signal);
    const isHeard = asked.kind === "answered" && asked.status >= 200 && asked.status < 300;
    // Whoever stops did not fail.
    if (signal.aborted) return;
    if (isHeard) lastAnsweredAtMs = clock.nowMs();
    const before = problem;
    problem = isHeard ? null : asked.kind === "answered" ? `answered ${asked.status}` : asked.why;
    isOk = isHeard;
    if (problem !== null && before === null) say(`The dead man's switch is not reached (${problem}).`);
    if (problem === null && before !== null) say("The dead man's switch is reached again.");
  }

  async function run(): Promise<void> {
    while (!signal.aborted && !isWell()) await pause(LOOK_MS, signal);
    while (!signal.aborted) {
      const dueAtMs = clock.nowMs() + EVERY_MS;
      if (isWell()) await tell();
      else isOk = false;
      await pause(Math.max(0, dueAtMs - clock.nowMs()), signal);
    }
  }
  const ended = run();
  return {
    state: () => ({ lastAnsweredAtMs, problem }),
    isOk: () => isOk,
    stop: async () => {
      stopping.abort();
      await ended;
    },
  };
}
