import { useEffect, useState } from "react";
import type { PairingState, PairingView } from "../../../../lib/access/access-types";
import { ask } from "../../../access/ask";
import { askAgain } from "../../../access/me-store";
import { markNow } from "../../../shared/time/use-now";
import { followPairing, type Pairing } from "./follow-pairing";
import { readKeptCode, writeKeptCode } from "./kept-code";

const ASKING: Pairing = { kind: "waiting", code: null, trouble: null };

/** Wants to be let in for as long as it stands there. */
export function usePairing(): Pairing {
  const [pairing, setPairing] = useState(ASKING);
  useEffect(() => {
    const left = new AbortController();
    const { signal } = left;
    void followPairing({
      offer: () => ask<PairingView>("POST", "/api/v1/pairings"),
      claim: () => ask<PairingState>("POST", "/api/v1/pairings/claim"),
      nowMs,
      kept: { read: () => readKeptCode(nowMs()), write: writeKeptCode },
      pause: (ms) => pauseAndBeSeen(ms, signal),
      random: () => Math.random(),
      tell: (next) => setPairing((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next)),
      letIn: askAgain,
      stopped: () => signal.aborted,
    });
    return () => left.abort();
  }, []);
  return pairing;
}

const nowMs = (): number => markNow().wallMs;

/** Resolves after so long, once the page is seen; at once when it is left. */
async function pauseAndBeSeen(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
  if (signal.aborted || document.visibilityState !== "hidden") return;
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (!signal.aborted && document.visibilityState === "hidden") return;
      document.removeEventListener("visibilitychange", look);
      resolve();
    };
    document.addEventListener("visibilitychange", look);
    signal.addEventListener("abort", look);
  });
}
