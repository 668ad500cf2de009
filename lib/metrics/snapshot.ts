import { alertsOf } from "../alerts/alerts-of";
import type { AlertView } from "../alerts/alert-types";
import { type BoardConfig, lookOf, type Target, type Thresholds } from "../config";
import type { Revision } from "../events";
import { costOf } from "../recovery/list/cost";
import { recoveriesIn, recoveryFiguresOf } from "../recovery/figures";
import type { QueueId } from "../vocabulary";
import { countAgents } from "./agents";
import { dayFoldOf, type Fold, MINUTE_MS, QUARTER_MS, type QueueFold } from "./fold-state";
import { emptyLedger, type Ledger, mergeLedger } from "./ledger";
import { figuresOf } from "./measures";
import { peopleOf } from "./people";
import { addServiceLevels, type ServiceLevel, serviceLevelOf } from "./service-level";
import type {
  AgentCounts,
  BoardSnapshot,
  ContactFigures,
  FeedState,
  QuarterHours,
  QueueRow,
  SourceView,
  TargetView,
  TotalRow,
} from "./snapshot-types";
import { windowLedger } from "./window";

/** A queue's row with the sums its total is made of. */
type BuiltRow = {
  readonly key: string;
  readonly row: QueueRow;
  readonly today: Ledger;
  readonly window: Ledger;
  readonly todayLevel: ServiceLevel;
  readonly windowLevel: ServiceLevel;
};

/** Rows built before: a queue that did not change is not built again, and keeps its identity. */
export type RowCache = Map<QueueId, BuiltRow>;
export const createRowCache = (): RowCache => new Map();

/** What a board is built from: the fold, how its sources stand, and what fires anywhere. */
export type SnapshotInput = {
  readonly board: BoardConfig;
  readonly revision: Revision;
  readonly sources: readonly SourceView[];
  /** Left out: nothing. */
  readonly alerts?: readonly AlertView[];
  /** Left out: all are delivered. */
  readonly alertsUndelivered?: boolean;
};

/**
 * The board as the fold stands: rows of its queues, their total, and the day's contacts.
 * @param cache one per board; null builds everything anew
 */
export function buildSnapshot(fold: Fold, input: SnapshotInput, cache: RowCache | null): BoardSnapshot {
  const { board, revision, alerts = [], alertsUndelivered = false } = input;
  const nowMs = fold.nowMs;
  const { day, startMs } = fold.calendar.businessDay(nowMs);
  const queues = queuesOf(fold, board);
  const sources = sourcesOf(board, queues, input.sources);
  // BO3: it works while any of its queues does.
  const hours = queues.length === 0 ? [fold.site.hours] : queues.map(({ config }) => config.hours);
  const built = queues.map((queue) => builtRow(fold, queue, board, feedOf(queue, sources), cache));
  return {
    type: "snapshot",
    revision,
    boardId: board.id,
    boardName: board.name,
    site: { name: fold.site.name, timeZone: fold.site.timeZone },
    look: lookOf(board),
    asOfMs: nowMs,
    day,
    open: hours.some((each) => fold.calendar.isOpen(each, nowMs)),
    nextChangeAtMs: fold.calendar.nextChangeOfAny(hours, nowMs),
    sources,
    total: totalRow(fold, board, built, worstFeed(sources)),
    contacts: contactFigures(fold, board),
    recoveries: recoveryFiguresOf(fold.recoveries, { queueIds: board.queueIds, dayStartMs: startMs, nowMs }),
    queues: built.map(({ row }) => row),
    missedCost: board.missedCost ? missedCostOf(fold, board, startMs) : null,
    gaps: fold.gaps.filter((gap) => gap.toMs > startMs && sources.some(({ id }) => id === gap.sourceId)),
    alerts: alertsOf({ queueIds: board.queueIds, sourceIds: sources.map(({ id }) => id) }, alerts),
    alertsUndelivered,
    people: peopleOf(fold, board.agentNames, new Set(queues.map(({ config }) => config.id))),
  };
}

function missedCostOf(fold: Fold, { queueIds }: BoardConfig, dayStartMs: number): BoardSnapshot["missedCost"] {
  const inputs = fold.site.recovery.cost;
  if (inputs === null) return null;
  const all = [...recoveriesIn(fold.recoveries, queueIds)];
  const today = all.filter(({ firstMissedAtMs }) => firstMissedAtMs >= dayStartMs);
  return { currency: inputs.currency, ...costOf(inputs, today, fold.nowMs).total };
}

/** The queues of a board that have been heard of, in its order. */
export function queuesOf(fold: Fold, board: BoardConfig): readonly QueueFold[] {
  if (board.queueIds === null) return [...fold.queues.values()];
  return board.queueIds.flatMap((queueId) => fold.queues.get(queueId) ?? []);
}

/** The sources a board rests on: those that tell of its queues; all, where none has yet. */
export function sourcesOf(
  board: BoardConfig,
  queues: readonly QueueFold[],
  sources: readonly SourceView[],
): readonly SourceView[] {
  if (board.queueIds === null) return sources;
  const own = sources.filter(({ id }) => queues.some(({ sourceIds }) => sourceIds.has(id)));
  return own.length === 0 ? sources : own;
}

const FEED_ORDER: readonly FeedState[] = ["live", "syncing", "connecting", "stale", "down"];

/** UN3: a connection lost and made again within the time a proof lasts leaves the figures as sure as they were. */
function figuresFeed({ state, lastProofAtMs }: SourceView): FeedState {
  const isOnItsWay = state === "connecting" || state === "syncing";
  return isOnItsWay && lastProofAtMs !== null ? "live" : state;
}

/** A figure is as sure as the least sure of the sources it rests on. */
export function worstFeed(sources: readonly SourceView[]): FeedState {
  const worst = Math.max(0, ...sources.map((source) => FEED_ORDER.indexOf(figuresFeed(source))));
  return FEED_ORDER[worst] ?? "down";
}

/** Sources that never told of a queue do not make it doubtful; before anybody did, all do. */
export function feedOf({ sourceIds }: QueueFold, sources: readonly SourceView[]): FeedState {
  const own = sources.filter(({ id }) => sourceIds.has(id));
  return worstFeed(own.length === 0 ? sources : own);
}

function builtRow(fold: Fold, queue: QueueFold, board: BoardConfig, feed: FeedState, cache: RowCache | null): BuiltRow {
  const minute = Math.floor(fold.nowMs / MINUTE_MS);
  const key = `${queue.version} ${minute} ${feed}`;
  const known = cache?.get(queue.config.id);
  if (known?.key === key) return known;
  const built = { key, ...buildRow(fold, queue, board, feed) };
  cache?.set(queue.config.id, built);
  return built;
}

function buildRow(fold: Fold, queue: QueueFold, board: BoardConfig, feed: FeedState): Omit<BuiltRow, "key"> {
  const { config } = queue;
  const { target } = config;
  const today = dayFoldOf(fold, fold.nowMs)?.queues.get(config.id)?.ledger ?? emptyLedger();
  const window = windowLedger(fold, config.id, board.windowMinutes);
  const todayLevel = serviceLevelOf(today.inHours, target.formula);
  const windowLevel = serviceLevelOf(window.inHours, target.formula);
  const row: QueueRow = {
    queueId: config.id,
    name: config.name,
    open: fold.calendar.isOpen(config.hours, fold.nowMs),
    feed,
    ...waitingOf(queue),
    agents: agentsOf(fold, new Set([config.id])),
    target: targetView(target, config.thresholds),
    today: figuresOf(today, todayLevel, target.goalPerMille),
    window: { ...figuresOf(window, windowLevel, target.goalPerMille), minutes: board.windowMinutes },
    quarters: quarterHours(fold, queue),
  };
  return { row, today, window, todayLevel, windowLevel };
}

/** Who waits in a queue now. */
export function waitingOf(queue: QueueFold): Pick<QueueRow, "waiting" | "overdue" | "oldestOfferedAtMs"> {
  let oldestOfferedAtMs: number | null = null;
  let overdue = 0;
  for (const visit of queue.waiting) {
    if (visit.overdue) overdue += 1;
    const { arrivedAtMs } = visit;
    if (arrivedAtMs !== null && (oldestOfferedAtMs === null || arrivedAtMs < oldestOfferedAtMs)) {
      oldestOfferedAtMs = arrivedAtMs;
    }
  }
  return { waiting: queue.waiting.size, overdue, oldestOfferedAtMs };
}

function agentsOf(fold: Fold, queueIds: ReadonlySet<QueueId>): AgentCounts {
  const agents = [...fold.sources.values()].flatMap((source) => [...source.agents.values()]);
  return countAgents(agents, queueIds);
}

/** A target as screens get it. */
export const targetView = (target: Target, thresholds: Thresholds): TargetView => ({
  goalRatio: target.goalPerMille / 1000,
  thresholdMs: target.thresholdMs,
  formula: target.formula,
  thresholds,
});

function quarterHours(fold: Fold, queue: QueueFold): QuarterHours {
  const quarters = dayFoldOf(fold, fold.nowMs)?.queues.get(queue.config.id)?.quarters;
  const rows: [string, [number, number]][] = [];
  for (const [quarter, counts] of quarters ?? []) {
    const { met, decided } = serviceLevelOf(counts, queue.config.target.formula);
    if (decided > 0) rows.push([String(quarter * QUARTER_MS), [met, decided]]);
  }
  return Object.fromEntries(rows);
}

/** SL4: numerators, denominators and sums of the rows; each agent once (AG1). */
function totalRow(fold: Fold, board: BoardConfig, built: readonly BuiltRow[], feed: FeedState): TotalRow {
  const today = emptyLedger();
  const window = emptyLedger();
  const nothing: ServiceLevel = { met: 0, decided: 0 };
  for (const row of built) {
    mergeLedger(today, row.today);
    mergeLedger(window, row.window);
  }
  const todayLevel = built.reduce((sum, row) => addServiceLevels(sum, row.todayLevel), nothing);
  const windowLevel = built.reduce((sum, row) => addServiceLevels(sum, row.windowLevel), nothing);
  const { goalPerMille } = fold.site.target;
  const oldest = built.flatMap(({ row }) => row.oldestOfferedAtMs ?? []);
  return {
    feed,
    waiting: built.reduce((sum, { row }) => sum + row.waiting, 0),
    overdue: built.reduce((sum, { row }) => sum + row.overdue, 0),
    oldestOfferedAtMs: oldest.length === 0 ? null : Math.min(...oldest),
    agents: agentsOf(fold, new Set(built.map(({ row }) => row.queueId))),
    target: targetView(fold.site.target, fold.site.thresholds),
    today: figuresOf(today, todayLevel, goalPerMille),
    window: { ...figuresOf(window, windowLevel, goalPerMille), minutes: board.windowMinutes },
    quarters: addQuarters(built.map(({ row }) => row.quarters)),
  };
}

function addQuarters(all: readonly QuarterHours[]): QuarterHours {
  const sums = new Map<string, [number, number]>();
  for (const quarters of all)
    for (const [start, [met, decided]] of Object.entries(quarters)) {
      const sum = sums.get(start) ?? [0, 0];
      sums.set(start, [sum[0] + met, sum[1] + decided]);
    }
  return Object.fromEntries([...sums].sort(([a], [b]) => Number(a) - Number(b)));
}

function contactFigures(fold: Fold, board: BoardConfig): ContactFigures {
  const day = dayFoldOf(fold, fold.nowMs);
  const sums = { offered: 0, answered: 0, missed: 0 };
  for (const [queueId, counts] of day?.contacts ?? []) {
    if (board.queueIds !== null && !board.queueIds.includes(queueId)) continue;
    sums.offered += counts.offered;
    sums.answered += counts.answered;
    sums.missed += counts.missed;
  }
  const isWholeSite = board.queueIds === null;
  return {
    ...sums,
    repeatCallers: isWholeSite ? (day?.repeats.callers ?? 0) : null,
    repeatContacts: isWholeSite ? (day?.repeats.contacts ?? 0) : null,
  };
}
