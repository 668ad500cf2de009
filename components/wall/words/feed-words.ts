import type { SourceView } from "../../../lib/metrics/snapshot-types";
import type { WallLexicon } from "../../../lib/words/load/wall";
import type { SiteClock } from "../../shared/time/site-clock";
import { type Freshness, lastProofAtMs } from "../../shared/board/freshness";

/** How the feeds stand, in wordings from long to short; null: all is live, nothing is said. */
export function feedWords(
  freshness: Freshness,
  sources: readonly SourceView[],
  clock: SiteClock,
  { wall, formats }: WallLexicon,
): readonly string[] | null {
  const away = sources.filter(({ state }) => state !== "live");
  if (freshness.kind === "stale") {
    if (freshness.sinceMs !== null) return [wall.noLiveDataSince(clock.toSecond(freshness.sinceMs)), wall.noLiveData];
    const isComing = away.some(({ state }) => state === "connecting" || state === "syncing");
    return [isComing ? wall.connecting : wall.noLiveDataYet];
  }
  if (away.length === 0) return null;
  return [sourceWords(away, clock, { wall, formats }), wall.noLiveData];
}

type Said = Pick<WallLexicon, "wall" | "formats">;

function sourceWords(away: readonly SourceView[], clock: SiteClock, { wall, formats }: Said): string {
  const sinceMs = lastProofAtMs(away);
  const name = away.length === 1 ? `${away[0]?.id}` : wall.sources(formats.count(away.length));
  return sinceMs === null ? wall.noDataYet(name) : wall.noDataSince(name, clock.toSecond(sinceMs));
}

/**
 * What the figures on a stale wall are, and what is awaited; in wordings from long to short.
 * @param heard false: there are none yet
 */
export function staleWords(
  freshness: Freshness,
  sources: readonly SourceView[],
  heard: boolean,
  clock: SiteClock,
  { wall, formats }: WallLexicon,
): readonly string[] {
  const figures = heard ? figuresWords(freshness, clock, wall) : wall.noFiguresYet;
  if (freshness.kind === "stale" && freshness.cause === "board") return [wall.reconnecting(figures), figures];
  const away = sources.filter(({ state }) => state !== "live");
  const name = away.length === 1 ? `${away[0]?.id}` : wall.sources(formats.count(away.length));
  return [wall.waitingFor(figures, name), figures];
}

/** Figures from before a restart are of no known instant. */
const figuresWords = (freshness: Freshness, clock: SiteClock, wall: WallLexicon["wall"]): string =>
  freshness.kind === "stale" && freshness.sinceMs === null
    ? wall.figuresFromBefore
    : wall.figuresAsOf(clock.toSecond(freshness.nowMs));
