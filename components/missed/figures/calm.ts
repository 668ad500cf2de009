import type { TotalRow } from "../../../lib/metrics/snapshot-types";

/** Whether somebody could call back now without a caller waiting for it (RE47). */
export type Calm =
  | { readonly kind: "calm"; readonly free: number }
  /** `free`: null: the source does not say what agents do. */
  | { readonly kind: "busy"; readonly waiting: number; readonly free: number | null }
  | { readonly kind: "nobody-free" }
  /** Nobody waits, and nobody knows who is free. */
  | { readonly kind: "nobody-waits" };

/** @param row of the chosen queue, or of all of them */
export function calmOf({ waiting, agents }: Pick<TotalRow, "waiting" | "agents">): Calm {
  const { available, ringing, onContact, wrapUp, paused, loggedOut, notReported } = agents;
  const reports = available + ringing + onContact + wrapUp + paused + loggedOut > 0 || notReported === 0;
  if (waiting > 0) return { kind: "busy", waiting, free: reports ? available : null };
  if (!reports) return { kind: "nobody-waits" };
  return available > 0 ? { kind: "calm", free: available } : { kind: "nobody-free" };
}
