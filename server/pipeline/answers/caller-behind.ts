import type { BoardConfig } from "../../../lib/config";
import { readCursor } from "../../../lib/desk/contact-list";
import { readVisitKey, type VisitNames, visitKeyOf } from "../../../lib/desk/visit-record";
import type { Fold } from "../../../lib/metrics/fold-state";
import type { CallerAlias, SourceId } from "../../../lib/vocabulary";
import type { EventStore } from "../../store/store";

export type CallerBehindParts = {
  readonly fold: Fold;
  readonly store: Pick<EventStore, "readVisits">;
  readonly sourceIds: readonly SourceId[];
  /** Visits of the store that arrived later are another fold's. */
  readonly keptUntilMs: () => number;
};

/**
 * Who called, of a contact that a list of a board names.
 * @param key of a `WaitingCaller`, or of a `ContactLine`, which says besides when it arrived
 * @returns null: no such contact on the board, or nobody knows who called
 */
export type CallerBehind = (board: BoardConfig, key: string) => Promise<CallerAlias | null>;

export function createCallerBehind({ fold, store, sourceIds, keptUntilMs }: CallerBehindParts): CallerBehind {
  /** undefined: memory has no such visit. */
  const inMemory = (names: VisitNames, arrivedAtMs: number | null): CallerAlias | null | undefined => {
    const contact = fold.sources.get(names.sourceId)?.contacts.get(names.contactId);
    const visit = contact?.visits.find(({ queueId, stay }) => queueId === names.queueId && stay === names.stay);
    if (visit !== undefined && (arrivedAtMs === null || visit.arrivedAtMs === arrivedAtMs)) return visit.contact.caller;
    const isMeant = (other: VisitNames & { readonly arrivedAtMs: number }): boolean =>
      other.arrivedAtMs === arrivedAtMs && visitKeyOf(other) === visitKeyOf(names);
    return fold.retired.find(isMeant)?.caller;
  };

  const inStore = async (names: VisitNames, arrivedAtMs: number): Promise<CallerAlias | null> => {
    if (arrivedAtMs >= keptUntilMs()) return null;
    const key = visitKeyOf(names);
    const [visit] = await store.readVisits({
      sourceIds: [names.sourceId],
      queueIds: [names.queueId],
      fromMs: arrivedAtMs,
      toMs: arrivedAtMs + 1,
      // Just before the one that is meant.
      after: { arrivedAtMs, key: `${key} ` },
      limit: 1,
    });
    return visit !== undefined && visitKeyOf(visit) === key ? visit.caller : null;
  };

  return async (board, key) => {
    const listed = readCursor(key);
    const names = readVisitKey(listed?.key ?? key);
    if (names === null || !sourceIds.includes(names.sourceId)) return null;
    if (board.queueIds !== null && !board.queueIds.includes(names.queueId)) return null;
    const arrivedAtMs = listed?.arrivedAtMs ?? null;
    const held = inMemory(names, arrivedAtMs);
    if (held !== undefined || arrivedAtMs === null) return held ?? null;
    return inStore(names, arrivedAtMs);
  };
}
