import type { AttemptResult, Channel, CloseResult, OverflowReason, Person, RefusalReason } from "../events";
import type { AgentId, CallerAlias, ContactId, QueueId, SourceId } from "../vocabulary";

/** Why a contact was missed (CO5); `after-hours`: its queue was closed when it arrived, whatever then became of it. */
export type MissedWhy = "abandoned" | "overflowed" | "refused" | "after-hours";
export const MISSED_WHYS: readonly MissedWhy[] = ["abandoned", "overflowed", "refused", "after-hours"];

/** One missed contact. Instants epoch ms, durations ms. */
export type Attempt = {
  /** Names it in the book: `attemptKeyOf`. */
  readonly key: string;
  readonly sourceId: SourceId;
  readonly contactId: ContactId;
  /** null: not told. */
  readonly channel: Channel | null;
  readonly arrivedAtMs: number;
  /** Where it was missed. */
  readonly queueId: QueueId;
  readonly missed: Missed;
  /** The last line of the log when it was heard of: nobody acted on it before. */
  readonly seq: number;
  /** The caller asked to be called back, or is being (`via: callback`). */
  readonly callback: boolean;
};

export type Missed = {
  readonly atMs: number;
  /** Up to then; null: not known. */
  readonly waitMs: number | null;
  readonly why: MissedWhy;
  /** What the source said of it; null: nothing more. */
  readonly reason: OverflowReason | RefusalReason | null;
};

/** How a recovery ended (RE3); at most once. */
export type RecoveryEnd =
  /** The caller tried again and was answered. */
  | { readonly kind: "came-back"; readonly atMs: number }
  /** An outbound call to him was answered, or a callback that the queue made. */
  | { readonly kind: "reached"; readonly atMs: number; readonly sourceId: SourceId; readonly agentId: AgentId | null }
  /** A person closed it. */
  | { readonly kind: "closed"; readonly atMs: number; readonly result: CloseResult; readonly by: Person }
  /** Nobody did anything for so long that nobody will. */
  | { readonly kind: "lapsed"; readonly atMs: number };

/** What somebody noted down of trying to reach the caller. */
export type Tried = { readonly atMs: number; readonly by: Person; readonly result: AttemptResult };

/** RE4. Holds until `untilMs`, or as long as he tries. */
export type Claim = { readonly by: Person; readonly atMs: number; readonly untilMs: number };

/** All missed contacts of one caller until something became of them (RE1). */
export type Recovery = {
  /** The key of the contact that opened it; two recoveries never have the same. */
  readonly key: string;
  /** null: withheld (RE5). */
  readonly caller: CallerAlias | null;
  /** Whether there is a number to call. */
  readonly contactable: boolean;
  /** Where it was first missed: whoever has this queue has the recovery. */
  readonly queueId: QueueId;
  /** The missed ones, the oldest first; at least one. */
  readonly attempts: readonly Attempt[];
  readonly firstMissedAtMs: number;
  /** RE2; null: its queue never opens again. */
  readonly dueAtMs: number | null;
  readonly tried: readonly Tried[];
  /** Whoever claimed it last and has not given it back; it may have lapsed: `holderAt`. */
  readonly claim: Claim | null;
  readonly end: RecoveryEnd | null;
};

/** Of a board's queues (RE6); instants epoch ms. */
export type RecoveryFigures = {
  /** Callers first missed today, each once; those that withheld their number each time. */
  readonly missed: number;
  /** Of them those that withheld their number (RE5). */
  readonly uncontactable: number;
  /** Of the missed, those who came back or were reached; `inTime`: within the limit. */
  readonly recovered: number;
  readonly recoveredInTime: number;
  /** Of whatever day: who can be called and has not been. */
  readonly open: number;
  readonly overdue: number;
  /** null: none is open that will be due. */
  readonly nextDueAtMs: number | null;
  /** Won back today, whenever missed: came back or reached. */
  readonly wonBack: number;
  /** From the first miss to being won back, the least of today; null: none yet. */
  readonly quickestMs: number | null;
};
