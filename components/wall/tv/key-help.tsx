import { type JSX, useEffect, useRef } from "react";
import { KeyRow } from "../../shared/keys/key-row";
import { useWallWords } from "../../shared/speech/use-wall-words";

type Props = { readonly turns: boolean; readonly sounds: boolean; readonly close: () => void };

/** The keys of the wall, over it. There is one thing to focus in it, so Tab has nowhere else to go. */
export function KeyHelp({ turns, sounds, close }: Props): JSX.Element {
  const { tv } = useWallWords().wall;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    button.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <div className="tv-help" onClick={close}>
      <div
        className="tv-help-card"
        role="dialog"
        aria-modal="true"
        aria-labelledby="tv-keys"
        onClick={(event) => event.stopPropagation()}
        onKeyDown={(event) => {
          if (event.key === "Tab") event.preventDefault();
        }}
      >
        <h2 id="tv-keys">{tv.keys}</h2>
        <dl>
          {turns ? <KeyRow keys={["←", "→"]} does={tv.turnKeys} /> : null}
          <KeyRow keys={["F"]} does={tv.fullScreenKey} />
          {sounds ? <KeyRow keys={["M"]} does={tv.muteKey} /> : null}
          <KeyRow keys={["?"]} does={tv.helpKey} />
        </dl>
        <button ref={button} type="button" onClick={close}>
          {tv.close} <kbd>Esc</kbd>
        </button>
      </div>
    </div>
  );
}
