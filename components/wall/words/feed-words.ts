import type { SourceView } from "../../../lib/metrics/snapshot-types";
import type { SiteClock } from "../../shared/site-clock";
import { type Freshness, lastProofAtMs } from "../frame/freshness";

/** How the feeds stand, in words; null: all is live, nothing is said. */
export function feedWords(freshness: Freshness, sources: readonly SourceView[], clock: SiteClock): string | null {
  const away = sources.filter(({ state }) => state !== "live");
  if (freshness.kind === "stale") {
    if (freshness.sinceMs !== null) return `No live data ${sinceWords(freshness.sinceMs, clock)}`;
    return away.some(({ state }) => state === "connecting" || state === "syncing") ? "Connecting" : "No live data yet";
  }
  if (away.length === 0) return null;
  return `No data from ${namesOf(away)} ${sinceWords(lastProofAtMs(away), clock)}`;
}

/** What the figures on a stale wall are, and what is awaited. */
export function staleWords(freshness: Freshness, sources: readonly SourceView[], clock: SiteClock): string {
  const asOf = `Figures as of ${clock.toSecond(freshness.nowMs)}`;
  if (freshness.kind === "stale" && freshness.cause === "board") return `${asOf}, reconnecting to the server`;
  return `${asOf}, waiting for ${namesOf(sources.filter(({ state }) => state !== "live"))}`;
}

const namesOf = (away: readonly SourceView[]): string =>
  away.length === 1 ? `${away[0]?.id}` : `${away.length} sources`;

const sinceWords = (sinceMs: number | null, clock: SiteClock): string =>
  sinceMs === null ? "yet" : `since ${clock.toSecond(sinceMs)}`;
