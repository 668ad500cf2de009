import type { BoardFigure } from "../../../lib/config";
import type { BoardSnapshot } from "../../../lib/metrics/snapshot-types";
import type { WallLexicon } from "../../../lib/words/load/wall";
import type { RankedRow } from "../../shared/board/rank-rows";
import type { ContentInput, Longest, TileContent } from "./content";
import { contentOf } from "./content-of";

type Input = Pick<ContentInput, "heard" | "judged"> & {
  readonly snapshot: BoardSnapshot;
  readonly rows: readonly RankedRow[];
};

/** What each of the board's figures says, in their order. */
export function contentsOf(
  { snapshot, rows, heard, judged }: Input,
  words: WallLexicon,
): ReadonlyMap<BoardFigure, TileContent> {
  const { total, look, queues } = snapshot;
  const { thresholdMs } = total.target;
  const input: ContentInput = {
    ...snapshot,
    heard,
    judged,
    longest: longestOf(snapshot, rows),
    thresholdMs: queues.every(({ target }) => target.thresholdMs === thresholdMs) ? thresholdMs : null,
  };
  return new Map(look.figures.map((figure) => [figure, contentOf(figure, input, words)]));
}

function longestOf({ total }: BoardSnapshot, rows: readonly RankedRow[]): Longest | null {
  const oldest = rows.find(({ row }) => row.waiting > 0 && row.oldestOfferedAtMs === total.oldestOfferedAtMs);
  if (oldest === undefined || oldest.waitMs === null) return null;
  return { waitMs: oldest.waitMs, queueName: oldest.row.name, judgement: oldest.wait };
}
