import { useSyncExternalStore } from "react";
import { useTheme } from "./use-theme";

const LIGHT = "(prefers-color-scheme: light)";

function subscribe(listener: () => void): () => void {
  const query = globalThis.matchMedia(LIGHT);
  // Safari 13 and old Chromiums know only this way of asking.
  query.addListener(listener);
  return () => query.removeListener(listener);
}

/** Whether the page is dark now, by hand or by the device. */
export function useDark(): boolean {
  const { theme } = useTheme();
  const deviceIsLight = useSyncExternalStore(
    subscribe,
    () => globalThis.matchMedia(LIGHT).matches,
    () => false,
  );
  return theme === "system" ? !deviceIsLight : theme === "dark";
}
