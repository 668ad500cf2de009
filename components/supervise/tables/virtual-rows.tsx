import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import {
  memo,
  type JSX,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { ActiveRow } from "./active-row";
import { movedRow } from "./row-cursor";

/** So many rows are kept ready above and below what is seen. */
const OVERSCAN_ROWS = 4;
const HEAD_PX = 34;
/** What the focus ring takes beside its row. */
const RING_PX = 4;

type Props<Row> = {
  readonly rows: readonly Row[];
  readonly rowHeightPx: number;
  /** Tells rows apart, whatever their order. */
  readonly keyOf: (row: Row) => string;
  /** A row's content: cells (`role="gridcell"`) where there is a head. */
  readonly render: (row: Row, index: number) => ReactNode;
  /** What these rows are, for those who listen. */
  readonly label: string;
  /** Called when the end comes near, once for each number of rows. */
  readonly onEnd?: (() => void) | undefined;
  /** Heads (`role="columnheader"`): makes the rows a grid; without them they are a list. */
  readonly head?: ReactNode;
  readonly className?: string | undefined;
};

function Rows<Row>(props: Props<Row>): JSX.Element {
  const { rows, rowHeightPx, keyOf, render, label, onEnd, head, className = "" } = props;
  const isGrid = head !== undefined;
  const area = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const hasFocus = useRef(false);
  const [active, setActive] = useState({ key: "", index: 0 });
  // A row that moved keeps the focus; one that is gone leaves it to whoever took its place.
  const found = rows.findIndex((row) => keyOf(row) === active.key);
  const activeIndex = found >= 0 ? found : Math.max(0, Math.min(active.index, rows.length - 1));

  // The head stays in sight, above the rows.
  const headPx = isGrid ? HEAD_PX : 0;
  const getItemKey = useCallback(
    (index: number): string | number => {
      const row = rows[index];
      return row === undefined ? index : keyOf(row);
    },
    [rows, keyOf],
  );
  // Nothing here is compiled to be memoised, which is all that the rule is afraid of.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => area.current,
    estimateSize: () => rowHeightPx,
    getItemKey,
    overscan: OVERSCAN_ROWS,
    scrollMargin: headPx,
    scrollPaddingStart: headPx + RING_PX,
    scrollPaddingEnd: RING_PX,
    rangeExtractor: (range) => withRow(range, activeIndex),
  });
  const items = virtualizer.getVirtualItems();
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeightPx]);

  useLayoutEffect(() => {
    // The focused row was taken away under the reader's hands: removal within a commit says nothing of blur.
    if (!hasFocus.current || body.current?.contains(document.activeElement)) return;
    focusRow(body.current, activeIndex);
  });

  const isNearEnd = (virtualizer.range?.endIndex ?? -1) >= rows.length - 1 - OVERSCAN_ROWS;
  const endedAt = useRef(0);
  useEffect(() => {
    if (!isNearEnd || rows.length === endedAt.current) return;
    endedAt.current = rows.length;
    onEnd?.();
  }, [isNearEnd, rows.length, onEnd]);

  const onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.target as Element).matches("[data-index]")) return;
    const pageRows = Math.floor(((area.current?.clientHeight ?? 0) - headPx) / rowHeightPx);
    const to = movedRow(event.key, activeIndex, rows.length, pageRows);
    const row = to === null ? undefined : rows[to];
    if (to === null || row === undefined) return;
    event.preventDefault();
    setActive({ key: keyOf(row), index: to });
    virtualizer.scrollToIndex(to, { align: "auto" });
    // It may have to be drawn first.
    requestAnimationFrame(() => focusRow(body.current, to));
  };

  return (
    <div
      ref={area}
      className={`st-rows ${className}`}
      role={isGrid ? "grid" : "list"}
      aria-label={label}
      aria-rowcount={isGrid ? rows.length + 1 : undefined}
    >
      {isGrid ? (
        <div role="rowgroup" className="st-rows-head">
          <div role="row" className="st-row" aria-rowindex={1} style={{ height: HEAD_PX }}>
            {head}
          </div>
        </div>
      ) : null}
      <div
        ref={body}
        role={isGrid ? "rowgroup" : "presentation"}
        className="st-rows-body"
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={onKey}
        onFocus={() => (hasFocus.current = true)}
        onBlur={() => (hasFocus.current = false)}
      >
        {items.map(({ index, key, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <div
              key={key}
              role={isGrid ? "row" : "listitem"}
              className="st-row"
              data-index={index}
              tabIndex={index === activeIndex ? 0 : -1}
              aria-rowindex={isGrid ? index + 2 : undefined}
              aria-posinset={isGrid ? undefined : index + 1}
              aria-setsize={isGrid ? undefined : rows.length}
              style={{ height: rowHeightPx, transform: `translateY(${start - headPx}px)` }}
              onFocus={() => setActive({ key: keyOf(row), index })}
            >
              <ActiveRow.Provider value={index === activeIndex}>{render(row, index)}</ActiveRow.Provider>
            </div>
          );
        })}
      </div>
    </div>
  );
}

/**
 * Rows of one height, of which only those in sight are there. One of them takes the focus; arrow keys move it. Drawn anew
 * only when it is given something else: what ticks within the rows is told by a context.
 */
export const VirtualRows = memo(Rows) as typeof Rows;

/** The rows in sight and the one that holds the focus, which must not go while it does. */
function withRow(range: Range, index: number): number[] {
  const inSight = defaultRangeExtractor(range);
  if (range.count === 0 || inSight.includes(index)) return inSight;
  return [...inSight, index].sort((a, b) => a - b);
}

function focusRow(body: HTMLElement | null, index: number): void {
  body?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true });
}
