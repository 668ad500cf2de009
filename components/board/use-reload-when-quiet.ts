import { useEffect } from "react";
import { useBoardStore } from "./board-store";
import { keepNote, readNote } from "./reload-notes";
import { reloadWhenServed } from "./reload-page";

const LOOK_EVERY_MS = 5_000;
/** A hall that is never quiet is not left with an old page for ever. */
const LOOKS_AT_MOST = 120;
const SPREAD_MS = 20_000;
const RELOADED_FOR = "pickup.reloaded-for";

const never = (): boolean => false;

/**
 * Loads the page anew after the server was updated, once nobody waits, not all screens in the same instant.
 * @param isInUse true: somebody works with the page, which stays as it is; always the same function
 */
export function useReloadWhenQuiet(isInUse: () => boolean = never): void {
  const outdated = useBoardStore(({ boards }) => [...boards.values()].some((board) => board.outdated));
  useEffect(() => {
    if (!outdated) return;
    let looks = 0;
    let timer = setTimeout(look, Math.random() * SPREAD_MS);
    function look(): void {
      const boards = [...useBoardStore.getState().boards.values()];
      const quiet = boards.every(({ snapshot }) => (snapshot?.total.waiting ?? 0) === 0);
      const build = boards.find((board) => board.outdated)?.lastBeat?.build;
      looks += 1;
      if (!isInUse() && (quiet || looks > LOOKS_AT_MOST)) void reloadOnce(`${build}`);
      timer = setTimeout(look, LOOK_EVERY_MS);
    }
    return () => clearTimeout(timer);
  }, [outdated, isInUse]);
}

/** Once for each build: a page that stays old however often it is loaded must not load itself for ever. */
async function reloadOnce(build: string): Promise<void> {
  if (readNote(RELOADED_FOR) === build) return;
  await reloadWhenServed(() => keepNote(RELOADED_FOR, build));
}
