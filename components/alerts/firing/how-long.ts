import { ACK_MINUTES } from "../../../lib/alerts/alert-api";

const MINUTE_MS = 60_000;

/** For how long somebody takes an alert; `closing` as long as the site is open. */
export type HowLong = "15" | "30" | "60" | "closing";
export const AS_A_RULE: HowLong = "30";

/** Minutes until the site closes, if they can be asked for. @param closesAtMs null: closed, or never closes */
export function minutesToClosing(closesAtMs: number | null, nowMs: number): number | null {
  if (closesAtMs === null) return null;
  const minutes = Math.ceil((closesAtMs - nowMs) / MINUTE_MS);
  return minutes >= ACK_MINUTES.least && minutes <= ACK_MINUTES.most ? minutes : null;
}

/** AL70. */
export function minutesOf(howLong: HowLong, closesAtMs: number | null, nowMs: number): number {
  const closing = howLong === "closing" ? minutesToClosing(closesAtMs, nowMs) : null;
  return closing ?? Number(howLong === "closing" ? AS_A_RULE : howLong);
}
