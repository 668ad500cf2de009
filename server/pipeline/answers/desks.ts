import { buildDesk, createWindowCache } from "../../../lib/desk/build-desk";
import type { Desk } from "../../../lib/desk/desk-types";
import { maskFor } from "../../../lib/desk/mask";
import type { Revision } from "../../../lib/events";
import type { Fold } from "../../../lib/metrics/fold-state";
import type { SourceView } from "../../../lib/metrics/snapshot-types";
import { boardAsSeen } from "../../access/sight";
import type { CallerVault } from "../../callers/caller-vault";
import type { BoardFeed } from "../../publish/board-feed";

/** Supervisors who look at the same are told the same; of so many different questions each is answered anew. */
const MOST_KEPT = 50;

export type DesksParts = {
  readonly fold: Fold;
  readonly vault: Pick<CallerVault, "endOf">;
  readonly revision: () => Revision;
  readonly sources: () => readonly SourceView[];
};

/** What supervisors look at (DK1), each desk built at most once a revision. */
export function createDesks({ fold, vault, revision, sources }: DesksParts): BoardFeed["desk"] {
  const built = new Map<string, Desk>();
  const windows = createWindowCache();
  let builtOf: Revision | null = null;
  const masks = { nothing: maskFor("nothing", vault.endOf), end: maskFor("end", vault.endOf) } as const;
  return (board, question, callers) => {
    const now = revision();
    if (builtOf !== now || built.size >= MOST_KEPT) built.clear();
    builtOf = now;
    const { queueId, minutes } = question;
    const key = JSON.stringify([boardAsSeen(board), queueId, minutes, callers]);
    const known = built.get(key);
    if (known !== undefined) return known;
    const input = { board, question, revision: now, sources: sources(), mask: masks[callers] };
    const desk = buildDesk(fold, input, windows);
    if (desk !== null) built.set(key, desk);
    return desk;
  };
}
