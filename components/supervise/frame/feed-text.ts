import type { SourceView } from "../../../lib/metrics/snapshot-types";
import type { DeskLexicon } from "../../../lib/words/load/desk";
import type { SiteClock } from "../../shared/time/site-clock";
import { type Freshness, lastProofAtMs } from "../../shared/board/freshness";

/** How the feeds stand, in words. */
export type FeedText = { readonly live: boolean; readonly says: string };

export function feedTextOf(
  freshness: Freshness,
  sources: readonly SourceView[],
  clock: SiteClock,
  { supervise, formats }: Pick<DeskLexicon, "supervise" | "formats">,
): FeedText {
  const { feeds } = supervise;
  const away = sources.filter(({ state }) => state !== "live");
  if (freshness.kind === "stale") {
    const { sinceMs } = freshness;
    return { live: false, says: sinceMs === null ? feeds.noneYet : feeds.noneSince(clock.toSecond(sinceMs)) };
  }
  if (away.length === 0) return { live: true, says: feeds.live };
  const names = away.length === 1 ? `${away[0]?.id}` : feeds.sources(formats.count(away.length));
  const sinceMs = lastProofAtMs(away);
  return { live: false, says: sinceMs === null ? feeds.away(names) : feeds.awaySince(names, clock.toSecond(sinceMs)) };
}
