import { type JSX, type KeyboardEvent, type ReactNode, useId, useState } from "react";

export type RowAction = { readonly id: string; readonly says: string } & (
  | {
      /** What opens beneath the row. `close` leads back to the button. */
      readonly panel: (close: () => void) => ReactNode;
    }
  /** Done at once. */
  | { readonly press: () => void }
);

type Props = {
  /** Whose row it is, for those who listen. */
  readonly name: string;
  readonly actions: readonly RowAction[];
  /** Not in use: `off`. */
  readonly state?: "on" | "off";
  /** What is known, a column each. */
  readonly children: ReactNode;
};

/** One thing of a list with what can be done to it; what needs more than a press opens beneath. */
export function ListRow({ name, actions, state = "on", children }: Props): JSX.Element {
  const id = useId();
  const [openId, setOpenId] = useState<string | null>(null);
  const open = actions.find((action) => action.id === openId) ?? null;
  const panel = open !== null && "panel" in open ? open.panel : null;
  const close = (): void => {
    document.getElementById(`${id}-${openId ?? ""}`)?.focus();
    setOpenId(null);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    close();
  };
  return (
    <li className="sl-row" data-state={state}>
      <div className="sl-line">
        <div className="sl-facts">{children}</div>
        <div className="sl-actions">
          {actions.map((action) => (
            <button
              key={action.id}
              id={`${id}-${action.id}`}
              type="button"
              className="button sl-action"
              aria-label={`${action.says}: ${name}`}
              {...("panel" in action ? { "aria-expanded": action === open } : {})}
              {...(action === open ? { "aria-controls": id } : {})}
              onClick={() => ("press" in action ? action.press() : setOpenId(action === open ? null : action.id))}
            >
              {action.says}
            </button>
          ))}
        </div>
      </div>
      {open === null || panel === null ? null : (
        <div className="sl-panel" id={id} role="group" aria-label={`${open.says}: ${name}`} onKeyDown={onKey}>
          {panel(close)}
        </div>
      )}
    </li>
  );
}
