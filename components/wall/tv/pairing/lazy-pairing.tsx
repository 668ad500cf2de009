import { type ComponentType, type JSX, useEffect, useState } from "react";
import { reloadWhenServed } from "../../../board/reload-page";
import { useWallWords } from "../../../shared/speech/use-wall-words";

const RELOAD_AFTER_MS = 10_000;

/**
 * The pairing screen, which a screen that shows boards need not load. One that was let in months ago may find that the
 * server has another build by now: then the whole page is loaded anew.
 */
export function LazyPairing(): JSX.Element {
  const { wall } = useWallWords();
  const [loaded, setLoaded] = useState<{ readonly Screen: ComponentType } | null>(null);
  useEffect(() => {
    let left = false;
    let again: ReturnType<typeof setTimeout> | undefined;
    const reload = (): void => {
      if (left) return;
      void reloadWhenServed(() => undefined);
      again = setTimeout(reload, RELOAD_AFTER_MS);
    };
    import("./pairing-screen").then(
      ({ PairingScreen }) => {
        if (!left) setLoaded({ Screen: PairingScreen });
      },
      () => {
        again = setTimeout(reload, RELOAD_AFTER_MS);
      },
    );
    return () => {
      left = true;
      clearTimeout(again);
    };
  }, []);
  if (loaded !== null) return <loaded.Screen />;
  return (
    <main className="wall wall-empty">
      <h1>{wall.connecting}</h1>
    </main>
  );
}
