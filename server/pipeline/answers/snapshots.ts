import type { AlertView } from "../../../lib/alerts/alert-types";
import type { BoardConfig } from "../../../lib/config";
import type { Revision } from "../../../lib/events";
import type { Fold } from "../../../lib/metrics/fold-state";
import { buildSnapshot, createRowCache, type RowCache } from "../../../lib/metrics/snapshot";
import type { BoardSnapshot, SourceView } from "../../../lib/metrics/snapshot-types";
import { boardAsSeen } from "../../access/sight";

/** Team leads see narrowed boards, each of its own: so many beyond the configured ones are kept from being built anew. */
const MOST_NARROWED = 100;

export type SnapshotsParts = {
  readonly fold: Fold;
  readonly revision: () => Revision;
  readonly sources: () => readonly SourceView[];
  /** All that fires. */
  readonly alerts: () => readonly AlertView[];
  readonly alertsUndelivered: () => boolean;
};

/** Boards as of now, each built at most once a revision. */
export type Snapshots = (board: BoardConfig) => BoardSnapshot;

type Built = { snapshot: BoardSnapshot | null; readonly rows: RowCache };

export function createSnapshots({ fold, revision, sources, alerts, alertsUndelivered }: SnapshotsParts): Snapshots {
  /** The one asked for last stands last. */
  const boards = new Map<string, Built>();
  const mostKept = fold.site.boards.length + MOST_NARROWED;

  const builtOf = (board: BoardConfig): Built => {
    const key = boardAsSeen(board);
    const built = boards.get(key) ?? { snapshot: null, rows: createRowCache() };
    boards.delete(key);
    boards.set(key, built);
    for (const [oldest] of boards) {
      if (boards.size <= mostKept) break;
      boards.delete(oldest);
    }
    return built;
  };

  return (board) => {
    const built = builtOf(board);
    const now = revision();
    const known = built.snapshot;
    if (known !== null && known.revision.number === now.number) return known;
    const snapshot = buildSnapshot(
      fold,
      { board, revision: now, sources: sources(), alerts: alerts(), alertsUndelivered: alertsUndelivered() },
      built.rows,
    );
    built.snapshot = snapshot;
    return snapshot;
  };
}
