import { PROOF_LASTS_MS } from "../../lib/metrics/advance";
import type { FeedState, SourceStatus } from "../../lib/metrics/snapshot-types";
import type { SourceDetail } from "../../lib/metrics/source-detail";
import type { SourceId } from "../../lib/vocabulary";

type ToldState = Exclude<FeedState, "stale">;
type Feed = {
  readonly id: SourceId;
  readonly kind: string;
  told: ToldState;
  detail: SourceDetail;
  lastProofAtMs: number | null;
  lastEventAtMs: number | null;
};

/** How each source stands: what it says of itself, weighed against when it last proved it (UN2, UN3). */
export type Feeds = {
  readonly add: (id: SourceId, kind: string) => void;
  readonly tell: (id: SourceId, state: ToldState, detail: SourceDetail) => void;
  readonly prove: (id: SourceId, atMs: number) => void;
  readonly hear: (id: SourceId, atMs: number) => void;
  readonly statuses: (nowMs: number) => readonly SourceStatus[];
};

export function createFeeds(): Feeds {
  const feeds = new Map<SourceId, Feed>();
  const change = (id: SourceId, how: (feed: Feed) => void): void => {
    const feed = feeds.get(id);
    if (feed !== undefined) how(feed);
  };
  return {
    add: (id, kind) => {
      feeds.set(id, { id, kind, told: "connecting", detail: "", lastProofAtMs: null, lastEventAtMs: null });
    },
    tell: (id, state, detail) =>
      change(id, (feed) => {
        feed.told = state;
        feed.detail = detail;
      }),
    prove: (id, atMs) =>
      change(id, (feed) => {
        feed.lastProofAtMs = later(feed.lastProofAtMs, atMs);
      }),
    hear: (id, atMs) =>
      change(id, (feed) => {
        feed.lastEventAtMs = later(feed.lastEventAtMs, atMs);
      }),
    statuses: (nowMs) =>
      [...feeds.values()].map(({ told, ...feed }) => ({ ...feed, state: weighed(told, feed.lastProofAtMs, nowMs) })),
  };
}

const later = (a: number | null, b: number): number => (a === null ? b : Math.max(a, b));

/** A source that was proven and no longer is, is stale, whatever it is doing about it. */
function weighed(told: ToldState, lastProofAtMs: number | null, nowMs: number): FeedState {
  if (told === "down" || lastProofAtMs === null) return told;
  return nowMs - lastProofAtMs > PROOF_LASTS_MS ? "stale" : told;
}
