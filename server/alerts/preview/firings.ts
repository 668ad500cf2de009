import type { PreviewFiring } from "../../../lib/alerts/alert-api";
import type { AlertChange } from "../../../lib/alerts/state/alert-row";

/** Collects what fires between two instants, and when it ends. */
export function createFirings(fromMs: number, toMs: number) {
  const found = new Map<string, PreviewFiring>();
  return {
    take: (changes: readonly AlertChange[]): void => {
      for (const change of changes) {
        const { id, firedAtMs, subjectName, muted } = change.alert;
        if (firedAtMs < fromMs || firedAtMs >= toMs) continue;
        const resolvedAtMs = change.kind === "resolved" ? change.past.resolvedAtMs : null;
        found.set(id, { subjectName, firedAtMs, resolvedAtMs, muted });
      }
    },
    all: (): readonly PreviewFiring[] => [...found.values()],
  };
}
