import { type Fold, queueFoldOf } from "../metrics/fold-state";
import { type Outcome, type Visit, waitMsOf } from "../metrics/visit";
import type { CallerAlias, ContactId, QueueId, SourceId } from "../vocabulary";

/** A visit as plain facts: what is kept of it once its contact has left memory. Instants epoch ms, durations ms. */
export type VisitRecord = {
  readonly sourceId: SourceId;
  readonly contactId: ContactId;
  readonly queueId: QueueId;
  readonly stay: number;
  readonly arrivedAtMs: number;
  /** Its queue was open when it arrived (SL7). */
  readonly inHours: boolean;
  /** null: it waits. */
  readonly outcome: Outcome | null;
  /** Up to the outcome (HT1); null: it waits. */
  readonly waitMs: number | null;
  /** Answered and not ended; what left memory talks no more, even where nobody told of the end. */
  readonly talking: boolean;
  /** Time connected, hold included; null: not known. */
  readonly talkMs: number | null;
  /** SL3: it waited past the threshold before anything became of it. */
  readonly overdue: boolean;
  /** CO5: this visit is where its contact was missed. */
  readonly missed: boolean;
  /** What another visit of the same contact came to, where that decides whether this one was missed (CO5). */
  readonly elsewhere: "answered" | "missed" | null;
  /** null: withheld, or not told. */
  readonly caller: CallerAlias | null;
};

/**
 * A visit as it stands now.
 * @returns null while its arrival is not known: it counts nowhere
 */
export function visitRecordOf(fold: Fold, visit: Visit): VisitRecord | null {
  const { contact, queueId, stay, arrivedAtMs, outcome, completion, overdue, missed } = visit;
  if (arrivedAtMs === null) return null;
  return {
    sourceId: contact.sourceId,
    contactId: contact.contactId,
    queueId,
    stay,
    arrivedAtMs,
    inHours:
      visit.place?.inHours ?? fold.calendar.isOpen(queueFoldOf(fold, queueId)?.config.hours ?? null, arrivedAtMs),
    outcome,
    waitMs: waitMsOf(visit),
    talking: outcome?.kind === "answered" && completion === null,
    talkMs: completion?.talkMs ?? null,
    overdue,
    missed,
    elsewhere: elsewhereOf(visit),
    caller: contact.caller,
  };
}

function elsewhereOf(visit: Visit): VisitRecord["elsewhere"] {
  let missed = false;
  for (const other of visit.contact.visits) {
    if (other === visit) continue;
    if (other.outcome?.kind === "answered") return "answered";
    missed ||= other.missed;
  }
  return missed ? "missed" : null;
}

/** Where a visit stands in a list by arrival; two visits never stand at the same place. */
export type VisitPosition = { readonly arrivedAtMs: number; readonly key: string };

const NOT_ASCII = /[\u007f-\uffff]/g;

/**
 * Names a visit among all that arrived at its instant, in ASCII: programs that compare text in bytes, in code units and
 * in code points order it alike. A contact that counts anew (CO1) arrives at another instant.
 */
export const visitKeyOf = ({ sourceId, contactId, queueId, stay }: VisitNames): string =>
  JSON.stringify([sourceId, contactId, queueId, stay]).replace(
    NOT_ASCII,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

export type VisitNames = Pick<VisitRecord, "sourceId" | "contactId" | "queueId" | "stay">;

/** What `visitKeyOf` names. @throws Error when the key is not one of ours */
export function namesOfVisitKey(key: string): VisitNames {
  const [sourceId, contactId, queueId, stay] = JSON.parse(key) as [SourceId, ContactId, QueueId, number];
  return { sourceId, contactId, queueId, stay };
}

/** The same of a key that somebody sent. @returns null where it is none of ours */
export function readVisitKey(key: string): VisitNames | null {
  try {
    const names = namesOfVisitKey(key);
    const areTexts = [names.sourceId, names.contactId, names.queueId].every((name) => typeof name === "string");
    return areTexts && typeof names.stay === "number" && visitKeyOf(names) === key ? names : null;
  } catch {
    return null;
  }
}

export const positionOf = (record: VisitRecord): VisitPosition => ({
  arrivedAtMs: record.arrivedAtMs,
  key: visitKeyOf(record),
});

/** The newest arrival first; of two at the same instant always the same one. */
export function compareNewestFirst(a: VisitPosition, b: VisitPosition): number {
  if (a.arrivedAtMs !== b.arrivedAtMs) return b.arrivedAtMs - a.arrivedAtMs;
  if (a.key === b.key) return 0;
  return a.key < b.key ? 1 : -1;
}
