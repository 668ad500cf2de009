import { type RefObject, useLayoutEffect, useRef, useState } from "react";

/** Height of the table's heading in units of the wall, landscape and stacked; the style sheet says the same. */
const HEAD_UNITS = { wide: 12, stacked: 20 };
const STACKED = "(max-aspect-ratio: 99/100)";
/** A page that is read downwards: there is room for all. */
const PHONE = "(max-width: 599px)";

export type Layout = "wide" | "stacked" | "phone";
export type Room = { readonly roomUnits: number; readonly layout: Layout };

/** How much height there is for rows, in units of the wall. */
export function useRoom(): Room & { readonly ref: RefObject<HTMLElement | null> } {
  const ref = useRef<HTMLElement>(null);
  const [room, setRoom] = useState<Room>({ roomUnits: 88, layout: "wide" });
  useLayoutEffect(() => {
    const section = ref.current;
    if (section === null) return;
    const measure = (): void => {
      if (globalThis.matchMedia(PHONE).matches) return setRoom({ roomUnits: Infinity, layout: "phone" });
      const head = section.querySelector("thead");
      if (head === null) return;
      const layout = globalThis.matchMedia(STACKED).matches ? "stacked" : "wide";
      const headUnits = HEAD_UNITS[layout];
      const unitPx = head.getBoundingClientRect().height / headUnits;
      if (unitPx <= 0) return;
      // A hair of rounding must not cost a row.
      setRoom({ roomUnits: section.clientHeight / unitPx - headUnits + 0.5, layout });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(section);
    measure();
    return () => observer.disconnect();
  }, []);
  return { ref, ...room };
}
