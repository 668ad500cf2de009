import type { Limit } from "../../../lib/config";
import type { WaitingCaller } from "../../../lib/desk/desk-types";
import { type Judgement, judgeLongestWait } from "../../../lib/metrics/judgement";
import type { QueueId } from "../../../lib/vocabulary";

/** A caller with his place in his own queue, from 1 on. */
export type WaitingLine = { readonly caller: WaitingCaller; readonly position: number };

/** Who has waited longest stands first, in the table as in each queue. */
export function waitingLines(waiting: readonly WaitingCaller[]): readonly WaitingLine[] {
  const places = new Map<QueueId, number>();
  return [...waiting]
    .sort((a, b) => a.offeredAtMs - b.offeredAtMs)
    .map((caller) => {
      const position = (places.get(caller.queueId) ?? 0) + 1;
      places.set(caller.queueId, position);
      return { caller, position };
    });
}

/** A wait that is never less than nothing, and what it asks for; nothing is judged by what is not live. */
export function judgeWait(
  offeredAtMs: number,
  nowMs: number,
  limit: Limit | null,
  live: boolean,
): { readonly waitMs: number; readonly judgement: Judgement } {
  const waitMs = Math.max(0, nowMs - offeredAtMs);
  return { waitMs, judgement: live ? judgeLongestWait(waitMs, limit) : "none" };
}
