import { type PointerEvent, useEffect, useRef, useState } from "react";

/** A pointer that rests so long is not about to click. */
const HOLDS_MS = 4_000;

/** `ids` in their order, but held as they were while somebody is about to click one of them. */
export function useSteadyOrder<Id>(ids: readonly Id[]): {
  readonly steady: readonly Id[];
  readonly hold: { readonly onPointerMove: (event: PointerEvent) => void; readonly onPointerLeave: () => void };
} {
  const [held, setHeld] = useState<readonly Id[] | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const release = (): void => {
    clearTimeout(timer.current);
    setHeld(null);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    steady: held === null ? ids : inOrderOf(ids, held),
    hold: {
      onPointerMove: ({ pointerType }) => {
        if (pointerType !== "mouse") return;
        setHeld((last) => last ?? ids);
        clearTimeout(timer.current);
        timer.current = setTimeout(release, HOLDS_MS);
      },
      onPointerLeave: release,
    },
  };
}

/** Whoever was not there before comes last. */
export function inOrderOf<Id>(ids: readonly Id[], order: readonly Id[]): readonly Id[] {
  const there = new Set(ids);
  const known = new Set(order);
  return [...order.filter((id) => there.has(id)), ...ids.filter((id) => !known.has(id))];
}
