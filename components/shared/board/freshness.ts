import type { SourceView } from "../../../lib/metrics/snapshot-types";
import { STALE_AFTER_MS } from "../../../lib/wire/protocol";
import type { BoardState } from "../../board/board-state";
import { elapsedMs, type Mark } from "../time/use-now";

/**
 * What the figures on the wall are worth (UN1, UN3). `nowMs` is the instant they tick by: the server's while live,
 * the last that was proven while stale.
 */
export type Freshness =
  | { readonly kind: "live"; readonly nowMs: number }
  | {
      readonly kind: "stale";
      readonly nowMs: number;
      /** null: nothing was ever heard. */
      readonly sinceMs: number | null;
      readonly cause: "board" | "sources";
    };

/** @returns null: there is no board to show yet */
export function freshnessOf(board: Pick<BoardState, "snapshot" | "heardAt" | "aheadMs">, now: Mark): Freshness | null {
  const { snapshot, heardAt, aheadMs } = board;
  if (snapshot === null || heardAt === null || aheadMs === null) return null;
  if (elapsedMs(heardAt, now) > STALE_AFTER_MS) {
    const sinceMs = heardAt.wallMs + aheadMs;
    return { kind: "stale", nowMs: sinceMs, sinceMs, cause: "board" };
  }
  const anyLive = snapshot.queues.some((row) => row.feed === "live");
  if (snapshot.total.feed !== "live" && !anyLive) {
    const sinceMs = lastProofAtMs(snapshot.sources);
    return { kind: "stale", nowMs: sinceMs ?? snapshot.asOfMs, sinceMs, cause: "sources" };
  }
  return { kind: "live", nowMs: now.wallMs + aheadMs };
}

/** The latest proof of those sources that are not live now; null: none of them ever was. */
export function lastProofAtMs(sources: readonly SourceView[]): number | null {
  const proofs = sources.flatMap((source) => (source.state === "live" ? [] : (source.lastProofAtMs ?? [])));
  return proofs.length === 0 ? null : Math.max(...proofs);
}
