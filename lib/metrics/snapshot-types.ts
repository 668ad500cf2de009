import type { AlertView } from "../alerts/alert-types";
import type { BoardLook, ServiceLevelFormula, Thresholds } from "../config";
import type { AgentState, OverflowReason, RefusalReason, Revision } from "../events";
import type { RecoveryFigures } from "../recovery/recovery-types";
import type { AgentId, BoardId, DayKey, QueueId, SourceId } from "../vocabulary";
import type { SourceDetail } from "./source-detail";

/** The outcomes of visits that arrived outside open hours (SL7). */
export type OutOfHoursOutcomes = {
  readonly answered: number;
  readonly abandoned: number;
  readonly shortAbandoned: number;
  readonly overflowed: number;
  readonly refused: number;
  readonly unknown: number;
  readonly waiting: number;
  readonly missed: number;
};

/** Figures over a set of visits (a queue's day, its window, or their total). Shares 0–1, durations ms, null: not known. */
export type Figures = {
  readonly offered: number;
  readonly answered: number;
  readonly met: number;
  readonly decided: number;
  /** Short ones included (CO4). */
  readonly abandoned: number;
  readonly shortAbandoned: number;
  readonly overflowed: number;
  readonly overflowedBy: Readonly<Record<OverflowReason, number>>;
  readonly refused: number;
  readonly refusedBy: Readonly<Record<RefusalReason, number>>;
  readonly unknown: number;
  /** Visits of this set that still wait: with the outcomes they add up to `offered` (CO3). */
  readonly waiting: number;
  readonly missed: number;
  /** How the missed were lost: the three add up to `missed` (CO5). */
  readonly missedBy: Readonly<Record<"abandoned" | "overflowed" | "refused", number>>;
  readonly ringNoAnswer: number;
  readonly outOfHours: number;
  readonly outOfHoursBy: OutOfHoursOutcomes;
  /** Handled contacts that have finished: what AHT and talk rest on. */
  readonly handled: number;
  /** What the service level rests on, by the formula of each queue (SL4, SL6): its numerator and denominator. */
  readonly level: { readonly met: number; readonly decided: number };
  readonly serviceLevelRatio: number | null;
  readonly answerRateRatio: number | null;
  /** What the answer rate rests on, its denominator (CO7). */
  readonly answerRateBase: number;
  readonly missedRateRatio: number | null;
  /** What the missed rate rests on, its denominator (CO7). */
  readonly missedRateBase: number;
  readonly asaMs: number | null;
  readonly waitMedianMs: number | null;
  readonly waitP90Ms: number | null;
  readonly waitMaxMs: number | null;
  readonly abandonWaitMs: number | null;
  readonly ahtMs: number | null;
  readonly ahtIncludesWrapUp: boolean;
  /** Average time connected, hold included. */
  readonly talkMs: number | null;
  readonly goalMet: boolean | null;
};

export type AgentCounts = {
  readonly available: number;
  readonly ringing: number;
  readonly onContact: number;
  readonly wrapUp: number;
  readonly paused: number;
  readonly loggedOut: number;
  readonly notReported: number;
};

/** UN2, UN3: `live` is proven within 10 s; `stale` was; `connecting` and `syncing` are on the way; `down` gave up or ended. */
export type FeedState = "connecting" | "syncing" | "live" | "stale" | "down";

/** A source as a board shows it. */
export type SourceView = {
  readonly id: SourceId;
  readonly kind: string;
  readonly state: FeedState;
  readonly lastProofAtMs: number | null;
};
/** A source as an operator asks about it. */
export type SourceStatus = SourceView & {
  readonly lastEventAtMs: number | null;
  readonly detail: SourceDetail;
};

/** Service level by quarter-hour of arrival: epoch ms of the quarter's start (as text) → [met, decided]. */
export type QuarterHours = Readonly<Record<string, readonly [number, number]>>;

export type TotalRow = {
  readonly feed: FeedState;
  readonly waiting: number;
  /** Of the waiting, how many past their queue's threshold. */
  readonly overdue: number;
  readonly oldestOfferedAtMs: number | null;
  readonly agents: AgentCounts;
  readonly target: TargetView;
  readonly today: Figures;
  readonly window: Figures & { readonly minutes: number };
  readonly quarters: QuarterHours;
};
export type TargetView = {
  readonly goalRatio: number;
  readonly thresholdMs: number;
  readonly formula: ServiceLevelFormula;
  readonly thresholds: Thresholds;
};
export type QueueRow = TotalRow & {
  readonly queueId: QueueId;
  readonly name: string;
  readonly open: boolean;
};

/** Today, each contact once: where it first arrived, and where and how its last visit ended (CO1). */
export type ContactFigures = {
  readonly offered: number;
  readonly answered: number;
  readonly missed: number;
  /** Over the whole site; null on a board of some queues only. */
  readonly repeatCallers: number | null;
  readonly repeatContacts: number | null;
};

export type Gap = {
  readonly sourceId: SourceId;
  readonly fromMs: number;
  readonly toMs: number;
  readonly filled: boolean;
};

/** Somebody who answers, as a board that names people shows him. */
export type PersonView = {
  readonly name: string;
  readonly state: AgentState;
  readonly reason: string | null;
  readonly sinceAtMs: number | null;
};

/** A board at one instant: all that a screen needs, and all that is sent. */
export type BoardSnapshot = {
  readonly type: "snapshot";
  readonly revision: Revision;
  readonly boardId: BoardId;
  readonly boardName: string;
  readonly site: { readonly name: string; readonly timeZone: string };
  readonly look: BoardLook;
  readonly asOfMs: number;
  readonly day: DayKey;
  readonly open: boolean;
  /** When `open` changes next; null: never (always open). */
  readonly nextChangeAtMs: number | null;
  readonly sources: readonly SourceView[];
  readonly total: TotalRow;
  readonly contacts: ContactFigures;
  /** Of callers first missed in the board's queues (RE6). */
  readonly recoveries: RecoveryFigures;
  /** RE7: an estimate of what today's missed calls cost; null: the board does not ask for it, or nobody said what a call is worth. */
  readonly missedCost: { readonly currency: string; readonly low: number; readonly high: number } | null;
  readonly queues: readonly QueueRow[];
  readonly gaps: readonly Gap[];
  /** Those of the board's queues and the site's, worst first, then the oldest (AL41). */
  readonly alerts: readonly AlertView[];
  /** Messages about alerts do not reach people (AL79). */
  readonly alertsUndelivered: boolean;
  /** Who is logged in to the board's queues; empty where the board names nobody. */
  readonly people: Readonly<Record<AgentId, PersonView>>;
};
