import { useEffect, useSyncExternalStore } from "react";

/** What a reader chose; `system` follows the device. */
export type ThemeChoice = "system" | "light" | "dark";
export const THEME_CHOICES: readonly ThemeChoice[] = ["system", "light", "dark"];

const STORED_AS = "pickup.theme";
const listeners = new Set<() => void>();
/** For as long as this page is open, where nothing can be stored. */
let unstored: ThemeChoice | null = null;

const isChoice = (text: string | null): text is ThemeChoice => THEME_CHOICES.some((choice) => choice === text);

function stored(): ThemeChoice {
  try {
    const text = localStorage.getItem(STORED_AS);
    return isChoice(text) ? text : (unstored ?? "system");
  } catch {
    return unstored ?? "system";
  }
}

function choose(choice: ThemeChoice): void {
  unstored = choice;
  try {
    localStorage.setItem(STORED_AS, choice);
  } catch {
    // A browser that keeps nothing still shows it until the page is left.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  globalThis.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    globalThis.removeEventListener("storage", listener);
  };
}

/** The reader's theme, kept by this browser for all pages but the wall, and put on the page. */
export function useTheme(): { readonly theme: ThemeChoice; readonly setTheme: (choice: ThemeChoice) => void } {
  const theme = useSyncExternalStore(subscribe, stored, () => "system" as const);
  useEffect(() => {
    const page = document.documentElement;
    const before = page.getAttribute("data-theme");
    page.setAttribute("data-theme", theme);
    return () => {
      if (before === null) page.removeAttribute("data-theme");
      else page.setAttribute("data-theme", before);
    };
  }, [theme]);
  return { theme, setTheme: choose };
}
