import { useEffect } from "react";

/** Where a sign is a sign. */
const TYPED_IN = "input:not([type=radio]):not([type=checkbox]), select, textarea, [contenteditable], dialog[open]";

/** `?` opens the list of keys, wherever the focus is. */
export function useHelpKey(single: boolean, help: () => void): void {
  useEffect(() => {
    if (!single) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.key !== "?") return;
      if (event.target instanceof Element && event.target.closest(TYPED_IN) !== null) return;
      help();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [single, help]);
}
