import { useEffect } from "react";
import { useBoardStore } from "../../board/board-store";
import { reloadWhenServed } from "../../board/reload-page";
import { markNow } from "../../shared/use-now";
import { isSilent } from "./watchdog";

const LOOK_EVERY_MS = 10_000;
const RELOADED = "pickup.reloaded-in-silence";

/**
 * Loads a page anew that has heard nothing for two minutes although the server answers. Once: when that did not help,
 * it is not done again before something was heard.
 */
export function useWatchdog(): void {
  useEffect(() => {
    const startedAt = markNow();
    const look = async (): Promise<void> => {
      const heard = [...useBoardStore.getState().boards.values()].map(({ heardAt }) => heardAt);
      if (heard.some((mark) => mark !== null)) sessionStorage.removeItem(RELOADED);
      if (!isSilent(heard, startedAt, markNow()) || !navigator.onLine) return;
      if (sessionStorage.getItem(RELOADED) !== null || !(await serverLives())) return;
      await reloadWhenServed(() => sessionStorage.setItem(RELOADED, "yes"));
    };
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
}

async function serverLives(): Promise<boolean> {
  try {
    return (await fetch("/healthz", { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}
