import { useMemo, useSyncExternalStore } from "react";
import { type MissedChoice, readMissedChoice, writeMissedChoice } from "./missed-choice";

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  globalThis.addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    globalThis.removeEventListener("popstate", listener);
  };
}

/** What is looked at, from the address. null: not in a browser yet. */
export function useMissedChoice(): MissedChoice | null {
  const search = useSyncExternalStore(
    subscribe,
    () => globalThis.location.search,
    () => null,
  );
  return useMemo(() => (search === null ? null : readMissedChoice(search)), [search]);
}

/** Looks at something else; the way back leads to what was looked at before. */
export function chooseMissed(change: Partial<MissedChoice>): void {
  const { search, pathname } = globalThis.location;
  const next = writeMissedChoice({ ...readMissedChoice(search), ...change }, search);
  if (next === writeMissedChoice(readMissedChoice(search), search)) return;
  globalThis.history.pushState(null, "", `${pathname}${next}`);
  for (const listener of listeners) listener();
}

/** The address of another choice, for links. */
export const missedAddressOf = (choice: MissedChoice): string => `/missed${writeMissedChoice(choice, "")}`;
