import { type Mark, markNow } from "./use-now";

/** An answer that was longer on its way says little of the time. */
const PROMPT_MS = 2_000;
/** A header is cut to whole seconds: on average half of one is lost. */
const CUT_MS = 500;

let aheadMs: number | null = null;

/**
 * Where there is no board whose beats tell the time, answers do.
 * @param date the header's; null: it has none
 */
export function noteDate(date: string | null, askedAt: Mark): void {
  const serverMs = Date.parse(date ?? "");
  const tookMs = markNow().steadyMs - askedAt.steadyMs;
  if (Number.isNaN(serverMs) || (aheadMs !== null && tookMs > PROMPT_MS)) return;
  aheadMs = Math.round(serverMs + CUT_MS - (askedAt.wallMs + tookMs / 2));
}

/** The server's clock as the last prompt answer told it, to within two seconds; epoch ms. */
export const serverNowMs = (): number => markNow().wallMs + (aheadMs ?? 0);
