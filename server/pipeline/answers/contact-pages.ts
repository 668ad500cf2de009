import { setImmediate as turn } from "node:timers/promises";
import type { BoardConfig } from "../../../lib/config";
import {
  contactLineOf,
  cursorOf,
  periodOf,
  readCursor,
  type VisitSelection,
  visitsInFold,
} from "../../../lib/desk/contact-list";
import type { ContactLine } from "../../../lib/desk/contact-types";
import { maskFor } from "../../../lib/desk/mask";
import { compareNewestFirst, positionOf, type VisitPosition, type VisitRecord } from "../../../lib/desk/visit-record";
import type { Revision } from "../../../lib/events";
import type { Fold } from "../../../lib/metrics/fold-state";
import type { QueueId, SourceId } from "../../../lib/vocabulary";
import type { CallerVault } from "../../callers/caller-vault";
import type { BoardFeed } from "../../publish/board-feed";
import type { EventStore } from "../../store/store";

/** Visits read from the store at once. */
const READ_AT_ONCE = 500;

export type ContactPagesParts = {
  readonly fold: Fold;
  readonly store: Pick<EventStore, "readVisits">;
  readonly vault: Pick<CallerVault, "endOf">;
  readonly sourceIds: readonly SourceId[];
  /** Visits of the store that arrived later are another fold's. */
  readonly keptUntilMs: () => number;
  readonly revision: () => Revision;
};

/** The contacts behind a figure, from memory and from the store. */
export function createContactPages(parts: ContactPagesParts): BoardFeed["contacts"] {
  const { fold, store, vault, sourceIds, keptUntilMs } = parts;

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

  return async (board, question, callers) => {
    if (!isOn(fold, board, question.queueId)) return null;
    const queueIds = question.queueId === null ? board.queueIds : [question.queueId];
    const mask = maskFor(callers, vault.endOf);
    const selection: VisitSelection = {
      queueIds: queueIds === null ? null : new Set(queueIds),
      period: periodOf(fold, question.minutes),
      after: question.after === null ? null : readCursor(question.after),
    };
    const answer = { revision: parts.revision(), asOfMs: fold.nowMs, figure: question.figure };
    const contacts: ContactLine[] = [];
    let last: VisitPosition | null = null;
    for await (const visit of newestFirst(selection)) {
      const line = contactLineOf(fold, question.figure, visit, mask);
      if (question.part !== null && line.part !== question.part) continue;
      if (contacts.length === question.limit && last !== null) return { ...answer, contacts, next: cursorOf(last) };
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
