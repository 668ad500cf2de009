import { elapsedMs, type Mark } from "../../shared/time/use-now";

export const LOOK_EVERY_MS = 10_000;
/** Two minutes of looks: a page that hears nothing for so long is loaded anew, in case it is the page that is at fault. */
export const SILENT_LOOKS = 12;

/**
 * How many looks in a row found nothing new: looks and not time, for a television that slept was awake for none of it.
 * @param silentLooks up to now
 * @param heard when each followed board was last heard; null: never
 */
export function countSilence(silentLooks: number, heard: readonly (Mark | null)[], now: Mark): number {
  const isHeard = heard.some((mark) => mark !== null && elapsedMs(mark, now) <= LOOK_EVERY_MS);
  return isHeard ? 0 : silentLooks + 1;
}
