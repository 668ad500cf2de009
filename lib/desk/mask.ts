import { assertNever, type CallerAlias } from "../vocabulary";
import type { MaskedCaller } from "./desk-types";

/** How much of a caller a reader is told. */
export type CallerSight = "nothing" | "end";

/** A caller as a reader is told of him; null is one who withheld his number, or of whom nobody told. */
export type Mask = (caller: CallerAlias | null) => MaskedCaller;

/**
 * Callers as a reader may see them in lists: never a whole number.
 * @param endOf the end of a caller's number; null: nobody knows it any more
 */
export function maskFor(sight: CallerSight, endOf: (caller: CallerAlias) => string | null): Mask {
  switch (sight) {
    case "nothing":
      return () => ({ kind: "hidden" });
    case "end":
      return (caller) => {
        if (caller === null) return { kind: "withheld" };
        const tail = endOf(caller);
        return tail === null ? { kind: "hidden" } : { kind: "number", tail };
      };
    default:
      return assertNever(sight);
  }
}
