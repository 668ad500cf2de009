import { useEffect } from "react";

/** Keeps the screen awake where the browser can: over https, and in newer ones. Elsewhere nothing happens. */
export function useWakeLock(): void {
  useEffect(() => {
    if (!("wakeLock" in navigator)) return;
    let lock: WakeLockSentinel | null = null;
    let stopped = false;
    const hold = async (): Promise<void> => {
      if (document.visibilityState !== "visible") return;
      try {
        const held = await navigator.wakeLock.request("screen");
        if (stopped) await held.release();
        else lock = held;
      } catch {
        // Refused, by a low battery for one: the next time the page is seen it asks again.
      }
    };
    const onVisible = (): void => void hold();
    document.addEventListener("visibilitychange", onVisible);
    void hold();
    return () => {
      stopped = true;
      document.removeEventListener("visibilitychange", onVisible);
      void lock?.release().catch(() => undefined);
    };
  }, []);
}
