import { createCalendar } from "../calendar";
import {
  boardOfAll,
  DEFAULT_CAPACITY,
  DEFAULT_RECOVERY,
  DEFAULT_TARGET,
  defaultThresholds,
  type OpenHours,
  type QueueConfig,
  type RecoveryConfig,
  type SiteConfig,
  type Target,
} from "../config";
import type { AgentState, KeptEvent, LoggedEvent, OverflowReason, RefusalReason } from "../events";
import { advanceTo, hearFrom } from "../metrics/advance";
import { applyEvent } from "../metrics/fold";
import { createFold, type Fold } from "../metrics/fold-state";
import { buildSnapshot } from "../metrics/snapshot";
import type { BoardSnapshot, SourceView } from "../metrics/snapshot-types";
import { agentId, callerAlias, contactId, MAIN_BOARD, type QueueId, queueId, sourceId } from "../vocabulary";

const DAY = "2026-11-22";
const SOURCE = sourceId("pbx");

/** The instant of a time of day on the scenario's day, UTC: `at("09:00:20.500")`. */
export const instant = (time: string, day = DAY): number => Date.parse(`${day}T${time}Z`);

export type ScenarioOptions = {
  readonly target?: Partial<Target>;
  readonly hours?: OpenHours;
  readonly queues?: readonly { id: string; target?: Partial<Target>; hours?: OpenHours }[];
  readonly dayStartsAtMinute?: number;
  readonly recovery?: Partial<RecoveryConfig>;
  /** Left out: UTC. */
  readonly timeZone?: string;
};

export function siteOf(options: ScenarioOptions = {}): SiteConfig {
  const target = { ...DEFAULT_TARGET, ...options.target };
  const hours = options.hours ?? null;
  const queues = (options.queues ?? []).map((queue): QueueConfig => ({
    id: queueId(queue.id),
    name: queue.id,
    target: { ...target, ...queue.target },
    thresholds: defaultThresholds({ ...target, ...queue.target }),
    hours: queue.hours ?? hours,
    wrapUpMs: null,
  }));
  return {
    name: "Scenario",
    timeZone: options.timeZone ?? "UTC",
    dayStartsAtMinute: options.dayStartsAtMinute ?? 0,
    hours,
    target,
    thresholds: defaultThresholds(target),
    queues,
    capacity: DEFAULT_CAPACITY,
    recovery: { ...DEFAULT_RECOVERY, ...options.recovery },
    boards: [boardOfAll(MAIN_BOARD, "All queues")],
    rotations: [],
  };
}

const visit = (contact: string, queue: string, stay = 1) => ({
  queueId: queueId(queue),
  contactId: contactId(contact),
  stay,
});

/** A timeline for specs: `at("09:00:20").answered("c1")`, told to a fold, looked at as a board. */
export type Scenario = ReturnType<typeof createScenario>;

export function createScenario(options: ScenarioOptions = {}) {
  const site = siteOf(options);
  const fold = newFold(site);
  const log: LoggedEvent[] = [];
  const arrivals = new Map<string, number>();
  const tell = (atMs: number, event: KeptEvent, key = JSON.stringify([event, atMs])): void => {
    const logged = { seq: log.length + 1, sourceId: SOURCE, sourceKey: key, atMs, receivedAtMs: atMs, event };
    log.push(logged);
    applyEvent(fold, logged);
  };
  const at = (time: string, day = DAY) => {
    const atMs = instant(time, day);
    return {
      offered: (contact: string, queue = "support", caller: string | null = null, stay = 1) => {
        if (!arrivals.has(contact)) arrivals.set(contact, atMs);
        tell(atMs, {
          type: "contact.offered",
          ...visit(contact, queue, stay),
          channel: "voice",
          caller: caller === null ? null : callerAlias(caller),
          via: "direct",
        });
      },
      answered: (contact: string, queue = "support", agent = "ana", stay = 1) =>
        tell(atMs, { type: "contact.answered", ...visit(contact, queue, stay), agentId: agentId(agent) }),
      abandoned: (contact: string, queue = "support") =>
        tell(atMs, { type: "contact.abandoned", ...visit(contact, queue) }),
      overflowed: (contact: string, reason: OverflowReason, queue = "support") =>
        tell(atMs, { type: "contact.overflowed", ...visit(contact, queue), reason, toQueueId: null }),
      refused: (contact: string, reason: RefusalReason, queue = "support") =>
        tell(atMs, { type: "contact.refused", ...visit(contact, queue), channel: "voice", caller: null, reason }),
      lost: (contact: string, queue = "support") => tell(atMs, { type: "contact.lost", ...visit(contact, queue) }),
      listed: (contact: string, queue = "support") =>
        tell(atMs, { type: "contact.still-waiting", ...visit(contact, queue) }),
      completed: (contact: string, talkMs: number, wrapUpMs: number | null = null, queue = "support", holdMs = 0) =>
        tell(atMs, {
          type: "contact.completed",
          ...visit(contact, queue),
          agentId: null,
          talkMs,
          holdMs,
          wrapUpMs,
          endedBy: "caller",
        }),
      rang: (contact: string, agent: string, queue = "support") =>
        tell(atMs, {
          type: "agent.rang-unanswered",
          ...visit(contact, queue),
          agentId: agentId(agent),
          ringMs: 12_000,
        }),
      joined: (agent: string, queue = "support") =>
        tell(atMs, {
          type: "agent.joined",
          agentId: agentId(agent),
          queueId: queueId(queue),
          name: agent,
          penalty: null,
        }),
      left: (agent: string, queue = "support") =>
        tell(atMs, { type: "agent.left", agentId: agentId(agent), queueId: queueId(queue) }),
      state: (agent: string, state: AgentState, queue: string | null = null) =>
        tell(atMs, {
          type: "agent.state-changed",
          agentId: agentId(agent),
          queueId: queue === null ? null : queueId(queue),
          state,
          reason: null,
          sinceAtMs: atMs,
        }),
      /** Any event at this instant. */
      told: (event: KeptEvent) => tell(atMs, event),
      /** The board as it stands at this instant. */
      board: (): BoardSnapshot => {
        hearFrom(fold, SOURCE, atMs);
        advanceTo(fold, atMs);
        return boardOf(fold);
      },
    };
  };
  /** What people who act on a missed contact name it by (RE1). */
  const missedKey = (contact: string): string => `${SOURCE} ${contact} ${arrivals.get(contact) ?? 0}`;
  return { at, log, fold, site, missedKey };
}

export const newFold = (site: SiteConfig): Fold =>
  createFold(site, createCalendar(site.timeZone, site.dayStartsAtMinute));

const LIVE: SourceView = { id: SOURCE, kind: "test", state: "live", lastProofAtMs: null };

/** A fold's board of these queues (null: all), its source live. */
export function boardOf(fold: Fold, queueIds: readonly QueueId[] | null = null): BoardSnapshot {
  const board = { ...boardOfAll(MAIN_BOARD, "All queues"), queueIds };
  return buildSnapshot(fold, { board, revision: { epoch: "test", number: 1 }, sources: [LIVE] }, null);
}
