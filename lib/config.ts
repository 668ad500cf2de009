import type { Channel } from "./events";
import type { CostInputs } from "./recovery/cost-types";
import { type BoardId, MAIN_BOARD, type QueueId, type SourceId } from "./vocabulary";

/** Minutes of the local day, `from` included, `to` excluded; `to` up to 24 × 60. */
export type Shift = { readonly fromMinute: number; readonly toMinute: number };

/** Shifts by ISO weekday (index 0 is Monday), and ISO dates that are closed all day. */
export type OpenHours = {
  readonly weekly: readonly (readonly Shift[])[];
  readonly closedDates: readonly string[];
};

/** SL6. `offered` is the default. */
export type ServiceLevelFormula =
  "offered" | "answered-only" | "abandons-after-threshold" | "credit-abandons-within-threshold";

/** From `watch` on somebody should look, from `act` on somebody is needed; in the figure's own unit. */
export type Limit = { readonly watch: number; readonly act: number };

/** Whose crossing asks for people. The first two are good when high, the others when low. */
export type ThresholdFigure =
  "serviceLevel" | "answerRate" | "missedRate" | "speedOfAnswer" | "longestWait" | "waiting";

/**
 * When a figure asks for people: shares in per mille, waits in ms, callers as a count. null: never.
 * `serviceLevel` and `answerRate` ask below their limits, the others from their limits on.
 */
export type Thresholds = Readonly<Record<ThresholdFigure, Limit | null>> & {
  /** Shares and averages over fewer contacts are judged only where chance cannot explain them. */
  readonly minimumContacts: number;
};

export type Target = {
  /** 900 is 90 %; whole numbers keep SL5 exact. */
  readonly goalPerMille: number;
  readonly thresholdMs: number;
  readonly shortAbandonMs: number;
  readonly formula: ServiceLevelFormula;
};

export type QueueConfig = {
  readonly id: QueueId;
  readonly name: string;
  readonly target: Target;
  readonly thresholds: Thresholds;
  /** null: always open. */
  readonly hours: OpenHours | null;
  /** Work after a contact where the source does not report it; null: not known. */
  readonly wrapUpMs: number | null;
};

export type WindowMinutes = 15 | 30 | 60;

export type Language = "en" | "de" | "es" | "pt-BR" | "fr";
export type Theme = "dark" | "light" | "contrast";

/** What may stand at the head of a wall. */
export type BoardFigure =
  | "serviceLevel"
  | "waiting"
  | "longestWait"
  | "missed"
  | "answerRate"
  | "speedOfAnswer"
  | "abandoned"
  | "handlingTime"
  | "agents";

/** Where a screen hangs: its diagonal, and how far away the farthest reader sits. */
export type Viewing = { readonly screenInches: number; readonly distanceMetres: number };

/** How a board looks; all of it is sent with the board. */
export type BoardLook = {
  /** The first is the largest; one to five. */
  readonly figures: readonly BoardFigure[];
  /** Over which time figures of rate and speed are taken: the day, or the last `windowMinutes`. */
  readonly period: "today" | "window";
  readonly language: Language;
  readonly theme: Theme;
  /** null: not said; letters then follow from the picture's height alone. */
  readonly viewing: Viewing | null;
  /** Whether an `act` is heard too, once somebody has pressed a key. */
  readonly sound: boolean;
};

export type BoardConfig = BoardLook & {
  readonly id: BoardId;
  readonly name: string;
  /** null: every queue. */
  readonly queueIds: readonly QueueId[] | null;
  readonly windowMinutes: WindowMinutes;
  /** Whether the board names its agents. Callers are never named on a board. */
  readonly agentNames: "full" | "first" | "none";
  /** Whether the board tells an estimate of what missed calls cost (RE7). */
  readonly missedCost: boolean;
};

/** A screen follows no more boards than this. */
export const BOARDS_AT_MOST = 12;

/** Boards that take turns on one screen, up to `BOARDS_AT_MOST` of them, for as long as none of them has an `act`. */
export type RotationConfig = {
  readonly id: BoardId;
  readonly name: string;
  readonly boardIds: readonly BoardId[];
  readonly everyMs: number;
};

/** What becomes of missed callers (RE). */
export type RecoveryConfig = {
  /** RE2: a miss is to be returned within so much open time. */
  readonly limitMs: number;
  /** RE4: a claim without an attempt lapses after this. */
  readonly claimMs: number;
  /** RE8: whoever leaves a queue by a key asked to be called back, or was simply missed. */
  readonly keyExit: "callback" | "missed";
  /** RE7; null: nobody said what a call is worth. */
  readonly cost: CostInputs | null;
};
export const DEFAULT_RECOVERY: RecoveryConfig = {
  limitMs: 2 * 3_600_000,
  claimMs: 15 * 60_000,
  keyExit: "callback",
  cost: null,
};

/** So many contacts of a channel an agent may have at once. */
export type Capacity = Readonly<Record<Channel, number>>;

export const DEFAULT_CAPACITY: Capacity = { voice: 1, chat: 3, sms: 5, email: 10 };

export type SiteConfig = {
  readonly name: string;
  /** IANA name, `Europe/Berlin`. */
  readonly timeZone: string;
  /** Minutes after local midnight at which a business day starts (TI2). */
  readonly dayStartsAtMinute: number;
  readonly hours: OpenHours | null;
  readonly target: Target;
  readonly thresholds: Thresholds;
  readonly queues: readonly QueueConfig[];
  readonly capacity: Capacity;
  readonly recovery: RecoveryConfig;
  /** `main` is always among them. */
  readonly boards: readonly BoardConfig[];
  /** No rotation has the id of a board. */
  readonly rotations: readonly RotationConfig[];
};

export type AsteriskSourceConfig = {
  readonly kind: "asterisk-ami";
  readonly id: SourceId;
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly secret: string;
  readonly tls: boolean;
  /** Path of Asterisk's queue_log, to fill gaps from (UN4); null: none. */
  readonly queueLog: string | null;
};
export type SimulatorSourceConfig = { readonly kind: "simulator"; readonly id: SourceId; readonly seed: number };
/** Others tell of their contacts: `POST /api/v1/events`. */
export type HttpSourceConfig = {
  readonly kind: "http";
  readonly id: SourceId;
  /** Where nothing was told for so long, its figures are stale (UN2); null: quiet is never stale. */
  readonly silentAfterMs: number | null;
};
/** One arm per kind of source. */
export type SourceConfig = AsteriskSourceConfig | SimulatorSourceConfig | HttpSourceConfig;

export const DEFAULT_TARGET: Target = {
  goalPerMille: 900,
  thresholdMs: 60_000,
  shortAbandonMs: 5_000,
  formula: "offered",
};

/** Below so many contacts, one unlucky caller would colour a share. */
const MINIMUM_CONTACTS = 10;
/** So many points below the goal, watching is not enough. */
const ACT_BELOW_GOAL_PER_MILLE = 100;

/** TH5: limits that follow from the target: the goal and ten points below it, half of T and T. The others are off. */
export function defaultThresholds({ goalPerMille, thresholdMs }: Target): Thresholds {
  return {
    serviceLevel: { watch: goalPerMille, act: Math.max(0, goalPerMille - ACT_BELOW_GOAL_PER_MILLE) },
    answerRate: null,
    missedRate: null,
    speedOfAnswer: null,
    longestWait: { watch: Math.round(thresholdMs / 2), act: thresholdMs },
    waiting: null,
    minimumContacts: MINIMUM_CONTACTS,
  };
}

export const DEFAULT_LOOK: BoardLook = {
  figures: ["serviceLevel", "waiting", "missed", "answerRate", "speedOfAnswer"],
  period: "today",
  language: "en",
  theme: "dark",
  viewing: null,
  sound: false,
};

/** What of a board is its look. */
export const lookOf = ({ figures, period, language, theme, viewing, sound }: BoardConfig): BoardLook => ({
  figures,
  period,
  language,
  theme,
  viewing,
  sound,
});

/** The board that is there without being configured, and what a board is that says nothing of itself. */
export const boardOfAll = (id: BoardId, name: string): BoardConfig => ({
  ...DEFAULT_LOOK,
  id,
  name,
  queueIds: null,
  windowMinutes: 30,
  agentNames: "none",
  missedCost: false,
});

/** A site of which nothing is configured: always open, queues appear by themselves. */
export const bareSite = (name: string, timeZone: string): SiteConfig => ({
  name,
  timeZone,
  dayStartsAtMinute: 0,
  hours: null,
  target: DEFAULT_TARGET,
  thresholds: defaultThresholds(DEFAULT_TARGET),
  queues: [],
  capacity: DEFAULT_CAPACITY,
  recovery: DEFAULT_RECOVERY,
  boards: [boardOfAll(MAIN_BOARD, "All queues")],
  rotations: [],
});
