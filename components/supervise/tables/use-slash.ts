import { useEffect } from "react";
import { useSingleKeys } from "../../shared/keys/single-keys";

const TYPED_IN = "input, select, textarea, [contenteditable], dialog[open]";

/**
 * `/` goes to a filter: from within its own table always, from elsewhere where nothing else takes it.
 * @param own what the filter belongs to
 */
export function useSlash(own: HTMLElement | null, filter: HTMLElement | null): void {
  const [single] = useSingleKeys();
  useEffect(() => {
    const focus = (event: KeyboardEvent): void => {
      if (event.key !== "/" || event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
      if (filter === null || (event.target instanceof Element && event.target.closest(TYPED_IN) !== null)) return;
      event.preventDefault();
      filter.focus();
    };
    own?.addEventListener("keydown", focus);
    if (single) globalThis.addEventListener("keydown", focus);
    return () => {
      own?.removeEventListener("keydown", focus);
      globalThis.removeEventListener("keydown", focus);
    };
  }, [own, filter, single]);
}
