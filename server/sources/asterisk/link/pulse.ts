import type { Clock } from "../../../clock";
import type { AmiResponse } from "../session";
import type { AmiAction } from "./actions";
import { startCountdown } from "./countdown";
import type { ClockReading } from "./skew";

export type PulsePorts = {
  readonly send: (action: AmiAction, actionId: string) => void;
  /** Asterisk answered; `count` numbers the answered ping from 1. */
  readonly answered: (count: number) => void;
  /** No answer within the limit. */
  readonly silent: () => void;
  /** With each answer, before `answered`; null: it names no instant. */
  readonly clockRead: (reading: ClockReading | null) => void;
};

export type Pulse = {
  /** How many pings were sent so far. */
  readonly sent: () => number;
  /** Takes an answer; false when it is not one to a ping. */
  readonly take: (response: AmiResponse) => boolean;
  readonly stop: () => void;
};

/** Pings at once and then every `everyMs`; each is to be answered within `limitMs` (UN2). */
export function startPulse(clock: Clock, everyMs: number, limitMs: number, ports: PulsePorts): Pulse {
  let count = 0;
  let sentAtMs = 0;
  let waiting = false;
  let stopCountdown = nothingToStop;
  const timer = setInterval(() => {
    if (!waiting) ping();
  }, everyMs);
  ping();

  return {
    sent: () => count,
    take: (response) => {
      if (!waiting || response.actionId !== idOf(count)) return false;
      waiting = false;
      stopCountdown();
      ports.clockRead(readClock(response));
      ports.answered(count);
      return true;
    },
    stop: () => {
      waiting = false;
      stopCountdown();
      clearInterval(timer);
    },
  };

  function ping(): void {
    count += 1;
    sentAtMs = clock.nowMs();
    waiting = true;
    stopCountdown = startCountdown(limitMs, ports.silent);
    ports.send({ name: "Ping" }, idOf(count));
  }

  function readClock(response: AmiResponse): ClockReading | null {
    const theirsMs = Number(headerOf(response, "timestamp") ?? Number.NaN) * 1000;
    return Number.isFinite(theirsMs) ? { theirsMs, askedAtMs: sentAtMs, heardAtMs: clock.nowMs() } : null;
  }
}

const nothingToStop = (): void => undefined;

const idOf = (count: number): string => `pickup-ping-${count}`;

function headerOf(response: AmiResponse, lowerCaseName: string): string | null {
  for (const [name, value] of response.headers) if (name.toLowerCase() === lowerCaseName) return value;
  return null;
}
