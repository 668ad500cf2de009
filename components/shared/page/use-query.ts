import { useSyncExternalStore } from "react";

const subscribe = (listener: () => void): (() => void) => {
  globalThis.addEventListener("popstate", listener);
  return () => globalThis.removeEventListener("popstate", listener);
};

/** A parameter of the address, `fallback` where it is left out; null: not in a browser yet. */
export function useQuery(name: string, fallback: string): string | null {
  return useSyncExternalStore(
    subscribe,
    () => new URLSearchParams(globalThis.location.search).get(name) || fallback,
    () => null,
  );
}
