import { useMemo, useSyncExternalStore } from "react";
import type { Picture } from "../../../lib/legibility";

// Asked of the page only when it may have changed: to answer, the browser lays everything out.
let measured: string | null = null;

function measure(): string {
  // Without a scroll bar's width: in the hand there is one.
  measured = `${document.documentElement.clientWidth} ${globalThis.innerHeight}`;
  return measured;
}

const subscribe = (listener: () => void): (() => void) => {
  const resized = (): void => {
    measure();
    listener();
  };
  globalThis.addEventListener("resize", resized);
  return () => globalThis.removeEventListener("resize", resized);
};

/** The window as something to draw on; null: not in a browser yet. */
export function usePicture(): Picture | null {
  const size = useSyncExternalStore(
    subscribe,
    () => measured ?? measure(),
    () => null,
  );
  return useMemo(() => {
    if (size === null) return null;
    const [widthPx = 0, heightPx = 0] = size.split(" ").map(Number);
    return widthPx > 0 && heightPx > 0 ? { widthPx, heightPx } : null;
  }, [size]);
}
