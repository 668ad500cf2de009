import type {
  AlarmRate,
  ChannelKind,
  ChannelState,
  ChannelTest,
  NewAlertRule,
  NextHours,
  RulePreview,
} from "../../lib/alerts/alert-api";
import type { AlertView, PastAlert } from "../../lib/alerts/alert-types";
import type { AlertSight } from "../../lib/alerts/alerts-of";
import type { DayKey } from "../../lib/vocabulary";
import type { FoldWatcher } from "./engine/fold-watcher";
import type { RuleBook } from "./rules/rule-book";
import type { SilenceBook } from "./rules/silence-book";

/** Alerting as the HTTP API sees it. What a disk refuses is thrown, and nothing of it is done. */
export type Alerts = FoldWatcher & {
  /** What is over, the newest end first. @param after `next` of a page; null: from the newest */
  readonly past: (sight: AlertSight, after: string | null, limit: number) => PastPage;
  readonly rate: (sight: AlertSight) => AlarmRate;
  readonly acknowledge: (id: string, minutes: number | null, signed: SignedAct) => Acknowledged;
  readonly takeBack: (id: string, signed: SignedAct) => Acknowledged;
  readonly rules: RuleBook;
  readonly silences: SilenceBook;
  readonly hours: () => NextHours;
  readonly channels: AlertChannels;
  /** What a rule would have done on a business day; null: the one before this. @returns null: another is being made */
  readonly preview: (rule: NewAlertRule, day: DayKey | null) => Promise<RulePreview | null>;
  readonly counters: () => AlertCounters;
};

export type PastPage = { readonly past: readonly PastAlert[]; readonly next: string | null };

/** `audited` writes down who it was, in the same breath. `sight`: what he sees. */
export type SignedAct = {
  readonly by: string;
  readonly sight: AlertSight;
  readonly audited: (alert: AlertView) => void;
};

export type Acknowledged =
  | { readonly kind: "done"; readonly alert: AlertView }
  /** It has ended. */
  | { readonly kind: "over" }
  /** There is none of that id in sight. */
  | { readonly kind: "unknown" };

export type AlertChannels = {
  readonly list: () => readonly { readonly id: string; readonly kind: ChannelKind }[];
  readonly states: () => Promise<readonly ChannelState[]>;
  /** Sends a message that says it is only a test, past the outbox; null: there is no such channel. */
  readonly test: (id: string, signal: AbortSignal) => Promise<ChannelTest | null>;
};

export type AlertCounters = {
  readonly firing: number;
  readonly evaluations: number;
  /** Messages over all channels that wait, those of them that were tried in vain, and those given up. */
  readonly outbox: { readonly waiting: number; readonly failed: number; readonly givenUp: number };
  /** Writes that the disk refused. */
  readonly storeFailures: number;
  /** null: there is no dead man's switch. */
  readonly deadMansSwitchOk: boolean | null;
};
