import type { Band } from "../alert-rule";
import type { Evidence } from "../alert-types";

/** What a condition says of a subject at an instant. */
export type Reading =
  | { readonly kind: "over"; readonly evidence: Evidence }
  /** Not over, and not clear either: what fires goes on, what does not fire does not begin (AL3). */
  | { readonly kind: "between"; readonly evidence: Evidence }
  | { readonly kind: "under" }
  /** What it rests on is not heard of: nobody can say (AL17). */
  | { readonly kind: "no-data" };

export const UNDER: Reading = { kind: "under" };
export const NO_DATA: Reading = { kind: "no-data" };

/** AL3: over from `raise` on, under from `clear` down. */
export function readBand(value: number, { raise, clear }: Band, evidence: Evidence): Reading {
  if (value >= raise) return { kind: "over", evidence };
  return value <= clear ? UNDER : { kind: "between", evidence };
}

/** Over from `raise` on, else under. */
export const readCount = (value: number, raise: number, evidence: Evidence): Reading =>
  value >= raise ? { kind: "over", evidence } : UNDER;
