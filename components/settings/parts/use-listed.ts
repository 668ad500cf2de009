import { useCallback, useEffect, useRef, useState } from "react";
import { type Answer, ask } from "../../access/ask";

export type Refusal = Exclude<Answer<unknown>, { readonly kind: "ok" }>;

export type Listed<Value> = {
  /** What was told last; null: nothing yet. */
  readonly value: Value | null;
  /** Why the last question had no answer; null: it had one. */
  readonly failed: Refusal | null;
  /** Asks anew. */
  readonly read: () => Promise<void>;
};

const AGAIN_AFTER_MS = 5_000;

/**
 * What stands at an address, asked for again where it does not answer, and when the reader comes back to the page.
 * @param everyMs asked for again so often; null: only when something happened
 */
export function useListed<Value>(address: string, everyMs: number | null): Listed<Value> {
  const [value, setValue] = useState<Value | null>(null);
  const [failed, setFailed] = useState<Refusal | null>(null);
  const asked = useRef(0);
  const read = useCallback(async (): Promise<void> => {
    const mine = (asked.current += 1);
    const answer = await ask<Value>("GET", address);
    // What was asked for later is newer, whichever answer comes first.
    if (mine !== asked.current) return;
    if (answer.kind === "ok") setValue(answer.value);
    setFailed(answer.kind === "ok" ? null : answer);
  }, [address]);
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === "visible") void read();
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => {
      asked.current += 1;
      document.removeEventListener("visibilitychange", look);
    };
  }, [read]);
  const againAfterMs = failed === null ? everyMs : AGAIN_AFTER_MS;
  useEffect(() => {
    if (againAfterMs === null) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") void read();
    }, againAfterMs);
    return () => clearInterval(timer);
  }, [read, againAfterMs]);
  return { value, failed, read };
}
