import { type PointerEvent, useCallback, useEffect, useRef, useState } from "react";

/** Long enough to pass over many names without a flicker, and to move from the name to the card. */
const OPENS_AFTER_MS = 120;
const CLOSES_AFTER_MS = 200;

/** Closes the one card that is open; at most one ever is. */
let closeOpen: (() => void) | null = null;

export type Disclosed = {
  readonly open: boolean;
  readonly close: () => void;
  /** For the element that holds both the name and, in React's tree, the card. */
  readonly hover: {
    readonly onPointerEnter: (event: PointerEvent) => void;
    readonly onPointerLeave: (event: PointerEvent) => void;
  };
  /** For the name. */
  readonly held: { readonly onFocus: () => void; readonly onBlur: () => void; readonly onClick: () => void };
};

/** What is shown on hover, focus or tap, and stays while it or its name is pointed at or has the focus. */
export function useDisclosed(): Disclosed {
  const [hovered, setHovered] = useState(false);
  const [held, setHeld] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const open = hovered || held;

  const hoverSoon = (value: boolean, afterMs: number): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setHovered(value), afterMs);
  };
  const close = useCallback(() => {
    clearTimeout(timer.current);
    setHovered(false);
    setHeld(false);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!open) return;
    closeOpen?.();
    closeOpen = close;
    return () => {
      if (closeOpen === close) closeOpen = null;
    };
  }, [open, close]);

  return {
    open,
    close,
    hover: {
      // A finger has no hover: what it taps is held.
      onPointerEnter: ({ pointerType }) => {
        if (pointerType === "mouse") hoverSoon(true, OPENS_AFTER_MS);
      },
      onPointerLeave: ({ pointerType }) => {
        if (pointerType === "mouse") hoverSoon(false, CLOSES_AFTER_MS);
      },
    },
    held: { onFocus: () => setHeld(true), onBlur: () => setHeld(false), onClick: () => setHeld(true) },
  };
}
