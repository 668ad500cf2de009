import { useEffect, useState } from "react";
import type { NewAlertRule, RulePreview } from "../../../../lib/alerts/alert-api";
import { type Answer, ask } from "../../../access/ask";
import type { Refusal } from "../../parts/use-listed";

export type PreviewState = {
  /** What was told last, of whatever rule; null: nothing yet. */
  readonly told: RulePreview | null;
  readonly standing: "incomplete" | "reading" | "told" | "failed";
  /** Why; null: it did not. */
  readonly failed: Refusal | null;
  readonly again: () => void;
};

/** So long nothing is typed before the server is asked. */
const QUIET_MS = 600;
/** Two days of a large centre are read again. */
const WITHIN_MS = 90_000;
const BUSY_AGAIN_MS = 2_000;
const BUSY = 429;

/** Asked again it is another one. */
type Question = { readonly rule: NewAlertRule; readonly tries: number };
type Kept<Value> = { readonly key: string; readonly value: Value };

/** AL82: what a rule would have done yesterday. @param rule null: it cannot be asked for yet */
export function usePreview(rule: NewAlertRule | null): PreviewState {
  const [told, setTold] = useState<Kept<RulePreview> | null>(null);
  const [failed, setFailed] = useState<Kept<Refusal> | null>(null);
  const [tries, setTries] = useState(0);
  const key = rule === null ? null : JSON.stringify({ rule, tries } satisfies Question);
  useEffect(() => {
    if (key === null) return;
    let wanted = true;
    let timer: ReturnType<typeof setTimeout>;
    const take = (answer: Answer<RulePreview>): void => {
      if (!wanted) return;
      if (answer.kind === "ok") return setTold({ key, value: answer.value });
      // One is made at a time, and the one before this may still be under way.
      if (answer.kind === "refused" && answer.status === BUSY)
        timer = setTimeout(look, answer.retryAfterMs ?? BUSY_AGAIN_MS);
      else setFailed({ key, value: answer });
    };
    const look = (): void =>
      void ask<RulePreview>(
        "POST",
        "/api/v1/alert-rules/preview",
        { rule: (JSON.parse(key) as Question).rule },
        WITHIN_MS,
      ).then(take);
    timer = setTimeout(look, QUIET_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [key]);
  return {
    told: told?.value ?? null,
    standing: standingOf(key, told, failed),
    failed: failed?.value ?? null,
    again: () => setTries(tries + 1),
  };
}

function standingOf(
  key: string | null,
  told: Kept<unknown> | null,
  failed: Kept<unknown> | null,
): PreviewState["standing"] {
  if (key === null) return "incomplete";
  if (failed?.key === key) return "failed";
  return told?.key === key ? "told" : "reading";
}
