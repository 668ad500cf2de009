import { useEffect, useRef } from "react";

/** What keys do, by the name a browser gives them; letters in lower case. */
export type Keys = Readonly<Record<string, () => void>>;

/** Keys of the whole page; those that belong to a field, or to somebody who took them already, are left alone. */
export function useKeys(keys: Keys): void {
  const newest = useRef(keys);
  useEffect(() => {
    newest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.target instanceof Element && event.target.closest("input, textarea, select") !== null) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const act = Object.prototype.hasOwnProperty.call(newest.current, key) ? newest.current[key] : undefined;
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    globalThis.addEventListener("keydown", onKey);
    return () => globalThis.removeEventListener("keydown", onKey);
  }, []);
}

/** Into full screen or out of it, where the browser can. */
export function toggleFullScreen(): void {
  const page = document.documentElement;
  const asked = document.fullscreenElement === null ? page.requestFullscreen?.() : document.exitFullscreen?.();
  // Refused where nobody pressed a key, or by the frame it stands in: nothing is lost.
  asked?.catch(() => undefined);
}
