import type { Calendar } from "../calendar";
import type { SiteConfig } from "../config";
import type { Channel } from "../events";
import {
  type AgentId,
  agentId,
  type CallerAlias,
  contactId,
  type QueueId,
  queueId,
  type SourceId,
  sourceId,
} from "../vocabulary";
import type { Membership, StateFact } from "./agents";
import type { Call } from "./callers";
import { COUNT_KEYS, type Counts, emptyCounts } from "./counts";
import {
  type ContactCounts,
  createFold,
  dayFoldOf,
  type Fold,
  queueDayOf,
  queueFoldOf,
  type SourceFold,
  sourceFoldOf,
} from "./fold-state";
import { foldRules } from "./fold-rules";
import type { Ledger } from "./ledger";
import { placeOf } from "./place";
import { refreshContact } from "./refresh";
import type { Gap } from "./snapshot-types";
import type { Staffing } from "./staffing";
import type { RecoveryBook } from "../recovery/book/book";
import { bookToText, restoreBook } from "../recovery/book/book-text";
import { bookRulesOf } from "../recovery/book/take-contact";
import { deriveAll } from "../recovery/book/take-facts";
import type { Contact, ContactContribution, Visit } from "./visit";

/** Rises when the text below changes its form; an older text is then folded anew from the log. */
const FORM = 11;

type StoredLedger = readonly [number[], number[], [number, number][], number | null, number | null];
/** Contact, arrival, answer, and 1 where it was missed: most of the text are these. */
type StoredCall = readonly [string, number, number | null, 0 | 1];
type StoredVisit = Omit<Visit, "contact" | "place">;
type StoredContact = {
  readonly contactId: string;
  readonly caller: CallerAlias | null;
  readonly channel: Channel | null;
  readonly callback: boolean;
  readonly lastTouchedAtMs: number;
  readonly applied: ContactContribution | null;
  readonly visits: readonly StoredVisit[];
};
type StoredAgent = {
  readonly agentId: AgentId;
  readonly name: string | null;
  readonly memberships: readonly [QueueId, Membership][];
  readonly states: readonly [QueueId | null, StateFact][];
};
type StoredQueueDay = {
  readonly queueId: string;
  readonly ledger: StoredLedger;
  readonly cells: readonly [number, StoredLedger][];
  readonly quarters: readonly [number, number[]][];
  readonly staffing: readonly [number, Staffing][];
};
type Stored = {
  readonly nowMs: number;
  readonly heardMs: number;
  readonly lookedAtMs: number;
  readonly seq: number;
  readonly gaps: Gap[];
  readonly counters: Fold["counters"];
  readonly days: readonly {
    readonly startMs: number;
    readonly contacts: readonly [QueueId, ContactCounts][];
    readonly repeats: { callers: number; contacts: number };
    readonly answers: readonly [SourceId, (readonly [AgentId, number])[]][];
    readonly queues: readonly StoredQueueDay[];
  }[];
  readonly queues: readonly [string, SourceId[]][];
  readonly callers: readonly [CallerAlias, StoredCall[]][];
  readonly sources: readonly {
    readonly id: string;
    readonly heardSinceMs: number | null;
    readonly heardUntilMs: number | null;
    readonly contacts: readonly StoredContact[];
    readonly agents: readonly StoredAgent[];
  }[];
};

/** A fold is worth restoring only under the rules it was folded with: hours and targets are part of its form. */
export const foldVersion = (site: SiteConfig): string => `${FORM} ${foldRules(site)}`;

/**
 * The whole fold as text; `restoreFold` gives it back. The book of recoveries is its first line, for whoever takes up
 * nothing else. `retired` stays out: it is saved beside the text, as visits.
 */
export function foldToText(fold: Fold): string {
  const stored: Stored = {
    nowMs: fold.nowMs,
    heardMs: fold.heardMs,
    lookedAtMs: fold.lookedAtMs,
    seq: fold.seq,
    gaps: fold.gaps,
    counters: fold.counters,
    days: [...fold.days.values()].map((day) => ({
      startMs: day.bounds.startMs,
      contacts: [...day.contacts],
      repeats: day.repeats,
      answers: [...day.answers].map(([id, people]) => [id, [...people]]),
      queues: [...day.queues].map(([id, queueDay]) => ({
        queueId: id,
        ledger: storeLedger(queueDay.ledger),
        cells: [...queueDay.cells].map(([minute, cell]) => [minute, storeLedger(cell)]),
        quarters: [...queueDay.quarters].map(([quarter, counts]) => [quarter, storeCounts(counts)]),
        staffing: [...queueDay.staffing],
      })),
    })),
    queues: [...fold.queues].map(([id, queue]) => [id, [...queue.sourceIds]]),
    callers: [...fold.callers].map(([caller, calls]) => [caller, [...calls].map(storeCall)]),
    sources: [...fold.sources].map(([id, source]) => ({
      id,
      heardSinceMs: source.heardSinceMs,
      heardUntilMs: source.heardUntilMs,
      contacts: [...source.contacts.values()].map(storeContact),
      agents: [...source.agents.values()].map((agent) => ({
        agentId: agent.agentId,
        name: agent.name,
        memberships: [...agent.memberships],
        states: [...agent.states],
      })),
    })),
  };
  return `${bookToText(fold.recoveries)}\n${JSON.stringify(stored)}`;
}

/** The recoveries of such a text, to be told to a fold that is begun anew; null: it has none. */
export const recoveriesOfText = (text: string): RecoveryBook | null => restoreBook(text.split("\n", 1)[0] ?? "");

/**
 * The fold as it was when `foldToText` wrote it, to be continued with the lines of the log after its `seq`.
 * @throws Error when the text is not one of ours
 */
export function restoreFold(text: string, site: SiteConfig, calendar: Calendar, isShared?: Fold["isShared"]): Fold {
  const recoveries = recoveriesOfText(text);
  if (recoveries === null) throw new Error("the text has no book of recoveries");
  const stored = JSON.parse(text.slice(text.indexOf("\n") + 1)) as Stored;
  const fold = createFold(site, calendar, isShared);
  fold.recoveries = recoveries;
  fold.nowMs = stored.nowMs;
  fold.heardMs = stored.heardMs;
  fold.lookedAtMs = stored.lookedAtMs;
  fold.seq = stored.seq;
  fold.gaps = stored.gaps;
  Object.assign(fold.counters, stored.counters);
  for (const [id, sourceIds] of stored.queues) {
    for (const source of sourceIds) queueFoldOf(fold, queueId(id))?.sourceIds.add(source);
  }
  for (const day of stored.days) restoreDay(fold, day);
  for (const [caller, calls] of stored.callers) fold.callers.set(caller, new Map(calls.map(restoreCall)));
  for (const { id, heardSinceMs, heardUntilMs, contacts, agents } of stored.sources) {
    const source = sourceFoldOf(fold, sourceId(id));
    source.heardSinceMs = heardSinceMs;
    source.heardUntilMs = heardUntilMs;
    for (const contact of contacts) restoreContact(fold, source, sourceId(id), contact);
    for (const agent of agents) {
      source.agents.set(agent.agentId, {
        agentId: agentId(agent.agentId),
        name: agent.name,
        memberships: new Map(agent.memberships),
        states: new Map(agent.states),
      });
      for (const [queue] of agent.memberships) queueFoldOf(fold, queue);
    }
  }
  deriveAll(recoveries, bookRulesOf(fold));
  return fold;
}

const storeCall = ([key, { arrivedAtMs, answeredAtMs, missed }]: readonly [string, Call]): StoredCall => [
  key,
  arrivedAtMs,
  answeredAtMs,
  missed ? 1 : 0,
];
const restoreCall = ([key, arrivedAtMs, answeredAtMs, missed]: StoredCall): [string, Call] => [
  key,
  { arrivedAtMs, answeredAtMs, missed: missed === 1 },
];

/** Position and value by turns, of those that are not zero: most are. */
function storeCounts(counts: Readonly<Counts>): number[] {
  const stored: number[] = [];
  COUNT_KEYS.forEach((key, position) => {
    if (counts[key] !== 0) stored.push(position, counts[key]);
  });
  return stored;
}

const storeLedger = (ledger: Ledger): StoredLedger => [
  storeCounts(ledger.inHours),
  storeCounts(ledger.outOfHours),
  [...ledger.answeredWaits],
  ledger.longestWaitMs,
  ledger.settledLongestMs,
];

function storeVisit(visit: Visit): StoredVisit {
  const { queueId: queue, stay, arrivedAtMs, ended, lostAtMs, outcome, completion, listedAtMs } = visit;
  const { overdue, missed, unansweredRings, applied } = visit;
  const facts = { queueId: queue, stay, arrivedAtMs, ended, lostAtMs, outcome, completion, listedAtMs };
  return { ...facts, overdue, missed, unansweredRings, applied };
}

const storeContact = (contact: Contact): StoredContact => ({
  contactId: contact.contactId,
  caller: contact.caller,
  channel: contact.channel,
  callback: contact.callback,
  lastTouchedAtMs: contact.lastTouchedAtMs,
  applied: contact.applied,
  visits: contact.visits.map(storeVisit),
});

function restoreCounts(stored: readonly number[]): Counts {
  const counts = emptyCounts();
  for (let at = 0; at < stored.length; at += 2) {
    const key = COUNT_KEYS[stored[at] ?? -1];
    if (key !== undefined) counts[key] = stored[at + 1] ?? 0;
  }
  return counts;
}

function restoreLedger([inHours, outOfHours, waits, longestWaitMs, settledLongestMs]: StoredLedger): Ledger {
  return {
    inHours: restoreCounts(inHours),
    outOfHours: restoreCounts(outOfHours),
    answeredWaits: new Map(waits),
    longestWaitMs,
    settledLongestMs,
  };
}

function restoreDay(fold: Fold, stored: Stored["days"][number]): void {
  const day = dayFoldOf(fold, stored.startMs);
  if (day === null) return;
  for (const [id, counts] of stored.contacts) day.contacts.set(id, counts);
  Object.assign(day.repeats, stored.repeats);
  for (const [id, people] of stored.answers) day.answers.set(id, new Map(people));
  for (const storedQueue of stored.queues) {
    const id = queueId(storedQueue.queueId);
    queueFoldOf(fold, id);
    const queueDay = queueDayOf(day, id);
    day.queues.set(id, {
      ...queueDay,
      ledger: restoreLedger(storedQueue.ledger),
      cells: new Map(storedQueue.cells.map(([minute, cell]) => [minute, restoreLedger(cell)])),
      quarters: new Map(storedQueue.quarters.map(([quarter, counts]) => [quarter, restoreCounts(counts)])),
      staffing: new Map(storedQueue.staffing),
    });
  }
}

function restoreContact(fold: Fold, source: SourceFold, id: SourceId, stored: StoredContact): void {
  const { visits, contactId: name, ...rest } = stored;
  const contact: Contact = { ...rest, sourceId: id, contactId: contactId(name), visits: [] };
  for (const visit of visits) {
    const place = visit.arrivedAtMs === null ? null : placeOf(fold, visit.queueId, visit.arrivedAtMs);
    contact.visits.push({ ...visit, contact, place });
  }
  source.contacts.set(contact.contactId, contact);
  // What each visit added is in the cells already; refreshing takes it out and puts it in, and finds who waits.
  refreshContact(fold, contact);
}
