import type { WindowMinutes } from "../config";
import type { AgentState, Revision } from "../events";
import type { FeedState, Figures, TargetView } from "../metrics/snapshot-types";
import type { AgentId, BoardId, DayKey, QueueId } from "../vocabulary";

/** What a supervisor looks at. `queueId: null`: all of the board; `minutes: null`: today. */
export type DeskQuestion = { readonly queueId: QueueId | null; readonly minutes: WindowMinutes | null };
export type DeskRequest = DeskQuestion & { readonly boardId: BoardId };

/** All that `/supervise` shows beside the board itself, at one revision of it. Instants are epoch ms, durations ms. */
export type Desk = {
  readonly revision: Revision;
  readonly asOfMs: number;
  readonly day: DayKey;
  readonly boardId: BoardId;
  readonly queueId: QueueId | null;
  readonly minutes: WindowMinutes | null;
  readonly feed: FeedState;
  readonly target: TargetView;
  /** Of the queue or the total, over the day or the last `minutes`. */
  readonly figures: Figures;
  /** Today by arrival, in order, quarter-hours without contacts left out. */
  readonly quarters: readonly QuarterFigures[];
  /** Oldest first. */
  readonly waiting: readonly WaitingCaller[];
  /** By name. Whoever is in none of the queues is left out; whoever is logged out stays. */
  readonly agents: readonly AgentRow[];
};

export type QuarterFigures = {
  readonly startMs: number;
  readonly offered: number;
  readonly answered: number;
  readonly missed: number;
  readonly met: number;
  readonly decided: number;
};

/** A number as those see it who may not see it: its end, or nothing (`hidden`: of whoever is told nothing, or erased). */
export type MaskedCaller =
  { readonly kind: "number"; readonly tail: string } | { readonly kind: "withheld" } | { readonly kind: "hidden" };

export type WaitingCaller = {
  /** Tells visits apart, stable while the caller waits. */
  readonly key: string;
  readonly queueId: QueueId;
  readonly offeredAtMs: number;
  /** Past the queue's threshold. */
  readonly overdue: boolean;
  readonly caller: MaskedCaller;
  /** What this caller's other contacts of the day came to; null: withheld, nobody can say. */
  readonly today: {
    /** This contact included. */
    readonly contacts: number;
    readonly missed: number;
    readonly lastAnsweredAtMs: number | null;
  } | null;
};

export type AgentRow = {
  readonly agentId: AgentId;
  readonly name: string;
  readonly state: AgentState;
  readonly reason: string | null;
  readonly sinceAtMs: number | null;
  /** Those of the board's queues the person is in. */
  readonly queueIds: readonly QueueId[];
  /** Contacts answered today, in any queue. */
  readonly answeredToday: number;
};
