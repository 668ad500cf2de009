import { setImmediate as turn } from "node:timers/promises";
import type { BoardConfig } from "../lib/config";
import {
  contactLineOf,
  cursorOf,
  periodOf,
  readCursor,
  type VisitSelection,
  visitsInFold,
} from "../lib/desk/contact-list";
import type { ContactLine, ContactsPage, ContactsRequest } from "../lib/desk/contact-types";
import { compareNewestFirst, positionOf, type VisitPosition, type VisitRecord } from "../lib/desk/visit-record";
import type { Revision } from "../lib/events";
import type { Fold } from "../lib/metrics/fold-state";
import type { QueueId, SourceId } from "../lib/vocabulary";
import type { EventStore } from "./store/store";

/** Visits read from the store at once. */
const READ_AT_ONCE = 500;

export type ContactPagesParts = {
  readonly fold: Fold;
  readonly store: Pick<EventStore, "readVisits">;
  readonly sourceIds: readonly SourceId[];
  /** Visits of the store that arrived later are another fold's. */
  readonly keptUntilMs: () => number;
  readonly revision: () => Revision;
};

/** The contacts behind a figure, from memory and from the store. @returns null: no such board, or no such queue on it */
export type ContactPages = (request: ContactsRequest) => Promise<ContactsPage | null>;

export function createContactPages(parts: ContactPagesParts): ContactPages {
  const { fold, store, sourceIds, keptUntilMs } = parts;

  const readKept = ({ queueIds, period }: VisitSelection, after: VisitPosition | null) =>
    store.readVisits({
      sourceIds,
      queueIds: queueIds === null ? null : [...queueIds],
      fromMs: period.fromMs,
      toMs: Math.min(period.toMs, keptUntilMs()),
      after,
      limit: READ_AT_ONCE,
    });

  /** Memory is asked first: a visit that leaves it meanwhile is then found in both, and memory knew it as it counted. */
  async function* newestFirst(selection: VisitSelection): AsyncGenerator<VisitRecord, undefined> {
    const held = visitsInFold(fold, selection);
    let next = 0;
    const nextComesTo = (position: VisitPosition): number => {
      const visit = held[next];
      return visit === undefined ? 1 : compareNewestFirst(positionOf(visit), position);
    };
    for (let after = selection.after; ; await turn()) {
      const kept = await readKept(selection, after);
      for (const visit of kept) {
        after = positionOf(visit);
        const from = next;
        while (nextComesTo(after) < 0) next += 1;
        yield* held.slice(from, next);
        if (nextComesTo(after) !== 0) yield visit;
      }
      if (kept.length < READ_AT_ONCE) break;
    }
    yield* held.slice(next);
  }

  return async (request) => {
    const board = fold.site.boards.find(({ id }) => id === request.boardId);
    if (board === undefined || !isOn(fold, board, request.queueId)) return null;
    const queueIds = request.queueId === null ? board.queueIds : [request.queueId];
    const selection: VisitSelection = {
      queueIds: queueIds === null ? null : new Set(queueIds),
      period: periodOf(fold, request.minutes),
      after: request.after === null ? null : readCursor(request.after),
    };
    const answer = { revision: parts.revision(), asOfMs: fold.nowMs, figure: request.figure };
    const contacts: ContactLine[] = [];
    let last: VisitPosition | null = null;
    for await (const visit of newestFirst(selection)) {
      const line = contactLineOf(fold, request.figure, visit);
      if (request.part !== null && line.part !== request.part) continue;
      if (contacts.length === request.limit && last !== null) return { ...answer, contacts, next: cursorOf(last) };
      contacts.push(line);
      last = positionOf(visit);
    }
    return { ...answer, contacts, next: null };
  };
}

/** Whether a queue stands on a board; null is all of the board. */
function isOn(fold: Fold, { queueIds }: BoardConfig, queueId: QueueId | null): boolean {
  if (queueId === null) return true;
  return queueIds === null ? fold.queues.has(queueId) : queueIds.includes(queueId);
}
