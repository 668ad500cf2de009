import {
  type JSX,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  memo,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { MissedList, MissedRow } from "../../../lib/recovery/missed-api";
import type { QueueId } from "../../../lib/vocabulary";
import { useSingleKeys } from "../../shared/keys/single-keys";
import type { SiteClock } from "../../shared/time/site-clock";
import { saidOf, whyNoNumber } from "../acts/said-of";
import type { MissedActs } from "../acts/use-missed-acts";
import { hideNumber, isNumberShown, showNumber } from "../number/open-number";
import type { MenuKind } from "../rows/row-acts";
import { useMissedWords } from "../use-missed-words";
import { RowHeads } from "./row-heads";
import { type ItemActs, MissedItem, type Reading } from "./missed-item";
import { actOfKey, rightsOn } from "./row-keys";
import { rowAt, type SparseRows } from "./sparse-rows";
import { useJoinKeys } from "./use-join-keys";
import { useRowWindow } from "./use-row-window";

type Props = {
  readonly rows: SparseRows;
  readonly label: string;
  readonly list: MissedList;
  readonly names: ReadonlyMap<QueueId, string>;
  readonly clock: SiteClock;
  readonly minuteMs: number;
  readonly reader: Reading;
  readonly acts: MissedActs;
  readonly sendingIds: ReadonlySet<string>;
  readonly see: (from: number, to: number) => void;
  /** Whether the focus was last in the list, or in what stood in its place. */
  readonly hadFocus: RefObject<boolean>;
};

/** Who was missed, the most urgent first: one row takes the focus, keys move it and act on it. */
export const MissedRows = memo(function MissedRows(props: Props): JSX.Element {
  const { rows, label, list, names, clock, minuteMs, reader, acts, sendingIds, see, hadFocus } = props;
  const { missed } = useMissedWords();
  const [single] = useSingleKeys();
  const body = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState({ id: "", place: 0 });
  const [openId, setOpenId] = useState<string | null>(null);
  const [menu, setMenu] = useState<{ readonly id: string; readonly kind: MenuKind } | null>(null);
  // A row that moved keeps the focus; one that is gone leaves it to whoever took its place.
  const activePlace = rows.places.get(active.id) ?? Math.max(0, Math.min(active.place, rows.total - 1));
  const activeRow = rowAt(rows, activePlace);
  const { virtualizer, items, marginPx, pageRows } = useRowWindow(body, rows, activePlace, see);

  const focusPlace = (place: number): void =>
    body.current?.querySelector<HTMLElement>(`[data-place="${place}"]`)?.focus({ preventScroll: true });
  useLayoutEffect(() => {
    // What had the focus was taken away under the reader's hands: removal within a commit says nothing of blur.
    if (hadFocus.current && body.current?.contains(document.activeElement) === false) focusPlace(activePlace);
  });
  const move = (to: number): void => {
    setActive({ id: rowAt(rows, to)?.id ?? "", place: to });
    virtualizer.scrollToIndex(to, { align: "auto" });
    // It may have to be drawn first.
    requestAnimationFrame(() => focusPlace(to));
  };
  useJoinKeys(body, single, (key) => {
    if (key === "Home" || key === "End") move(key === "Home" ? 0 : rows.total - 1);
    else focusPlace(activePlace);
  });
  useEffect(() => {
    if (openId !== null) return () => hideNumber(openId);
    return undefined;
  }, [openId]);

  const item: ItemActs = {
    details: (row) => setOpenId(openId === row.id ? null : row.id),
    claim: (row) => (row.claim?.mine === true ? acts.giveBack(row) : acts.claim(row)),
    menu: (row, kind, byKey) => {
      setMenu(kind === null || (menu?.id === row.id && menu.kind === kind) ? null : { id: row.id, kind });
      if (kind === null && byKey) focusPlace(activePlace);
    },
    attempt: (row, result) => {
      setMenu(null);
      acts.attempt(row, result);
    },
    close: (row, result) => {
      setMenu(null);
      leave(row);
      acts.close(row, result);
    },
    reopen: (row) => {
      leave(row);
      acts.reopen(row);
    },
  };
  const itemActs = useLatest(item);

  /** Its row is about to go: the next one has the focus already, whenever that happens. */
  const leave = (row: MissedRow): void => {
    const place = rows.places.get(row.id) ?? activePlace;
    move(place + 1 < rows.total ? place + 1 : Math.max(0, place - 1));
  };
  const number = (row: MissedRow): void => {
    if (isNumberShown(row.id)) return hideNumber(row.id);
    setOpenId(row.id);
    showNumber(row.id);
  };
  const escape = (event: KeyboardEvent): void => {
    if (openId === null) return;
    event.preventDefault();
    if (isNumberShown(openId)) hideNumber(openId);
    else setOpenId(null);
    focusPlace(activePlace);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    if (event.key === "Escape") return escape(event);
    const onRow = (event.target as Element).matches("[data-place]");
    // A button's own keys are its own.
    if (!onRow && (event.key === "Enter" || event.key === " ")) return;
    const rights = rightsOn(activeRow, reader, minuteMs);
    const act = actOfKey(event.key, { place: activePlace, count: rows.total, pageRows, single, rights });
    if (act === null) return;
    event.preventDefault();
    if (act.kind === "move") return move(act.to);
    // A key that is held does what it does once, not to each row that follows.
    if (activeRow === null || event.repeat) return;
    if (act.kind === "details") return item.details(activeRow);
    if (act.kind === "number") {
      if (rights.reveals) return number(activeRow);
      return acts.refuse(whyNoNumber(activeRow.caller, reader.reveals, missed));
    }
    if (act.kind === "reopen") return item.reopen(activeRow);
    if (act.kind === "refused")
      return acts.refuse(saidOf(act, activeRow, missed, (atMs) => clock.toMoment(atMs, minuteMs)));
    if (act.kind === "attempt" || act.kind === "close") return item.menu(activeRow, act.kind, true);
    item.claim(activeRow);
  };
  const onPress = (event: MouseEvent, row: MissedRow | null): void => {
    const target = event.target as Element;
    if (row === null || target.closest("button, a, [role=menu], .mi-details-row") !== null) return;
    // Whoever marks a text does not open anything.
    if (String(globalThis.getSelection()) === "") item.details(row);
  };

  return (
    <div className="mi-rows" role="grid" aria-label={label} aria-rowcount={rows.total + 1}>
      <RowHeads list={list} words={missed.heads} />
      <div
        ref={body}
        role="presentation"
        className="mi-rows-body"
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={onKey}
      >
        {items.map(({ index, key, start }) => {
          const row = rowAt(rows, index);
          const ownMenu = row !== null && menu?.id === row.id ? menu.kind : null;
          return (
            <div
              key={key}
              ref={virtualizer.measureElement}
              role="rowgroup"
              className="mi-item"
              data-index={index}
              data-menu={ownMenu !== null}
              style={{ transform: `translateY(${start - marginPx}px)` }}
              onFocus={() => setActive({ id: row?.id ?? "", place: index })}
              onClick={(event) => onPress(event, row)}
            >
              <MissedItem
                row={row}
                place={index}
                isActive={index === activePlace}
                isOpen={row !== null && row.id === openId}
                isSending={row !== null && sendingIds.has(row.id)}
                menu={ownMenu}
                names={names}
                clock={clock}
                minuteMs={minuteMs}
                reader={reader}
                acts={itemActs}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
});

/** The same functions for ever, which do what the latest ones do: what is drawn once need not be drawn anew. */
function useLatest(acts: ItemActs): ItemActs {
  const latest = useRef(acts);
  useLayoutEffect(() => {
    latest.current = acts;
  });
  const [same] = useState<ItemActs>(() => ({
    details: (row) => latest.current.details(row),
    claim: (row) => latest.current.claim(row),
    menu: (row, menu, byKey) => latest.current.menu(row, menu, byKey),
    attempt: (row, result) => latest.current.attempt(row, result),
    close: (row, result) => latest.current.close(row, result),
    reopen: (row) => latest.current.reopen(row),
  }));
  return same;
}
