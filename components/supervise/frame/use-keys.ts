import { useEffect } from "react";
import { choose } from "../choice/use-choice";
import { WINDOWS } from "../choice/choice";
import { FILTER_ID } from "../queues/queue-list";

/** Where a letter is a letter. */
const TYPED_IN = "input:not([type=radio]):not([type=checkbox]), select, textarea, [contenteditable], dialog[open]";

/**
 * The page's keys, wherever the focus is.
 * @param single whether keys of one character do something
 * @param help opens the list of keys
 * @param close closes what is open; null: nothing is
 */
export function useKeys(single: boolean, help: () => void, close: (() => void) | null): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
      const isTyped = event.target instanceof Element && event.target.closest(TYPED_IN) !== null;
      if (isTyped) return;
      if (event.key === "Escape") return close?.();
      if (!single) return;
      if (event.key === "?") return help();
      const minutes = WINDOWS["1234".indexOf(event.key)];
      if (minutes !== undefined) return choose({ minutes });
      const filter = event.key === "/" ? document.getElementById(FILTER_ID) : null;
      if (filter === null) return;
      event.preventDefault();
      filter.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [single, help, close]);
}
