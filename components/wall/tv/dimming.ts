import { elapsedMs, type Mark } from "../../shared/time/use-now";
import type { BoardView } from "./board-view";

/** So long nothing must have happened, and nobody have touched anything. */
export const DIM_AFTER_MS = 5 * 60_000;

/** Nobody works, nobody waits, nothing alarms: there is nothing on the wall that anybody must see now. */
export function mayDim(views: readonly BoardView[]): boolean {
  return (
    views.length > 0 &&
    views.every(({ state: { snapshot }, freshness, alarmed }) => {
      if (snapshot === null || freshness === null) return false;
      return !snapshot.open && snapshot.total.waiting === 0 && !alarmed;
    })
  );
}

/**
 * @param quietSince since when the wall may be dimmed; null: it may not
 * @param wokenAt when somebody last touched anything
 */
export function isDim(quietSince: Mark | null, wokenAt: Mark | null, now: Mark): boolean {
  if (quietSince === null || elapsedMs(quietSince, now) < DIM_AFTER_MS) return false;
  return wokenAt === null || elapsedMs(wokenAt, now) >= DIM_AFTER_MS;
}
