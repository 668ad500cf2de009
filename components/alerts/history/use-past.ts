import { useCallback, useEffect, useRef, useState } from "react";
import type { AlertsPage } from "../../../lib/alerts/alert-api";
import type { PastAlert } from "../../../lib/alerts/alert-types";
import { ask } from "../../access/ask";
import { useListed } from "../../settings/parts/use-listed";
import { type Pages, shownPast } from "./past-pages";

const ADDRESS = "/api/v1/alerts?limit=30";
const EVERY_MS = 60_000;

export type Past = {
  /** The newest page; null: not told yet. */
  readonly page: AlertsPage | null;
  /** The newest end first. */
  readonly past: readonly PastAlert[];
  readonly hasOlder: boolean;
  readonly asking: boolean;
  readonly failed: boolean;
  readonly readOlder: () => Promise<void>;
};

/**
 * All that is not on the board: the newest of it is kept up to date, older pages come when they are asked for.
 * @param firing what fires, as text: with another, all else is another too
 */
export function usePast(firing: string): Past {
  const { value: page, failed, read } = useListed<AlertsPage>(ADDRESS, EVERY_MS);
  const [older, setOlder] = useState<Pages | null>(null);
  const [outcome, setOutcome] = useState({ asking: false, failed: false });
  const asking = useRef(false);
  const seen = useRef(firing);
  useEffect(() => {
    if (seen.current === firing) return;
    seen.current = firing;
    void read();
  }, [firing, read]);
  const next = older === null ? (page?.next ?? null) : older.next;

  const readOlder = useCallback(async (): Promise<void> => {
    if (next === null || asking.current) return;
    asking.current = true;
    setOutcome({ asking: true, failed: false });
    const answer = await ask<AlertsPage>("GET", `${ADDRESS}&after=${encodeURIComponent(next)}`);
    asking.current = false;
    setOutcome({ asking: false, failed: answer.kind !== "ok" });
    if (answer.kind !== "ok") return;
    const { past, next: nextOne } = answer.value;
    // The newest page may have moved on meanwhile; what it no longer holds stays here.
    setOlder((before) => ({ past: [...(before?.past ?? page?.past ?? []), ...past], next: nextOne }));
  }, [next, page]);
  return {
    page,
    past: shownPast(page?.past ?? [], older),
    hasOlder: next !== null,
    asking: outcome.asking,
    failed: failed !== null || outcome.failed,
    readOlder,
  };
}
