import {
  defaultRangeExtractor,
  useWindowVirtualizer,
  type VirtualItem,
  type Virtualizer,
} from "@tanstack/react-virtual";
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useNarrow } from "../../supervise/tables/use-narrow";
import { rowAt, type SparseRows } from "./sparse-rows";

/** So many rows are kept ready above and below what is seen. */
const OVERSCAN_ROWS = 6;
/** About so high; each is measured once it is there. */
const ROW_PX = 62;
const CARD_PX = 136;
/** What the focus ring takes, and a little air. */
const AIR_PX = 8;

export type RowWindow = {
  readonly virtualizer: Virtualizer<Window, Element>;
  readonly items: readonly VirtualItem[];
  /** From the page's top to the list's. */
  readonly marginPx: number;
  /** How many rows are seen at once. */
  readonly pageRows: number;
};

/**
 * The rows in sight of a list that the page itself scrolls.
 * @param activePlace is there always, lest the focus goes with it
 * @param see is told which places are in sight
 */
export function useRowWindow(
  body: RefObject<HTMLElement | null>,
  rows: SparseRows,
  activePlace: number,
  see: (from: number, to: number) => void,
): RowWindow {
  const rowPx = useNarrow() ? CARD_PX : ROW_PX;
  const { marginPx, coveredPx } = usePosition(body);
  const getItemKey = useCallback((place: number): string | number => rowAt(rows, place)?.id ?? place, [rows]);
  // Nothing here is compiled to be memoised, which is all that the rule is afraid of.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useWindowVirtualizer({
    count: rows.total,
    estimateSize: () => rowPx,
    getItemKey,
    overscan: OVERSCAN_ROWS,
    scrollMargin: marginPx,
    scrollPaddingStart: coveredPx + AIR_PX,
    scrollPaddingEnd: AIR_PX,
    rangeExtractor: (range) => {
      const inSight = defaultRangeExtractor(range);
      if (range.count === 0 || inSight.includes(activePlace)) return inSight;
      return [...inSight, activePlace].sort((a, b) => a - b);
    },
  });
  const items = virtualizer.getVirtualItems();
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowPx]);
  useStayed(virtualizer, items, rows, coveredPx);

  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};
  useEffect(() => {
    see(startIndex, endIndex);
  }, [see, startIndex, endIndex]);
  return { virtualizer, items, marginPx, pageRows: Math.max(1, endIndex - startIndex) };
}

/** What comes or goes above does not move what somebody reads. */
function useStayed(
  virtualizer: Virtualizer<Window, Element>,
  items: readonly VirtualItem[],
  rows: SparseRows,
  coveredPx: number,
): void {
  const before = useRef({ rows, items });
  useLayoutEffect(() => {
    const was = before.current;
    before.current = { rows, items };
    if (was.rows === rows) return;
    const top = globalThis.scrollY + coveredPx;
    const [first] = was.items;
    // Whoever looks at the beginning sees what comes there.
    if (first === undefined || was.items.find(({ index }) => index === 0 && top <= AIR_PX + first.start) !== undefined)
      return;
    const read = was.items.find(({ end, index }) => end > top && rowAt(was.rows, index) !== null);
    const place = read === undefined ? undefined : rows.places.get(rowAt(was.rows, read.index)?.id ?? "");
    const now = place === undefined ? undefined : virtualizer.measurementsCache[place];
    if (read !== undefined && now !== undefined && Math.abs(now.start - read.start) > 1)
      globalThis.scrollBy(0, now.start - read.start);
  });
}

/** Where the list begins, and how much of the window is covered by what stays in sight above it. */
function usePosition(body: RefObject<HTMLElement | null>): { readonly marginPx: number; readonly coveredPx: number } {
  const [position, setPosition] = useState({ marginPx: 0, coveredPx: 0 });
  useEffect(() => {
    const { current } = body;
    const main = current?.closest("main") ?? null;
    if (current === null || main === null) return;
    const measure = (): void => {
      const marginPx = Math.round(current.getBoundingClientRect().top + globalThis.scrollY);
      const bar = document.querySelector<HTMLElement>(".mi-bar");
      const stays = bar !== null && getComputedStyle(bar).position.endsWith("sticky");
      const coveredPx = stays ? bar.offsetHeight : 0;
      setPosition((was) => (was.marginPx === marginPx && was.coveredPx === coveredPx ? was : { marginPx, coveredPx }));
    };
    // Whatever grows or goes above the list, or in it, makes the page another height.
    const observer = new ResizeObserver(measure);
    observer.observe(main);
    return () => observer.disconnect();
  }, [body]);
  return position;
}
