import type { Call, VisitBook } from "./visits";
import { isTalking, isWaiting } from "./visits";

const EVERY_MS = 60_000;
/** AgentComplete may come after the caller's channel is gone. */
const AFTER_HANG_UP_MS = 60_000;
/** Without call events no hang-up is told: an old call's stays are still counted for so long. */
const AFTER_SILENCE_MS = 12 * 3_600_000;

/** Lets go of calls that are over, once a minute of the stream's time. */
export function createForgetting(book: VisitBook): (nowMs: number) => void {
  let nextMs = 0;
  return (nowMs) => {
    if (nowMs < nextMs) return;
    nextMs = nowMs + EVERY_MS;
    for (const call of book.calls.values()) {
      const keepMs = call.hungUp ? AFTER_HANG_UP_MS : AFTER_SILENCE_MS;
      if (nowMs - call.touchedAtMs > keepMs && !isOpen(call)) book.calls.delete(call.contactId);
    }
  };
}

const isOpen = (call: Call): boolean =>
  call.stays.some((stay) => isWaiting(stay) || isTalking(stay) || stay.pending !== null);
