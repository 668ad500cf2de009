import type { DayKey, QueueId } from "../vocabulary";
import type { AlertRule, Severity } from "./alert-rule";
import type { AlertView, Muted, PastAlert } from "./alert-types";

/** What the server answers and takes under /api/v1/alert…; instants epoch ms, durations ms. */

/** `GET /api/v1/alerts?after&limit`: what fires now, and what is over, the newest end first. */
export type AlertsPage = {
  /** Worst first, then the oldest. */
  readonly firing: readonly AlertView[];
  readonly past: readonly PastAlert[];
  /** `after` of the next page; null: that was the last. */
  readonly next: string | null;
  readonly rate: AlarmRate;
  readonly channels: readonly ChannelState[];
  /** Those that have not ended, the first to end first. */
  readonly silences: readonly SilenceView[];
};

/** How many alarms people were given; muted ones are not among them. `audible`: critical and warning. */
export type AlarmCount = { readonly audible: number; readonly notices: number };

/** The board's own alarms, held against what people can take in (ISA-18.2). */
export type AlarmRate = {
  readonly lastHour: AlarmCount;
  readonly lastDay: AlarmCount;
  /** The most audible ones within one hour of the last day. */
  readonly busiestHour: number;
  /** Firing for 24 hours or longer. */
  readonly standing: number;
  /** Rules that fired in the last seven days, the noisiest first. */
  readonly rules: readonly RuleRate[];
};

export type RuleRate = {
  readonly ruleId: string;
  readonly ruleName: string;
  readonly severity: Severity;
  /** Firings of the last seven days. */
  readonly firings: number;
  /** What makes it noisy; null: it is not. `chattering`: it came again within a minute; `often`: more than people
   * take in; `standing`: it fires for a day or longer. */
  readonly hint: "chattering" | "often" | "standing" | null;
};

export type ChannelKind = "webhook" | "slack" | "teams" | "email";

/** A way to tell people, and how it does. */
export type ChannelState = {
  readonly id: string;
  readonly kind: ChannelKind;
  /** The host it goes to; never the whole address, which is a secret. null: told to those only who manage alerts. */
  readonly host: string | null;
  /** Messages not delivered yet. */
  readonly waiting: number;
  /** Messages that were not delivered and are not tried any more, of the last seven days: refused, or tried for 24 hours. */
  readonly givenUp: number;
  /** When the oldest of the waiting was written; null: none waits. */
  readonly waitingSinceMs: number | null;
  readonly lastDeliveredAtMs: number | null;
  /** Why the last try failed, where something still waits or was given up; one line without secrets. null: none, or as `host`. */
  readonly problem: string | null;
};

/** `POST /api/v1/alert-channels/{id}/test`: what the other side said. */
export type ChannelTest = {
  /** `refused`: it will not take such a message, now or later; `failed`: it was not reached or is not well. */
  readonly outcome: "delivered" | "refused" | "failed";
  /** Of HTTP or SMTP; null: it never answered. */
  readonly status: number | null;
  /** The beginning of what it answered, or what went wrong. */
  readonly answer: string;
  readonly durationMs: number;
};

/** `POST /api/v1/alerts/{id}/ack`; left out: `acknowledgedForMinutes` of the configuration. */
export type AckRequest = { readonly minutes?: number };
export const ACK_MINUTES = { least: 5, most: 480 } as const;
/** The answer of `POST` and `DELETE /api/v1/alerts/{id}/ack`. */
export type AckReply = { readonly alert: AlertView };

/** Where a rule was made: rules of the configuration are changed there. */
export type RuleOrigin = "configuration" | "settings" | "default";

/** A rule and where it stands. A rule of the settings with a default's id stands in its place. */
export type AlertRuleView = AlertRule & {
  readonly origin: RuleOrigin;
  /** Deleting it brings the default back. */
  readonly replacesDefault: boolean;
  /** Who changed it last; null: it was not made in the settings. */
  readonly changedBy: string | null;
  readonly changedAtMs: number | null;
};

/** `GET /api/v1/alert-rules`, with what a rule can name. */
export type AlertRulesPage = {
  readonly rules: readonly AlertRuleView[];
  readonly channels: readonly { readonly id: string; readonly kind: ChannelKind }[];
  readonly queues: readonly { readonly id: QueueId; readonly name: string }[];
};

/** Body of `POST /api/v1/alert-rules` (answer: `AlertRuleView`, 201); the server gives the id. */
export type NewAlertRule = Omit<AlertRule, "id">;
/** Body of `PATCH /api/v1/alert-rules/{id}` (answer: `AlertRuleView`); of a default it makes one of the settings. */
export type AlertRuleChange = Partial<NewAlertRule>;

/** Body of `POST /api/v1/alert-rules/preview`; `day` left out: the business day before this one. */
export type RulePreviewRequest = { readonly rule: NewAlertRule; readonly day?: DayKey };

/** What a rule would have done on one day, by the event log. */
export type RulePreview = {
  readonly day: DayKey;
  /** The oldest first. */
  readonly firings: readonly PreviewFiring[];
  /** How much of the day the log tells of; 0: nothing, then no firings says nothing either. */
  readonly auditedMs: number;
};

export type PreviewFiring = {
  /** Empty: the site. */
  readonly subjectName: string;
  readonly firedAtMs: number;
  /** null: it still fired at the day's end. */
  readonly resolvedAtMs: number | null;
  readonly muted: Muted | null;
};

/** Nobody is told of what fires in a silence; it is shown and counted. */
export type KeptSilence = NewSilence & {
  readonly id: string;
  readonly by: string;
  readonly createdAtMs: number;
};
export type SilenceView = KeptSilence & {
  /** null: every rule, or one that is no more. */
  readonly ruleName: string | null;
};

/** Body of `POST /api/v1/alert-silences` (answer: `SilenceView`, 201). */
export type NewSilence = {
  /** null: every rule. */
  readonly ruleId: string | null;
  /** null: every queue, and the site. */
  readonly queueIds: readonly QueueId[] | null;
  readonly untilMs: number;
  readonly reason: string;
};
/** No silence is longer. */
export const SILENCE_AT_MOST_MS = 31 * 86_400_000;
/** `GET /api/v1/alert-silences`, with what a silence may last until. */
export type SilencesPage = NextHours & { readonly silences: readonly SilenceView[] };
export type NextHours = {
  /** null: it is closed, or never closes. */
  readonly closesAtMs: number | null;
  /** The next opening after it closed; null: there is none. */
  readonly opensAtMs: number | null;
};
