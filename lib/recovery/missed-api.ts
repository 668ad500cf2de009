import type { MaskedCaller } from "../desk/desk-types";
import type { AttemptResult, CloseResult, Revision } from "../events";
import type { QueueId } from "../vocabulary";
import type { CauseQuarter } from "./causes/cause-types";
import type { CostEstimate } from "./cost-types";
import type { Attempt, Missed, MissedWhy, RecoveryFigures } from "./recovery-types";
import type { Tries } from "./tries";

/** What the server answers and takes under /api/v1/missed; instants epoch ms, durations ms. */

/**
 * Which recoveries to list. `open`: callers to call back, the first due first; `callbacks`: those of them who asked to
 * be called, by original arrival (RE8); `mine`: those the asker holds; `ended`: the newest end first; `withheld`: who
 * cannot be called, the newest first.
 */
export type MissedList = "open" | "callbacks" | "mine" | "ended" | "withheld";
export const MISSED_LISTS: readonly MissedList[] = ["open", "callbacks", "mine", "ended", "withheld"];

/** `GET /api/v1/missed?list&queue&why&offset&limit`. */
export type MissedQuestion = {
  readonly list: MissedList;
  /** null: every queue. */
  readonly queueId: QueueId | null;
  /** Of the last miss; null: whatever. */
  readonly why: MissedWhy | null;
  readonly offset: number;
  /** 1 to 500. */
  readonly limit: number;
};

export type MissedPage = {
  readonly revision: Revision;
  readonly asOfMs: number;
  readonly list: MissedList;
  /** From `offset` on. */
  readonly rows: readonly MissedRow[];
  /** How many the list has. */
  readonly total: number;
  /** How many each list has, of this queue and why. */
  readonly counts: Readonly<Record<MissedList, number>>;
  readonly figures: RecoveryFigures;
  /** Of `figures.missed` those who first called while their queue was closed: boards count open hours only. */
  readonly afterHours: number;
  /** So long from the miss to the limit, in open hours. */
  readonly limitMs: number;
  /** The queues that rows name, and when they open or close: a due time counts down in open hours only. */
  readonly queues: readonly MissedQueue[];
  /** Callbacks asked for today: kept is within the promised time. */
  readonly callbacks: { readonly asked: number; readonly kept: number; readonly late: number; readonly open: number };
  /** Likely causes of today's misses, the newest quarter-hour first. */
  readonly causes: readonly CauseQuarter[];
  /** null: nobody configured what a call is worth. */
  readonly cost: CostEstimate | null;
};

export type MissedQueue = {
  readonly queueId: QueueId;
  readonly name: string;
  readonly open: boolean;
  /** null: never. */
  readonly nextChangeAtMs: number | null;
};

/** A recovery as its list shows it. */
export type MissedRow = Tries & {
  readonly id: string;
  readonly caller: MaskedCaller;
  readonly queueId: QueueId;
  /** The oldest first; of many the first and the last ones. */
  readonly attempts: readonly MissedAttempt[];
  readonly firstMissedAtMs: number;
  /** The caller asked to be called back. */
  readonly callback: boolean;
  /** First arrival of the caller: the place in the line. */
  readonly arrivedAtMs: number;
  /** null: its queue never opens again, or nobody can be called. */
  readonly dueAtMs: number | null;
  /** Open time of its queue from `asOfMs` to `dueAtMs`; 0: overdue; null: as `dueAtMs`. */
  readonly dueInOpenMs: number | null;
  readonly asOfMs: number;
  readonly claim: { readonly by: string; readonly untilMs: number; readonly mine: boolean } | null;
  /** What people noted down, the oldest first. */
  readonly tried: readonly { readonly atMs: number; readonly by: string; readonly result: AttemptResult }[];
  readonly end: MissedEnd | null;
  /** Where the source's recording of the last attempt can be heard; null: nowhere. */
  readonly recordingUrl: string | null;
};

export type MissedAttempt = Pick<Attempt, "arrivedAtMs" | "queueId"> & Pick<Missed, "waitMs" | "why" | "reason">;

export type MissedEnd = {
  readonly kind: "came-back" | "reached" | "closed" | "lapsed";
  readonly atMs: number;
  /** Within the limit; null: there was none. */
  readonly inTime: boolean | null;
  /** Who closed it, or the agent who called; null: nobody, or not known. */
  readonly by: string | null;
  /** Of a closed one. */
  readonly result: CloseResult | null;
  /** A person closed it, and nothing was missed of this caller since. */
  readonly canReopen: boolean;
};

/** Body of `POST /api/v1/missed/{id}/attempt`; `…/claim` has none. */
export type MissedAttemptRequest = { readonly result: AttemptResult };
/** Body of `POST /api/v1/missed/{id}/close`; `DELETE`, which takes that back, has none. */
export type MissedCloseRequest = { readonly result: CloseResult };

/**
 * Answer of claim, attempt and close, and of taking them back (`DELETE`): 200 with the row as it is then. Where
 * somebody else holds it, or it is over, 409 with a problem document that has `row` too: the page says who or why.
 */
export type MissedActReply = { readonly row: MissedRow };

/**
 * Answer of `POST /api/v1/missed/{id}/number`, which stands in the audit trail. `callUrl`: opens the telephone; null:
 * none is configured.
 */
export type MissedNumber = {
  readonly number: string;
  readonly name: string | null;
  readonly callUrl: string | null;
};
