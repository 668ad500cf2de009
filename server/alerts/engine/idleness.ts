import type { AlertBook } from "../../../lib/alerts/alert-book";
import type { AlertRule } from "../../../lib/alerts/alert-rule";
import type { Silence } from "../../../lib/alerts/state/silence";
import type { Fold } from "../../../lib/metrics/fold-state";
import type { SourceView } from "../../../lib/metrics/snapshot-types";

type Seen = {
  readonly fold: Fold;
  readonly sources: readonly SourceView[];
  readonly rules: readonly AlertRule[];
  readonly silences: readonly Silence[];
};

/** Whether looking again would show what was seen before. */
export type Idleness = { readonly isIdle: (book: AlertBook, seen: Seen) => boolean };

/**
 * AL45: nothing holds, nobody waits, and since it was last looked nothing happened, nothing slid and no rule was
 * changed. Only how long somebody is paused grows without anything happening.
 */
export function createIdleness(): Idleness {
  let last = "";
  let lastRules: readonly AlertRule[] | null = null;
  return {
    isIdle: (book, { fold, sources, rules }) => {
      const now = `${fold.version} ${sources.map(({ id, state, lastProofAtMs }) => [id, state, lastProofAtMs === null]).join()}`;
      const isSame = now === last && rules === lastRules;
      last = now;
      lastRules = rules;
      return isSame && book.watches.size === 0 && !somebodyWaits(fold) && !rules.some(growsByItself);
    },
  };
}

const somebodyWaits = (fold: Fold): boolean => [...fold.queues.values()].some(({ waiting }) => waiting.size > 0);

function growsByItself({ condition, enabled }: AlertRule): boolean {
  const all = condition.kind === "all-of" ? condition.conditions : [condition];
  return enabled && all.some(({ kind }) => kind === "paused-too-long");
}
