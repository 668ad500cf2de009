import { betterAheadMs } from "../board/server-time";
import { markNow } from "../shared/time/use-now";

let aheadMs: number | null = null;

/**
 * Of every answer to this page: where there is no board whose beats tell the time, the answers do.
 * @param date the header's, in whole seconds; null: it has none
 */
export function noteDate(date: string | null): void {
  const serverMs = Date.parse(date ?? "");
  if (!Number.isNaN(serverMs)) aheadMs = betterAheadMs(aheadMs, serverMs, markNow().wallMs);
}

/** The server's clock to within some two seconds, however wrong this device's is; epoch ms. */
export const serverNowMs = (): number => markNow().wallMs + (aheadMs ?? 0);
