import { useEffect, useState } from "react";
import { type Mark, markNow } from "../../shared/time/use-now";
import { isDim } from "./dimming";

/** Whether the picture is dimmed; a key or a touch brings it back for a while. */
export function useDim(mayDim: boolean, now: Mark | null): boolean {
  const [quietSince, setQuietSince] = useState<Mark | null>(null);
  const [wokenAt, setWokenAt] = useState<Mark | null>(null);
  if (now !== null && mayDim !== (quietSince !== null)) setQuietSince(mayDim ? now : null);
  useEffect(() => {
    const wake = (): void => setWokenAt(markNow());
    globalThis.addEventListener("keydown", wake);
    globalThis.addEventListener("pointerdown", wake);
    return () => {
      globalThis.removeEventListener("keydown", wake);
      globalThis.removeEventListener("pointerdown", wake);
    };
  }, []);
  return now !== null && isDim(quietSince, wokenAt, now);
}
