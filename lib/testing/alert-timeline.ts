import { acknowledge, bookFromRows, createBook, rowsOf, takeBackAcknowledgement, viewsOf } from "../alerts/alert-book";
import type { AlertCondition, AlertRule } from "../alerts/alert-rule";
import type { AlertSubject } from "../alerts/alert-types";
import { evaluateAlerts } from "../alerts/evaluate";
import type { AlertChange } from "../alerts/state/alert-row";
import type { Silence } from "../alerts/state/silence";
import { DEFAULT_CAPACITY, type OpenHours } from "../config";
import { advanceTo, hearFrom } from "../metrics/advance";
import type { FeedState, SourceView } from "../metrics/snapshot-types";
import { assertNever, queueId, type SourceId, sourceId } from "../vocabulary";
import { createScenario, instant, type Scenario, type ScenarioOptions } from "./scenario";

/** A rule of each queue that fires at once and ends at once, unless said otherwise. */
export const ruleOf = (condition: AlertCondition, fields: Partial<AlertRule> = {}): AlertRule => ({
  id: "rule",
  name: "Rule",
  severity: "warning",
  scope: { kind: "each-queue", queueIds: null },
  condition,
  forMs: 0,
  keepFiringMs: 0,
  channelIds: null,
  enabled: true,
  ...fields,
});

/** The queues of a silence, and when it holds. */
export const silenceOf = (from: string, until: string, fields: Partial<Silence> = {}): Silence => ({
  ruleId: null,
  queueIds: null,
  createdAtMs: instant(from),
  untilMs: instant(until),
  ...fields,
});

/** Every day from nine to six. */
export const NINE_TO_SIX: OpenHours = {
  weekly: Array.from({ length: 7 }, () => [{ fromMinute: 540, toMinute: 1_080 }]),
  closedDates: [],
};

export type AlertTimelineOptions = ScenarioOptions & {
  readonly rules: readonly AlertRule[];
  readonly silences?: readonly Silence[];
};

const SOURCE = sourceId("pbx");
const OTHER_SOURCE = sourceId("other");

const viewOf = (id: SourceId, state: FeedState): SourceView => ({ id, kind: "test", state, lastProofAtMs: null });

/** As in a scenario, but it happens once `until` gets there. */
type Telling = Omit<ReturnType<Scenario["at"]>, "board">;

/**
 * A scenario under the eyes of rules. `until` looks every second and tells what happened, each as a line such as
 * `09:01:30 fired support`.
 */
export function createAlertTimeline({ rules, silences = [], ...options }: AlertTimelineOptions) {
  const day = createScenario({ queues: [{ id: "support" }], ...options });
  let book = createBook();
  let watched = rules;
  let silenced = silences;
  let feed: FeedState = "live";
  let otherFeed: FeedState | null = null;
  let lastMs: number | null = null;
  let overdue: number | null = null;

  let planned: readonly { readonly atMs: number; readonly tell: () => void }[] = [];
  const at = (time: string, date?: string): Telling => {
    const later = Object.entries(day.at(time, date)).map(([name, method]) => {
      const tell = method as (...args: readonly unknown[]) => unknown;
      const plan = (...args: readonly unknown[]): void =>
        void (planned = [...planned, { atMs: instant(time, date), tell: () => void tell(...args) }]);
      return [name, plan];
    });
    return Object.fromEntries(later) as Telling;
  };

  const look = (nowMs: number): readonly AlertChange[] => {
    const due = planned.filter(({ atMs }) => atMs <= nowMs);
    planned = planned.filter(({ atMs }) => atMs > nowMs);
    for (const { tell } of due.sort((a, b) => a.atMs - b.atMs)) tell();
    if (feed === "live") hearFrom(day.fold, SOURCE, nowMs);
    advanceTo(day.fold, nowMs);
    lastMs = nowMs;
    return evaluateAlerts(book, {
      fold: day.fold,
      sources: [viewOf(SOURCE, feed), ...(otherFeed === null ? [] : [viewOf(OTHER_SOURCE, otherFeed)])],
      rules: watched,
      silences: silenced,
      capacity: DEFAULT_CAPACITY,
      overdueRecoveries: overdueOf(overdue),
      nowMs,
    });
  };
  /** Every second after the last one looked at, up to this one (included); the first time only this one. */
  const until = (time: string, date?: string): readonly string[] => {
    const toMs = instant(time, date);
    const lines: string[] = [];
    for (let nowMs = lastMs === null ? toMs : lastMs + 1_000; nowMs <= toMs; nowMs += 1_000)
      lines.push(
        ...look(nowMs)
          .filter(isTold)
          .map((change) => `${timeOf(nowMs)} ${lineOf(change)}`),
      );
    return lines;
  };
  const firstId = (): string => viewsOf(book)[0]?.id ?? "";

  return {
    at,
    until,
    next: (time: string): readonly string[] => look(instant(time)).filter(isTold).map(lineOf),
    views: () => viewsOf(book),
    rows: () => rowsOf(book),
    version: () => book.version,
    feed: (state: FeedState) => void (feed = state),
    /** Of a second source, which tells of no queue but what is said to be its own. */
    otherFeed: (state: FeedState) => void (otherFeed = state),
    ofOtherSource: (queue: string): void => {
      const sourceIds = day.fold.queues.get(queueId(queue))?.sourceIds;
      sourceIds?.clear();
      sourceIds?.add(OTHER_SOURCE);
    },
    rules: (changed: readonly AlertRule[]) => void (watched = changed),
    silences: (changed: readonly Silence[]) => void (silenced = changed),
    overdue: (count: number | null) => void (overdue = count),
    /** As after the server was started anew: what is kept of the book is text. */
    restart: () => void (book = bookFromRows(JSON.parse(JSON.stringify(rowsOf(book))) as ReturnType<typeof rowsOf>)),
    acknowledge: (time: string, untilTime: string, by = "lea", id = firstId()) =>
      acknowledge(book, id, by, instant(time), instant(untilTime)),
    takeBack: (id = firstId()) => takeBackAcknowledgement(book, id),
    /** Looks at this instant only, whenever the last one was. */
    look,
  };
}

const overdueOf = (count: number | null) =>
  count === null ? null : (ids: readonly string[]) => (ids.includes(queueId("support")) ? count : 0);

const timeOf = (atMs: number): string => new Date(atMs).toISOString().slice(11, 19);

/** What only changes what an alert says stands in its view. */
const isTold = ({ kind }: AlertChange): boolean => kind !== "turned";

function lineOf(change: AlertChange): string {
  const { subject, muted } = change.alert;
  const line = `${change.kind} ${subjectName(subject)}`;
  if (change.kind === "resolved") return `${line} ${change.past.because}${change.alert.told ? "" : " untold"}`;
  return muted === null ? line : `${line} ${muted}`;
}

function subjectName(subject: AlertSubject): string {
  switch (subject.kind) {
    case "queue":
      return subject.queueId;
    case "group":
      return subject.name;
    case "source":
      return subject.sourceId;
    case "site":
      return "site";
    default:
      return assertNever(subject);
  }
}
