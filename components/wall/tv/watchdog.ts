import { elapsedMs, type Mark } from "../../shared/use-now";

/** A page that has heard nothing for so long is loaded anew, in case it is the page that is at fault. */
export const SILENT_AFTER_MS = 120_000;

/**
 * @param heard when each followed board was last heard; null: never
 * @param startedAt when this page began to listen
 */
export function isSilent(heard: readonly (Mark | null)[], startedAt: Mark, now: Mark): boolean {
  return [startedAt, ...heard].every((mark) => mark === null || elapsedMs(mark, now) >= SILENT_AFTER_MS);
}
