import { type JSX, useEffect, useId, useRef } from "react";
import { KeyRow } from "./key-row";
import { useSingleKeys } from "./single-keys";

/** Keys that do the same thing, as they are written on them, and what they do. */
export type KeyLine = readonly [keys: readonly string[], does: string];

type Props = {
  readonly lines: readonly KeyLine[];
  readonly words: { readonly heading: string; readonly close: string; readonly single: string };
  readonly onClose: () => void;
};

/** The keys a page has. Opening keeps what had the focus, and closing gives it back. */
export function KeyList({ lines, words, onClose }: Props): JSX.Element {
  const id = useId();
  const [single, setSingle] = useSingleKeys();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const element = dialog.current;
    // Where a dialog cannot be modal, it is a card among the others.
    if (typeof element?.showModal === "function") element.showModal();
    else element?.setAttribute("open", "");
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog ref={dialog} className="key-list" aria-labelledby={id} onClose={onClose}>
      <div className="key-list-head">
        <h2 id={id}>{words.heading}</h2>
        <button type="button" onClick={onClose}>
          {words.close}
        </button>
      </div>
      <dl>
        {lines.map(([keys, does]) => (
          <KeyRow key={does} keys={keys} does={does} />
        ))}
      </dl>
      <label className="key-list-single">
        <input type="checkbox" checked={single} onChange={({ target }) => setSingle(target.checked)} />
        {words.single}
      </label>
    </dialog>
  );
}
