import type { QueueFold } from "../../metrics/fold-state";
import { waitingOf } from "../../metrics/snapshot";

export type Waiting = {
  readonly waiting: number;
  /** null: nobody waits. */
  readonly oldestOfferedAtMs: number | null;
};

/** Who waits now in any of these queues, at any hour. */
export function waitingOver(queues: readonly QueueFold[]): Waiting {
  let waiting = 0;
  let oldestOfferedAtMs: number | null = null;
  for (const queue of queues) {
    const own = waitingOf(queue);
    waiting += own.waiting;
    if (own.oldestOfferedAtMs === null) continue;
    if (oldestOfferedAtMs === null || own.oldestOfferedAtMs < oldestOfferedAtMs)
      oldestOfferedAtMs = own.oldestOfferedAtMs;
  }
  return { waiting, oldestOfferedAtMs };
}
