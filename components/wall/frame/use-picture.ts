import { useMemo, useSyncExternalStore } from "react";
import type { Picture } from "../../../lib/legibility";

const subscribe = (listener: () => void): (() => void) => {
  globalThis.addEventListener("resize", listener);
  return () => globalThis.removeEventListener("resize", listener);
};

/** The window as something to draw on; null: not in a browser yet. */
export function usePicture(): Picture | null {
  const size = useSyncExternalStore(
    subscribe,
    // Without a scroll bar's width: in the hand there is one.
    () => `${document.documentElement.clientWidth} ${globalThis.innerHeight}`,
    () => null,
  );
  return useMemo(() => {
    if (size === null) return null;
    const [widthPx = 0, heightPx = 0] = size.split(" ").map(Number);
    return widthPx > 0 && heightPx > 0 ? { widthPx, heightPx } : null;
  }, [size]);
}
