import type { AlertCondition, AlertRule } from "../alert-rule";
import type { Acknowledgement, AlertSubject, AlertView, Evidence, Muted, PastAlert } from "../alert-types";

/** An alert that fires, as it is kept: plain data. */
export type AlertRow = Omit<AlertView, "state" | "frozen"> & {
  /** Whether its firing was for people to hear: only then is its end (AL25). */
  readonly told: boolean;
  /** The channels of its rule when it fired; null: all. */
  readonly channelIds: readonly string[] | null;
  /** What its rule looked for when it fired: another mark, another rule (AL27). */
  readonly ruleMark: string;
  /** When what it rests on was first read as it stands. */
  readonly readAtMs: number;
  /** The one before, where it lapsed or was taken back: who had it last is told when it is over (AL21). */
  readonly lastAcknowledgement: Acknowledgement | null;
};

/** What happened to an alert: what is kept and told. `alert` is as it stands afterwards. */
export type AlertChange =
  /** To be told only where `alert.told`. */
  | { readonly kind: "fired"; readonly alert: AlertRow }
  /** It fired muted, and is to be told now. */
  | { readonly kind: "told"; readonly alert: AlertRow }
  /** It is muted for another reason. */
  | { readonly kind: "muted"; readonly alert: AlertRow }
  /** What it rests on is not true any more, or is again: for screens alone. */
  | { readonly kind: "turned"; readonly alert: AlertRow }
  | { readonly kind: "acknowledged"; readonly alert: AlertRow }
  /** By itself: screens sound again. */
  | { readonly kind: "acknowledgement-lapsed"; readonly alert: AlertRow }
  | { readonly kind: "acknowledgement-taken-back"; readonly alert: AlertRow }
  /** `alert` as it was last; its end is to be told only where `alert.told`. */
  | { readonly kind: "resolved"; readonly alert: AlertRow; readonly past: PastAlert };

/** A rule that begins to fire, and of what. */
export type Fire = {
  readonly id: string;
  readonly rule: AlertRule;
  readonly subject: AlertSubject;
  readonly subjectName: string;
  readonly evidence: Evidence;
  readonly muted: Muted | null;
  readonly nowMs: number;
};

export const rowOf = ({ id, rule, subject, subjectName, evidence, muted, nowMs }: Fire): AlertRow => ({
  id,
  ruleId: rule.id,
  ruleName: rule.name,
  severity: rule.severity,
  condition: rule.condition.kind,
  subject,
  subjectName,
  firedAtMs: nowMs,
  evidence,
  heldUntilMs: null,
  clearSinceMs: null,
  acknowledgement: null,
  muted,
  told: muted === null,
  channelIds: rule.channelIds,
  ruleMark: markOf(rule),
  readAtMs: nowMs,
  lastAcknowledgement: null,
});

export function pastOf(row: AlertRow, resolvedAtMs: number, because: PastAlert["because"]): PastAlert {
  return { ...shownOf(row), acknowledgement: row.acknowledgement ?? row.lastAcknowledgement, resolvedAtMs, because };
}

export function viewOf(row: AlertRow, frozen: boolean): AlertView {
  return { ...shownOf(row), state: row.acknowledgement === null ? "firing" : "acknowledged", frozen };
}

/** Without what is nobody's business. */
function shownOf(row: AlertRow): Omit<AlertView, "state" | "frozen"> {
  const { told: _told, channelIds: _ids, ruleMark: _mark, readAtMs: _at, lastAcknowledgement: _last, ...shown } = row;
  return shown;
}

/** Nobody has it any more. */
export const released = (row: AlertRow): AlertRow => ({
  ...row,
  acknowledgement: null,
  lastAcknowledgement: row.acknowledgement ?? row.lastAcknowledgement,
});

/** AL27: what a rule looks for, as text. Names, times and channels may change under an alert that fires. */
export const markOf = ({ severity, condition }: AlertRule): string => `${severity} ${textOf(condition)}`;

/** In the order of the alphabet: the same rule read from two places has one mark. */
function textOf(condition: AlertCondition): string {
  if (condition.kind === "all-of") return `all of (${condition.conditions.map(textOf).join(", ")})`;
  return Object.entries(condition)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key} ${value}`)
    .join(" ");
}
