import { useEffect, useState } from "react";

const AGAIN_AFTER_MS = 10_000;

/**
 * What most screens never need: loaded once it is wanted, tried again while it cannot be.
 * @param load always the same function
 * @returns null: not wanted yet, or on its way
 */
export function useLazily<Part>(wanted: boolean, load: () => Promise<Part>): Part | null {
  const [part, setPart] = useState<Part | null>(null);
  const missing = wanted && part === null;
  useEffect(() => {
    if (!missing) return;
    let again: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    const tryIt = (): void => {
      load().then(
        (loaded) => {
          if (!left) setPart(loaded);
        },
        () => {
          if (!left) again = setTimeout(tryIt, AGAIN_AFTER_MS);
        },
      );
    };
    tryIt();
    return () => {
      left = true;
      clearTimeout(again);
    };
  }, [missing, load]);
  return part;
}
