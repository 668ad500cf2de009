import { type JSX, useEffect, useRef } from "react";
import { useSingleKeys } from "../../supervise/frame/single-keys";
import { useMissedWords } from "../use-missed-words";

type Props = {
  /** Whether the reader may do anything about a caller. */
  readonly handles: boolean;
  readonly onClose: () => void;
};

/** The keys there are. Opening keeps what had the focus, and closing gives it back. */
export function MissedKeys({ handles, onClose }: Props): JSX.Element {
  const { keys } = useMissedWords().missed;
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
  const rows: readonly (readonly [keys: readonly string[], does: string, there: boolean])[] = [
    [["↑", "↓", "k", "j"], keys.move, true],
    [["Home", "End"], keys.ends, true],
    [["↵"], keys.details, true],
    [["c"], keys.claim, handles],
    [["l"], keys.attempt, handles],
    [["x"], keys.close, handles],
    [["n"], keys.number, true],
    [["Esc"], keys.escape, true],
    [["?"], keys.help, true],
  ];
  return (
    <dialog ref={dialog} className="sv-keys mi-keys" aria-labelledby="mi-keys" onClose={onClose}>
      <div className="sv-keys-head">
        <h2 id="mi-keys">{keys.heading}</h2>
        <button type="button" className="mi-link" onClick={onClose}>
          {keys.done}
        </button>
      </div>
      <dl>
        {rows
          .filter(([, , there]) => there)
          .map(([each, does]) => (
            <div key={does}>
              <dt>
                {each.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
      </dl>
      <label className="sv-keys-single">
        <input type="checkbox" checked={single} onChange={({ target }) => setSingle(target.checked)} />
        {keys.single}
      </label>
    </dialog>
  );
}
