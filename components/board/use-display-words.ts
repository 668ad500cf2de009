import { useEffect, useState } from "react";
import { onDisplayWord } from "./display-words";
import { reloadWhenServed } from "./reload-page";

const LONGEST_MS = 60_000;

/** Loads the page anew when the server tells this television to. */
export function useReloadWhenTold(): void {
  useEffect(() => {
    let reloading = false;
    return onDisplayWord(({ kind }) => {
      if (kind !== "reload" || reloading) return;
      reloading = true;
      void reloadWhenServed(() => undefined).finally(() => {
        reloading = false;
      });
    });
  }, []);
}

/** The name of this television while it shall show it; null otherwise. */
export function useNameToShow(): string | null {
  const [name, setName] = useState<string | null>(null);
  useEffect(() => {
    let over: ReturnType<typeof setTimeout> | undefined;
    const leave = onDisplayWord((word) => {
      if (word.kind !== "identify") return;
      clearTimeout(over);
      setName(word.name);
      over = setTimeout(() => setName(null), Math.min(word.forMs, LONGEST_MS));
    });
    return () => {
      clearTimeout(over);
      leave();
    };
  }, []);
  return name;
}
