import { useSyncExternalStore } from "react";

/** As app/supervise-tables.css has it. */
const NARROW = "(max-width: 40rem)";

function subscribe(listener: () => void): () => void {
  const query = globalThis.matchMedia(NARROW);
  // Safari 13 and old Chromiums know only this way of asking.
  query.addListener(listener);
  return () => query.removeListener(listener);
}

/** Whether a row has no room for all its cells side by side. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => globalThis.matchMedia(NARROW).matches,
    () => false,
  );
