import { useSyncExternalStore } from "react";

export type Remembered = {
  /** Whether it is on, on this device; off until somebody said so. */
  readonly useIsOn: () => boolean;
  readonly set: (on: boolean) => void;
};

/** A switch that this device remembers, the same on all pages that are open in this tab. */
export function createRemembered(storedAs: string): Remembered {
  const listeners = new Set<() => void>();
  let on: boolean | null = null;
  const isOn = (): boolean => {
    on ??= read(storedAs);
    return on;
  };
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return {
    useIsOn: () => useSyncExternalStore(subscribe, isOn, () => false),
    set: (next) => {
      on = next;
      try {
        localStorage.setItem(storedAs, next ? "on" : "off");
      } catch {
        // A browser that keeps nothing asks again next time.
      }
      for (const listener of listeners) listener();
    },
  };
}

function read(storedAs: string): boolean {
  try {
    return localStorage.getItem(storedAs) === "on";
  } catch {
    return false;
  }
}
