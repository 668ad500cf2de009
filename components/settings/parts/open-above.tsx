import { type JSX, type KeyboardEvent, type ReactNode, useId, useState } from "react";

type Props = {
  readonly says: string;
  /** What is opened. `close` leads back to the button. */
  readonly children: (close: () => void) => ReactNode;
};

/** The button above a list, and the form that it opens in place. */
export function OpenAbove({ says, children }: Props): JSX.Element {
  const id = useId();
  const [open, setOpen] = useState(false);
  const close = (): void => {
    document.getElementById(`${id}-open`)?.focus();
    setOpen(false);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    close();
  };
  return (
    <>
      <button
        id={`${id}-open`}
        type="button"
        className="button"
        aria-expanded={open}
        {...(open ? { "aria-controls": id } : {})}
        onClick={() => setOpen(!open)}
      >
        {says}
      </button>
      {open ? (
        <div className="sl-panel" id={id} role="group" aria-label={says} onKeyDown={onKey}>
          {children(close)}
        </div>
      ) : null}
    </>
  );
}
