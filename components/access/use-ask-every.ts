import { useEffect } from "react";
import { askAgain } from "./me-store";

/**
 * Asks again and again who this screen is: what has no connection is told of no change.
 * @param everyMs null: does not
 */
export function useAskEvery(everyMs: number | null): void {
  useEffect(() => {
    if (everyMs === null) return;
    const timer = setInterval(() => void askAgain(), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
}
