import { type RefObject, useEffect } from "react";

/**
 * Closes what is open with Escape, with a press elsewhere, and when the focus goes elsewhere.
 * @param inside holds both what opens and what is open
 */
export function useDismiss(inside: RefObject<HTMLElement | null>, open: boolean, close: () => void): void {
  useEffect(() => {
    if (!open) return;
    const leave = (event: Event): void => {
      if (event.target instanceof Node && inside.current?.contains(event.target) === false) close();
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return;
      // What lies below must not close too.
      event.preventDefault();
      event.stopPropagation();
      close();
      inside.current?.querySelector("button")?.focus();
    };
    document.addEventListener("pointerdown", leave);
    document.addEventListener("focusin", leave);
    document.addEventListener("keydown", onKey, true);
    return () => {
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("focusin", leave);
      document.removeEventListener("keydown", onKey, true);
    };
  }, [inside, open, close]);
}
