import { buildDesk, createWindowCache } from "../lib/desk/build-desk";
import type { Desk, DeskRequest } from "../lib/desk/desk-types";
import type { Revision } from "../lib/events";
import type { Fold } from "../lib/metrics/fold-state";
import type { SourceView } from "../lib/metrics/snapshot-types";

/** Supervisors who look at the same are told the same; of so many different questions each is answered anew. */
const MOST_KEPT = 50;

export type DesksParts = {
  readonly fold: Fold;
  readonly revision: () => Revision;
  readonly sources: () => readonly SourceView[];
};

/** What supervisors look at (DK1). @returns null: no such board, or no such queue on it */
export type Desks = (request: DeskRequest) => Desk | null;

/** Each desk is built at most once a revision. */
export function createDesks({ fold, revision, sources }: DesksParts): Desks {
  const built = new Map<string, Desk>();
  const windows = createWindowCache();
  let builtOf: Revision | null = null;
  return (request) => {
    const now = revision();
    if (builtOf !== now || built.size >= MOST_KEPT) built.clear();
    builtOf = now;
    const { boardId, queueId, minutes } = request;
    const key = JSON.stringify([boardId, queueId, minutes]);
    const known = built.get(key);
    if (known !== undefined) return known;
    const board = fold.site.boards.find(({ id }) => id === boardId);
    const desk =
      board === undefined ? null : buildDesk(fold, { board, request, revision: now, sources: sources() }, windows);
    if (desk !== null) built.set(key, desk);
    return desk;
  };
}
