import { type RefObject, useEffect, useRef } from "react";

/** Where a letter is a letter, and what has keys of its own. */
const OTHERS = "input, select, textarea, [contenteditable], [role=menu], dialog[open]";

/**
 * j and k lead into the list from anywhere on the page.
 * @param join gives the focus to its row
 */
export function useJoinKeys(body: RefObject<HTMLElement | null>, single: boolean, join: () => void): void {
  const latest = useRef(join);
  useEffect(() => {
    latest.current = join;
  });
  useEffect(() => {
    if (!single) return;
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key !== "j" && event.key !== "k") return;
      const { target } = event;
      if (!(target instanceof Element) || target.closest(OTHERS) !== null || body.current?.contains(target)) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [body, single]);
}
