import { useEffect, useState } from "react";
import type { Answer } from "../../access/ask";
import { type Mark, markNow } from "../time/use-now";
import type { OpenNumber } from "./open-number";

export type Told<Value> = { readonly answer: Answer<Value>; readonly at: Mark };

/**
 * What was answered about the number that is shown at a place; known here only, and only while it is shown.
 * @param shownMs so long it stands there by itself
 * @returns null: nothing yet
 */
export function useTold<Value>(number: OpenNumber<Value>, place: string, shownMs: number): Told<Value> | null {
  const [told, setTold] = useState<Told<Value> | null>(null);
  useEffect(() => {
    let isThere = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    void number.answer()?.then((answer) => {
      if (!isThere) return;
      setTold({ answer, at: markNow() });
      timer = setTimeout(() => number.hide(place), shownMs);
    });
    return () => {
      isThere = false;
      clearTimeout(timer);
    };
  }, [number, place, shownMs]);
  return told;
}
