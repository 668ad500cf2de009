import type { QueueId } from "../vocabulary";
import { stateIn } from "./agents";
import { dayFoldOf, type Fold, MINUTE_MS, QUARTER_MS, queueDayOf } from "./fold-state";

/** Who was there in a quarter-hour, looked at once a minute: sums over the looks. */
export type Staffing = {
  readonly looks: number;
  /** Logged in and not paused. */
  readonly staffed: number;
  /** Looks at which none of them was free for the next caller. */
  readonly nobodyFree: number;
};

type There = { staffed: number; free: number; notReported: number };

/**
 * Looks who is there, in each queue whose sources tell of agents at all and of the state of each: once a minute by what
 * was heard, so that a day told afterwards is seen as one that was watched.
 */
export function lookAtStaff(fold: Fold): void {
  const { heardMs } = fold;
  if (Math.floor(heardMs / MINUTE_MS) <= Math.floor(fold.lookedAtMs / MINUTE_MS)) return;
  fold.lookedAtMs = heardMs;
  const day = dayFoldOf(fold, heardMs);
  if (day === null) return;
  const quarter = Math.floor(heardMs / QUARTER_MS);
  const thereBy = whoIsThere(fold);
  for (const [queueId, { sourceIds }] of fold.queues) {
    const isTold = [...sourceIds].some((id) => (fold.sources.get(id)?.agents.size ?? 0) > 0);
    const there = thereBy.get(queueId) ?? { staffed: 0, free: 0, notReported: 0 };
    if (!isTold || there.notReported > 0) continue;
    const { staffing } = queueDayOf(day, queueId);
    const seen = staffing.get(quarter) ?? { looks: 0, staffed: 0, nobodyFree: 0 };
    staffing.set(quarter, {
      looks: seen.looks + 1,
      staffed: seen.staffed + there.staffed,
      nobodyFree: seen.nobodyFree + (there.free === 0 ? 1 : 0),
    });
  }
}

function whoIsThere(fold: Fold): ReadonlyMap<QueueId, There> {
  const thereBy = new Map<QueueId, There>();
  for (const { agents } of fold.sources.values())
    for (const agent of agents.values())
      for (const [queueId, { joined }] of agent.memberships) {
        if (!joined) continue;
        const there = thereBy.get(queueId) ?? { staffed: 0, free: 0, notReported: 0 };
        thereBy.set(queueId, there);
        const { state } = stateIn(agent, queueId);
        if (state === "not-reported") there.notReported += 1;
        else if (state !== "logged-out" && state !== "paused") there.staffed += 1;
        if (state === "available") there.free += 1;
      }
  return thereBy;
}
