import { useEffect } from "react";
import { useBoardStore } from "../../board/board-store";
import { dropNote, keepNote, readNote } from "../../board/reload-notes";
import { reloadWhenServed } from "../../board/reload-page";
import { markNow } from "../../shared/time/use-now";
import { countSilence, LOOK_EVERY_MS, SILENT_LOOKS } from "./watchdog";

const RELOADED = "pickup.reloaded-in-silence";

/**
 * Loads a page anew that has heard nothing for two minutes although the server answers. Once: when that did not help,
 * it is not done again before something was heard.
 */
export function useWatchdog(): void {
  useEffect(() => {
    let silentLooks = 0;
    const look = async (): Promise<void> => {
      const heard = [...useBoardStore.getState().boards.values()].map(({ heardAt }) => heardAt);
      silentLooks = countSilence(silentLooks, heard, markNow());
      if (silentLooks === 0) dropNote(RELOADED);
      if (silentLooks < SILENT_LOOKS || !navigator.onLine || readNote(RELOADED) !== null) return;
      if (await serverLives()) await reloadWhenServed(() => keepNote(RELOADED, "yes"));
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
