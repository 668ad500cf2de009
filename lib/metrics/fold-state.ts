import type { BusinessDay, Calendar } from "../calendar";
import type { OpenHours, QueueConfig, SiteConfig } from "../config";
import type { VisitRecord } from "../desk/visit-record";
import { nameOfId } from "../names/names";
import { createRecoveryBook, type RecoveryBook } from "../recovery/book/book";
import type { CallerAlias, ContactId, DayKey, QueueId, SourceId } from "../vocabulary";
import type { AgentFold } from "./agents";
import type { AnswerBook } from "./answers";
import type { CallerBook } from "./callers";
import { type Counts, emptyCounts } from "./counts";
import { emptyLedger, type Ledger } from "./ledger";
import type { Gap } from "./snapshot-types";
import type { Staffing } from "./staffing";
import type { Contact, Visit } from "./visit";

/** One queue's day: its sum, its one-minute cells and its quarter-hours, by arrival (TI1, TI3). */
export type QueueDay = {
  readonly ledger: Ledger;
  /** By minute since the epoch. */
  readonly cells: Map<number, Ledger>;
  /** Visits in open hours, by quarter-hour since the epoch. */
  readonly quarters: Map<number, Counts>;
  /** By quarter-hour since the epoch; none where no source tells of agents. */
  readonly staffing: Map<number, Staffing>;
};

export type ContactCounts = { offered: number; answered: number; missed: number };

export type DayFold = {
  readonly bounds: BusinessDay;
  readonly queues: Map<QueueId, QueueDay>;
  /** Offered by the first visit's queue, answered and missed by the last one's (CO1). */
  readonly contacts: Map<QueueId, ContactCounts>;
  readonly repeats: { callers: number; contacts: number };
  readonly answers: AnswerBook;
};

export type QueueFold = {
  readonly config: QueueConfig;
  readonly waiting: Set<Visit>;
  /** Who tells of this queue: its figures are as sure as these (UN3). */
  readonly sourceIds: Set<SourceId>;
  /** Rises with every change of the queue's figures or agents: what it was built from is still true if it stands. */
  version: number;
};

export type SourceFold = {
  readonly contacts: Map<ContactId, Contact>;
  readonly agents: Map<string, AgentFold>;
  /** The first and the last instant at which this source was heard. */
  heardSinceMs: number | null;
  heardUntilMs: number | null;
};

/** All that memory holds: two days of cells, the visits that may still change, the agents. */
export type Fold = {
  readonly site: SiteConfig;
  readonly calendar: Calendar;
  readonly queues: Map<QueueId, QueueFold>;
  readonly days: Map<DayKey, DayFold>;
  readonly sources: Map<SourceId, SourceFold>;
  readonly callers: CallerBook;
  /** Not part of the day: it goes on where the day is folded anew. */
  recoveries: RecoveryBook;
  /** Whether several people call from a number (RE1). */
  readonly isShared: (caller: CallerAlias) => boolean;
  /** Visits that have left memory, the earliest first, until they stand in the store. */
  readonly retired: VisitRecord[];
  gaps: Gap[];
  /** The instant the fold stands at, by `advanceTo`. */
  nowMs: number;
  /** The last line of the log that is in it. */
  seq: number;
  /** Rises with every change of anything shown. */
  version: number;
  sweptAtMs: number;
  /** The last instant at which any source was heard, and the one at which it was last looked who is there; 0: never. */
  heardMs: number;
  lookedAtMs: number;
  readonly counters: { clamped: number; late: number; overLimit: number };
};

/** Beyond these a source is broken or hostile: further names are counted, not kept . */
const MAX_QUEUES = 2_000;
const MAX_AGENTS = 20_000;

/** @param isShared left out: no number is */
export function createFold(site: SiteConfig, calendar: Calendar, isShared: Fold["isShared"] = () => false): Fold {
  const fold: Fold = {
    site,
    calendar,
    queues: new Map(),
    days: new Map(),
    sources: new Map(),
    callers: new Map(),
    recoveries: createRecoveryBook(),
    isShared,
    retired: [],
    gaps: [],
    nowMs: 0,
    seq: 0,
    version: 0,
    sweptAtMs: 0,
    heardMs: 0,
    lookedAtMs: 0,
    counters: { clamped: 0, late: 0, overLimit: 0 },
  };
  for (const config of site.queues) fold.queues.set(config.id, createQueueFold(config));
  return fold;
}

const createQueueFold = (config: QueueConfig): QueueFold => ({
  config,
  waiting: new Set(),
  sourceIds: new Set(),
  version: 0,
});

/** The queue's fold; an unlisted queue appears by itself with the site's target and hours. null: over the limit. */
export function queueFoldOf(fold: Fold, queueId: QueueId): QueueFold | null {
  const known = fold.queues.get(queueId);
  if (known !== undefined) return known;
  if (fold.queues.size >= MAX_QUEUES) {
    fold.counters.overLimit += 1;
    return null;
  }
  const { target, thresholds, hours } = fold.site;
  const created = createQueueFold({ id: queueId, name: nameOfId(queueId), target, thresholds, hours, wrapUpMs: null });
  fold.queues.set(queueId, created);
  return created;
}

/** When a queue works; of one that nobody has heard of, the site's hours. Nothing appears by asking. */
export const hoursOf = (fold: Fold, queueId: QueueId): OpenHours | null => {
  const queue = fold.queues.get(queueId);
  return queue === undefined ? fold.site.hours : queue.config.hours;
};

export function sourceFoldOf(fold: Fold, sourceId: SourceId): SourceFold {
  let source = fold.sources.get(sourceId);
  if (source === undefined) {
    source = { contacts: new Map(), agents: new Map(), heardSinceMs: null, heardUntilMs: null };
    fold.sources.set(sourceId, source);
  }
  return source;
}

/** Whether one more agent may be kept. */
export function mayKeepAgent(fold: Fold, source: SourceFold): boolean {
  if (source.agents.size < MAX_AGENTS) return true;
  fold.counters.overLimit += 1;
  return false;
}

/** A queue's contacts of a day. */
export function contactCountsOf(day: DayFold, queueId: QueueId): ContactCounts {
  let counts = day.contacts.get(queueId);
  if (counts === undefined) day.contacts.set(queueId, (counts = { offered: 0, answered: 0, missed: 0 }));
  return counts;
}

/** The day an instant belongs to; null when it has left memory (before yesterday). */
export function dayFoldOf(fold: Fold, atMs: number): DayFold | null {
  const bounds = fold.calendar.businessDay(atMs);
  const known = fold.days.get(bounds.day);
  if (known !== undefined) return known;
  if (bounds.endMs < oldestKeptMs(fold)) return null;
  const day: DayFold = {
    bounds,
    queues: new Map(),
    contacts: new Map(),
    repeats: { callers: 0, contacts: 0 },
    answers: new Map(),
  };
  fold.days.set(bounds.day, day);
  return day;
}

/** Days that end before this have left memory: today and yesterday stay. */
export function oldestKeptMs(fold: Fold): number {
  return fold.calendar.businessDay(fold.calendar.businessDay(fold.nowMs).startMs - 1).startMs + 1;
}

export function queueDayOf(day: DayFold, queueId: QueueId): QueueDay {
  let queueDay = day.queues.get(queueId);
  if (queueDay === undefined) {
    queueDay = { ledger: emptyLedger(), cells: new Map(), quarters: new Map(), staffing: new Map() };
    day.queues.set(queueId, queueDay);
  }
  return queueDay;
}

export const MINUTE_MS = 60_000;
export const QUARTER_MS = 15 * MINUTE_MS;

export function cellOf(queueDay: QueueDay, atMs: number): Ledger {
  const minute = Math.floor(atMs / MINUTE_MS);
  let cell = queueDay.cells.get(minute);
  if (cell === undefined) queueDay.cells.set(minute, (cell = emptyLedger()));
  return cell;
}

export function quarterOf(queueDay: QueueDay, atMs: number): Counts {
  const quarter = Math.floor(atMs / QUARTER_MS);
  let counts = queueDay.quarters.get(quarter);
  if (counts === undefined) queueDay.quarters.set(quarter, (counts = emptyCounts()));
  return counts;
}
