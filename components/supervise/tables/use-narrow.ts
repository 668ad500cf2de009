import { useSyncExternalStore } from "react";

/** As app/supervise-tables.css has it. */
const NARROW = "(max-width: 40rem)";

let asked: MediaQueryList | null = null;

/** Asked once: each asking costs more than drawing a row. */
function query(): MediaQueryList {
  asked ??= globalThis.matchMedia(NARROW);
  return asked;
}

function subscribe(listener: () => void): () => void {
  // Safari 13 and old Chromiums know only this way of asking.
  query().addListener(listener);
  return () => query().removeListener(listener);
}

/** Whether a row has no room for all its cells side by side. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => query().matches,
    () => false,
  );
