import type { JSX } from "react";
import { useSettingsWords } from "../frame/use-settings-words";

/** Whether every line follows from the one before: calm where it does, not to be missed where it does not. */
export function Chain({ intact }: { readonly intact: boolean }): JSX.Element {
  const { trail } = useSettingsWords();
  return intact ? (
    <p className="sl-chain" data-chain="intact">
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d="M3 8.500l3.200 3.200L13 4.500" />
      </svg>
      <span>{trail.intact}</span>
    </p>
  ) : (
    <p className="sl-chain" data-chain="broken" role="alert">
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d="M8 1.500 15 14.500H1z" className="sl-chain-shape" />
        <path d="M8 6v4M8 11.700v1.300" className="form-problem-cut" />
      </svg>
      <span>{trail.broken}</span>
    </p>
  );
}
