import { type RefObject, useLayoutEffect, useRef, useState } from "react";

/** Height of the table's heading in units of the wall, landscape and stacked; the style sheet says the same. */
const HEAD_UNITS = { wide: 12, stacked: 20 };
const STACKED = "(max-aspect-ratio: 99/100)";

export type Room = { readonly roomUnits: number; readonly stacked: boolean };

/** How much height there is for rows, in units of the wall. */
export function useRoom(): Room & { readonly ref: RefObject<HTMLElement | null> } {
  const ref = useRef<HTMLElement>(null);
  const [room, setRoom] = useState<Room>({ roomUnits: 88, stacked: false });
  useLayoutEffect(() => {
    const section = ref.current;
    if (section === null) return;
    const measure = (): void => {
      const head = section.querySelector("thead");
      if (head === null) return;
      const stacked = globalThis.matchMedia(STACKED).matches;
      const headUnits = stacked ? HEAD_UNITS.stacked : HEAD_UNITS.wide;
      const unitPx = head.getBoundingClientRect().height / headUnits;
      if (unitPx <= 0) return;
      // A hair of rounding must not cost a row.
      setRoom({ roomUnits: section.clientHeight / unitPx - headUnits + 0.5, stacked });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(section);
    measure();
    return () => observer.disconnect();
  }, []);
  return { ref, ...room };
}
