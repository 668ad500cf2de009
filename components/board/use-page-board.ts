import { useEffect } from "react";
import type { BoardSnapshot } from "../../lib/metrics/snapshot-types";
import type { BoardId } from "../../lib/vocabulary";
import { type Freshness, freshnessOf } from "../shared/board/freshness";
import { type Mark, useNow } from "../shared/time/use-now";
import { isInUse } from "./in-use";
import { useBoard } from "./use-board";
import { useReloadWhenQuiet } from "./use-reload-when-quiet";

/** All that a page draws of its board. */
export type BoardThere = {
  readonly snapshot: BoardSnapshot;
  /** Whether the board's own connection stands. */
  readonly connected: boolean;
  readonly freshness: Freshness;
  readonly now: Mark;
  /** Server's time, for the clock; it goes on when the figures stop. */
  readonly nowMs: number;
  /** Server's clock minus this device's. */
  readonly aheadMs: number;
};

/** A board on a page that somebody works with. */
export type PageBoard =
  | { readonly kind: "refused"; readonly problem: string; readonly lost: boolean }
  /** `lost`: it was connected, or could not be. */
  | { readonly kind: "awaited"; readonly lost: boolean }
  | ({ readonly kind: "there" } & BoardThere);

/**
 * A board at the pace of whoever works with it; the page has its name and the site's, and is loaded anew once the
 * server is another and nobody minds.
 * @param pageName as it stands in the navigation
 */
export function usePageBoard(boardId: BoardId, pageName: string): PageBoard {
  const board = useBoard(boardId, "laptop");
  const now = useNow();
  const { snapshot, problem, connection, aheadMs } = board;
  const siteName = snapshot?.site.name;
  useEffect(() => {
    document.title = [pageName, siteName, "Pickup"].filter((each) => each !== undefined).join(" · ");
  }, [pageName, siteName]);
  useReloadWhenQuiet(isInUse);
  const lost = connection === "lost";
  if (problem !== null) return { kind: "refused", problem, lost };
  const freshness = now === null ? null : freshnessOf(board, now);
  if (now === null || freshness === null || snapshot === null || aheadMs === null) return { kind: "awaited", lost };
  const connected = connection === "connected";
  return { kind: "there", snapshot, connected, freshness, now, nowMs: now.wallMs + aheadMs, aheadMs };
}
