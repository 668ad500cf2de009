import type { BoardId, QueueId, SourceId } from "./vocabulary";

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
  /** null: always open. */
  readonly hours: OpenHours | null;
  /** Work after a contact where the source does not report it; null: not known. */
  readonly wrapUpMs: number | null;
};

export type WindowMinutes = 15 | 30 | 60;

export type BoardConfig = {
  readonly id: BoardId;
  readonly name: string;
  /** null: every queue. */
  readonly queueIds: readonly QueueId[] | null;
  readonly windowMinutes: WindowMinutes;
};

export type SiteConfig = {
  readonly name: string;
  /** IANA name, `Europe/Berlin`. */
  readonly timeZone: string;
  /** Minutes after local midnight at which a business day starts (TI2). */
  readonly dayStartsAtMinute: number;
  readonly hours: OpenHours | null;
  readonly target: Target;
  readonly queues: readonly QueueConfig[];
  /** `main` is always among them. */
  readonly boards: readonly BoardConfig[];
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
/** One arm per kind of source. */
export type SourceConfig = AsteriskSourceConfig | SimulatorSourceConfig;

export const DEFAULT_TARGET: Target = {
  goalPerMille: 900,
  thresholdMs: 60_000,
  shortAbandonMs: 5_000,
  formula: "offered",
};
