import { peopleWorking } from "../agent-glyph";
import type { BoardSnapshot, SourceView, TotalRow } from "../../../lib/metrics/snapshot-types";

/**
 * UN1: whether anything was ever told that the board's figures could rest on. Without, they are zeros out of nothing,
 * and `–` is shown.
 */
export const isHeard = ({ sources, total, queues }: Pick<BoardSnapshot, "sources" | "total" | "queues">): boolean =>
  isToldOf(total) || sources.some(wasProven) || queues.some(isToldOf);

/** The same of one queue, whose source may never have been heard while others are live. */
export const isRowHeard = (row: TotalRow, sources: readonly SourceView[]): boolean =>
  isToldOf(row) || sources.every(wasProven);

const isToldOf = ({ feed, today, waiting, agents }: TotalRow): boolean =>
  feed === "live" || today.offered > 0 || waiting > 0 || peopleWorking(agents) > 0;

const wasProven = ({ state, lastProofAtMs }: SourceView): boolean => state === "live" || lastProofAtMs !== null;
