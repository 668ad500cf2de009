import type { AlertStore } from "./open-alerts";

const DAY_MS = 86_400_000;
/** How long what is over is kept, and for how long what became of messages. */
const PAST_KEPT_MS = 400 * DAY_MS;
const MESSAGES_KEPT_MS = 30 * DAY_MS;
const ROWS_AT_ONCE = 1_000;

/** AL47: gives up what nobody asks for any more. @throws when the disk refuses */
export function forgetOld(store: AlertStore, nowMs: number): void {
  store.atOnce(() => {
    store.outbox.prune(nowMs - MESSAGES_KEPT_MS);
    store.past.prune(nowMs - PAST_KEPT_MS, ROWS_AT_ONCE);
    store.silences.prune(nowMs - MESSAGES_KEPT_MS);
  });
}
