import { useEffect } from "react";
import { useBoardStore } from "./board-store";

const LOOK_EVERY_MS = 5_000;
/** A hall that is never quiet is not left with an old page for ever. */
const LOOKS_AT_MOST = 120;
const SPREAD_MS = 20_000;
const RELOADED_FOR = "pickup.reloaded-for";

/** Loads the page anew after the server was updated, once nobody waits, not all screens in the same instant. */
export function useReloadWhenQuiet(): void {
  const outdated = useBoardStore((store) => store.board.outdated);
  useEffect(() => {
    if (!outdated) return;
    let looks = 0;
    let timer = setTimeout(look, Math.random() * SPREAD_MS);
    function look(): void {
      const { snapshot, lastBeat } = useBoardStore.getState().board;
      looks += 1;
      if ((snapshot?.total.waiting ?? 0) === 0 || looks > LOOKS_AT_MOST) void reloadOnce(`${lastBeat?.build}`);
      timer = setTimeout(look, LOOK_EVERY_MS);
    }
    return () => clearTimeout(timer);
  }, [outdated]);
}

/** Once for each build: a page that stays old however often it is loaded must not load itself for ever. */
async function reloadOnce(build: string): Promise<void> {
  if (sessionStorage.getItem(RELOADED_FOR) === build) return;
  try {
    const answer = await fetch(globalThis.location.href, { cache: "no-store" });
    if (!answer.ok) return;
  } catch {
    return;
  }
  sessionStorage.setItem(RELOADED_FOR, build);
  globalThis.location.reload();
}
