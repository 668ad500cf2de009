import { type JSX, type KeyboardEvent, useEffect, useRef } from "react";
import { movedTo } from "../../supervise/tables/row-cursor";

type Props<Result extends string> = {
  readonly heading: string;
  readonly options: readonly (readonly [result: Result, says: string])[];
  readonly onChoose: (result: Result) => void;
  /** @param byKey the focus has nowhere to be */
  readonly onClose: (byKey: boolean) => void;
};

/** With which result: opens with the focus on the first; arrows, digits and Enter choose, Escape leaves. */
export function ResultMenu<Result extends string>({ heading, options, onChoose, onClose }: Props<Result>): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const itemAt = (index: number): HTMLElement | undefined =>
    box.current?.querySelectorAll<HTMLElement>("[role=menuitem]")[index];
  useEffect(() => {
    itemAt(0)?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: "nearest" });
    const leave = (event: Event): void => {
      if (event.target instanceof Node && box.current?.contains(event.target) === false) onClose(false);
    };
    document.addEventListener("pointerdown", leave);
    return () => document.removeEventListener("pointerdown", leave);
    // Once: it is another menu where something else is asked.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const onKey = (event: KeyboardEvent): void => {
    // Nothing below the menu hears of its keys.
    event.stopPropagation();
    if (event.key === "Escape" || event.key === "Tab") {
      event.preventDefault();
      return onClose(true);
    }
    const chosen = options[Number(event.key) - 1];
    if (chosen !== undefined) {
      event.preventDefault();
      return onChoose(chosen[0]);
    }
    const items = [...(box.current?.querySelectorAll("[role=menuitem]") ?? [])];
    const at = items.indexOf(document.activeElement as Element);
    const to = movedTo(event.key, at, items.length);
    if (to === null) return;
    event.preventDefault();
    // Round and round, as menus go.
    itemAt(to === at ? (at === 0 ? items.length - 1 : 0) : to)?.focus();
  };
  return (
    <div ref={box} className="mi-menu" role="menu" aria-label={heading} onKeyDown={onKey}>
      <p className="mi-menu-heading" aria-hidden="true">
        {heading}
      </p>
      {options.map(([result, says], index) => (
        <button key={result} type="button" role="menuitem" tabIndex={-1} onClick={() => onChoose(result)}>
          <kbd aria-hidden="true">{index + 1}</kbd>
          {says}
        </button>
      ))}
    </div>
  );
}
