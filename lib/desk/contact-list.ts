import type { WindowMinutes } from "../config";
import { type Fold, MINUTE_MS, queueFoldOf } from "../metrics/fold-state";
import type { Visit } from "../metrics/visit";
import type { QueueId } from "../vocabulary";
import { agentNameOf } from "./agent-name";
import { behindFigure } from "./behind";
import type { ContactLine, ListedFigure } from "./contact-types";
import type { Mask } from "./mask";
import { compareNewestFirst, positionOf, type VisitPosition, type VisitRecord, visitRecordOf } from "./visit-record";

/** By arrival, `toMs` excluded. */
export type ContactPeriod = { readonly fromMs: number; readonly toMs: number };

/** TI2, TI3: the time a figure is taken over. `minutes: null`: today. */
export function periodOf(fold: Fold, minutes: WindowMinutes | null): ContactPeriod {
  if (minutes === null) {
    const { startMs, endMs } = fold.calendar.businessDay(fold.nowMs);
    return { fromMs: startMs, toMs: endMs };
  }
  const afterLast = Math.floor(fold.nowMs / MINUTE_MS) + 1;
  return { fromMs: (afterLast - minutes) * MINUTE_MS, toMs: afterLast * MINUTE_MS };
}

/** Whose visits, and which. */
export type VisitSelection = {
  /** null: every queue. */
  readonly queueIds: ReadonlySet<QueueId> | null;
  readonly period: ContactPeriod;
  /** Only those after this one in the list; null: from the newest. */
  readonly after: VisitPosition | null;
};

/** The visits a fold holds, those that have left memory and stand in no store yet among them; the newest arrival first. */
export function visitsInFold(fold: Fold, selection: VisitSelection): readonly VisitRecord[] {
  const { queueIds, period, after } = selection;
  const found: Placed[] = [];
  const isAsked = ({ queueId, arrivedAtMs }: Pick<Visit, "queueId" | "arrivedAtMs">): boolean =>
    arrivedAtMs !== null &&
    arrivedAtMs >= period.fromMs &&
    arrivedAtMs < period.toMs &&
    (after === null || arrivedAtMs <= after.arrivedAtMs) &&
    (queueIds === null || queueIds.has(queueId));
  const take = (record: VisitRecord | null): void => {
    if (record === null) return;
    const position = positionOf(record);
    if (after === null || compareNewestFirst(position, after) > 0) found.push({ record, position });
  };
  for (const record of fold.retired) if (isAsked(record)) take(record);
  for (const source of fold.sources.values())
    for (const { visits } of source.contacts.values())
      for (const visit of visits) if (isAsked(visit)) take(visitRecordOf(fold, visit));
  return found.sort((a, b) => compareNewestFirst(a.position, b.position)).map(({ record }) => record);
}

type Placed = { readonly record: VisitRecord; readonly position: VisitPosition };

/** A visit as the list behind a figure shows it to those who are told as much of a caller as `mask` lets through. */
export function contactLineOf(fold: Fold, figure: ListedFigure, record: VisitRecord, mask: Mask): ContactLine {
  const { outcome } = record;
  const target = queueFoldOf(fold, record.queueId)?.config.target ?? fold.site.target;
  return {
    key: cursorOf(positionOf(record)),
    contactId: record.contactId,
    queueId: record.queueId,
    arrivedAtMs: record.arrivedAtMs,
    outcome: outcome?.kind ?? "waiting",
    reason: outcome?.kind === "overflowed" || outcome?.kind === "refused" ? outcome.reason : null,
    waitMs: record.waitMs,
    talkMs: outcome?.kind === "answered" ? record.talkMs : null,
    agentName: outcome?.kind === "answered" ? agentNameOf(fold, record.sourceId, outcome.agentId) : null,
    caller: mask(record.caller),
    ...behindFigure(figure, record, target),
  };
}

const CURSOR = /^(-?\d[\d.e+-]*)~(\[.*\])$/s;

/** Where a page ended, as text to ask for the next one with. */
export const cursorOf = ({ arrivedAtMs, key }: VisitPosition): string => `${arrivedAtMs}~${key}`;

/** @returns null where the text is none of `cursorOf`'s */
export function readCursor(text: string): VisitPosition | null {
  const [, instant = "", key = ""] = CURSOR.exec(text) ?? [];
  const arrivedAtMs = instant === "" ? Number.NaN : Number(instant);
  return Number.isFinite(arrivedAtMs) ? { arrivedAtMs, key } : null;
}
