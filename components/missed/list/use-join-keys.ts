import { type RefObject, useEffect, useRef } from "react";
import { LETTERS } from "./row-keys";

/** Where a letter is a letter, and what has keys of its own. */
const OTHERS = "input, select, textarea, [contenteditable], [role=menu], dialog[open]";
const MOVES = new Set(["ArrowDown", "ArrowUp", "Home", "End"]);

/**
 * The keys of the list lead into it: letters from anywhere on the page, arrows where nothing has the focus.
 * @param single whether keys of one letter do something
 * @param join gives the focus to its row
 */
export function useJoinKeys(body: RefObject<HTMLElement | null>, single: boolean, join: (key: string) => void): void {
  const latest = useRef(join);
  useEffect(() => {
    latest.current = join;
  });
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      const { key, target } = event;
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (!(target instanceof Element) || target.closest(OTHERS) !== null || body.current?.contains(target)) return;
      if (!(single && LETTERS.has(key)) && !(MOVES.has(key) && target === document.body)) return;
      event.preventDefault();
      latest.current(key);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [body, single]);
}
