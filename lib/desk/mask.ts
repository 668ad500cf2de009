import type { Caller } from "../events";
import type { MaskedCaller } from "./desk-types";

/** From so many characters on a number shows its last four; a shorter one, an extension mostly, its last two. */
const LONG_NUMBER = 7;
const LONG_TAIL = 4;
const SHORT_TAIL = 2;

/**
 * A caller as those see him who may not see his number: its end, never the whole of it.
 * @param caller null, no number or an empty one: withheld
 */
export function maskCaller(caller: Caller | null): MaskedCaller {
  const number = caller?.number ?? "";
  if (number === "") return { kind: "withheld" };
  const shown = number.length >= LONG_NUMBER ? LONG_TAIL : Math.min(SHORT_TAIL, number.length - 1);
  return { kind: "number", tail: number.slice(number.length - shown) };
}

/** How much of a caller a reader is told. */
export type CallerSight = "nothing" | "end";
