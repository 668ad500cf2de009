import { type JSX, useEffect, useRef } from "react";
import { useDeskWords } from "../../shared/speech/use-desk-words";
import { useSingleKeys } from "./single-keys";

/** The keys there are. Opening keeps what had the focus, and closing gives it back. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const { keys, contacts } = useDeskWords().supervise;
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
  const rows: readonly (readonly [keys: readonly string[], does: string])[] = [
    [["1", "2", "3", "4"], keys.windows],
    [["/"], keys.filter],
    [["↑", "↓"], keys.move],
    [["Home", "End"], keys.ends],
    [["↵"], keys.contacts],
    [["←", "→"], keys.parts],
    [["Esc"], keys.close],
    [["?"], keys.help],
  ];
  return (
    <dialog ref={dialog} className="sv-keys" aria-labelledby="sv-keys" onClose={onClose}>
      <div className="sv-keys-head">
        <h2 id="sv-keys">{keys.heading}</h2>
        <button type="button" className="sv-plain" onClick={onClose}>
          {contacts.close}
        </button>
      </div>
      <dl>
        {rows.map(([each, does]) => (
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
