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

/**
 * What the figures on a stale wall are, and what is awaited.
 * @param heard false: there are none yet
 */
export function staleWords(
  freshness: Freshness,
  sources: readonly SourceView[],
  heard: boolean,
  clock: SiteClock,
): string {
  const figures = heard ? figuresWords(freshness, clock) : "No figures yet";
  if (freshness.kind === "stale" && freshness.cause === "board") return `${figures}, reconnecting to the server`;
  return `${figures}, waiting for ${namesOf(sources.filter(({ state }) => state !== "live"))}`;
}

/** Figures from before a restart are of no known instant. */
const figuresWords = (freshness: Freshness, clock: SiteClock): string =>
  freshness.kind === "stale" && freshness.sinceMs === null
    ? "Figures from before"
    : `Figures as of ${clock.toSecond(freshness.nowMs)}`;

const namesOf = (away: readonly SourceView[]): string =>
  away.length === 1 ? `${away[0]?.id}` : `${away.length} sources`;

const sinceWords = (sinceMs: number | null, clock: SiteClock): string =>
  sinceMs === null ? "yet" : `since ${clock.toSecond(sinceMs)}`;
