import type { SourceView } from "../../../lib/metrics/snapshot-types";
import type { SiteClock } from "../../shared/site-clock";
import { type Freshness, lastProofAtMs } from "./freshness";

/** How the feeds stand, in words; null: all is live, nothing is said. */
export function feedWords(freshness: Freshness, sources: readonly SourceView[], clock: SiteClock): string | null {
  if (freshness.kind === "stale") return staleWords(freshness, sources, clock);
  const away = sources.filter(({ state }) => state !== "live");
  if (away.length === 0) return null;
  return `${awayWords(away)} ${sinceWords(lastProofAtMs(away), clock)}`;
}

function staleWords(
  { sinceMs, cause }: Extract<Freshness, { kind: "stale" }>,
  sources: readonly SourceView[],
  clock: SiteClock,
): string {
  if (sinceMs !== null) return `No live data ${sinceWords(sinceMs, clock)}`;
  const starting = sources.find(({ state }) => state === "connecting" || state === "syncing");
  return cause === "sources" && starting !== undefined ? `Connecting to ${starting.id}` : "No live data yet";
}

const awayWords = (away: readonly SourceView[]): string =>
  away.length === 1 ? `No live data from ${away[0]?.id}` : `No live data from ${away.length} sources`;

const sinceWords = (sinceMs: number | null, clock: SiteClock): string =>
  sinceMs === null ? "yet" : `since ${clock.toSecond(sinceMs)}`;
