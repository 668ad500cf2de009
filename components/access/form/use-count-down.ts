import { useState } from "react";
import { elapsedMs, type Mark, markNow, useNow } from "../../shared/time/use-now";

export type CountDown = {
  /** null: nothing is counted down. 0: it is over. */
  readonly leftMs: number | null;
  /** From how much. */
  readonly ofMs: number;
  /** @param ms null: stops */
  readonly start: (ms: number | null) => void;
};

/** Counts down to the moment from which something may be tried again, second by second. */
export function useCountDown(): CountDown {
  const now = useNow();
  const [begun, setBegun] = useState<{ readonly at: Mark; readonly ms: number } | null>(null);
  // Whole seconds, rounded up: at 0 it really is over.
  const left = begun === null ? null : begun.ms - Math.max(0, now === null ? 0 : elapsedMs(begun.at, now));
  return {
    leftMs: left === null ? null : Math.max(0, Math.ceil(left / 1_000) * 1_000),
    ofMs: begun?.ms ?? 0,
    start: (ms) => setBegun(ms === null ? null : { at: markNow(), ms }),
  };
}
