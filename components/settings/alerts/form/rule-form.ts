import type { NewAlertRule } from "../../../../lib/alerts/alert-api";
import type { AlertCondition, AlertRule, AlertScope, Severity } from "../../../../lib/alerts/alert-rule";
import { RULE_LIMITS } from "../../../../lib/alerts/rule-limits";
import type { Language } from "../../../../lib/config";
import { assertNever, type QueueId } from "../../../../lib/vocabulary";
import {
  type ConditionForm,
  conditionForms,
  type ConditionProblem,
  firstCondition,
  readCondition,
} from "./condition-form";
import { type FigureKey, FORM_KINDS, type FormKind, HOLD, readFigure, writeFigure } from "./figures";

/** A rule while it is written. What another choice does not need stays typed while that is looked at. */
export type RuleForm = {
  readonly name: string;
  readonly severity: Severity;
  readonly scope: AlertScope["kind"];
  /** Of `each-queue`. */
  readonly everyQueue: boolean;
  readonly queueIds: readonly QueueId[];
  readonly group: string;
  /** One, or several that hold at once. */
  readonly conditions: readonly ConditionForm[];
  /** Seconds. */
  readonly hold: string;
  readonly keepFiring: string;
  readonly everyChannel: boolean;
  readonly channelIds: readonly string[];
  readonly enabled: boolean;
};

export type RuleProblem = ConditionProblem | { readonly kind: "name" | "group" | "queues" };
/** A figure of a condition is `0.raise`. */
export type RuleField = "name" | "group" | "queues" | "hold" | "keepFiring" | `${number}.${FigureKey}`;
export type RuleProblems = ReadonlyMap<RuleField, RuleProblem>;

export type ReadRule =
  | { readonly kind: "rule"; readonly rule: NewAlertRule }
  | { readonly kind: "problems"; readonly problems: RuleProblems };

export const newForm = (language: Language): RuleForm => ({
  name: "",
  severity: "warning",
  scope: "each-queue",
  everyQueue: true,
  queueIds: [],
  group: "",
  conditions: [firstCondition("longest-wait", language)],
  hold: "0",
  keepFiring: "60",
  everyChannel: true,
  channelIds: [],
  enabled: true,
});

export function formOf(rule: AlertRule, language: Language): RuleForm {
  const { name, severity, scope, channelIds, enabled } = rule;
  const queueIds = scope.kind === "site" ? null : scope.queueIds;
  const seconds = (ms: number): string => writeFigure(ms / HOLD.perUnit, language);
  return {
    name,
    severity,
    scope: scope.kind,
    everyQueue: queueIds === null,
    queueIds: queueIds ?? [],
    group: scope.kind === "group" ? scope.name : "",
    conditions: conditionForms(rule.condition, language),
    hold: seconds(rule.forMs),
    keepFiring: seconds(rule.keepFiringMs),
    everyChannel: channelIds === null,
    channelIds: channelIds ?? [],
    enabled,
  };
}

/** AL80: the rule, or all that is wrong with it by field. */
export function readRule(form: RuleForm): ReadRule {
  const problems = new Map<RuleField, RuleProblem>();
  const { name, severity, queueIds, conditions, everyChannel, channelIds, enabled } = form;
  if (name.trim() === "") problems.set("name", { kind: "name" });
  if (form.scope === "group" && form.group.trim() === "") problems.set("group", { kind: "group" });
  if (needsQueues(form) && queueIds.length === 0) problems.set("queues", { kind: "queues" });
  const read = conditions.flatMap((condition, index) => {
    const answer = readCondition(condition);
    if (answer.kind === "condition") return answer.condition;
    for (const [key, problem] of Object.entries(answer.problems)) problems.set(`${index}.${key as FigureKey}`, problem);
    return [];
  });
  const hold = (field: "hold" | "keepFiring"): number => {
    const answer = readFigure(form[field], HOLD);
    if (answer.kind === "figure") return answer.value;
    problems.set(field, answer.problem);
    return 0;
  };
  const [forMs, keepFiringMs] = [hold("hold"), hold("keepFiring")];
  if (problems.size > 0) return { kind: "problems", problems };
  const rule: NewAlertRule = {
    name: name.trim(),
    severity,
    scope: scopeOf(form),
    condition: together(read),
    forMs,
    keepFiringMs,
    channelIds: everyChannel ? null : channelIds,
    enabled,
  };
  return { kind: "rule", rule };
}

export const needsQueues = ({ scope, everyQueue }: Pick<RuleForm, "scope" | "everyQueue">): boolean =>
  scope === "group" || (scope === "each-queue" && !everyQueue);

function scopeOf({ scope, everyQueue, queueIds, group }: RuleForm): AlertScope {
  switch (scope) {
    case "each-queue":
      return { kind: scope, queueIds: everyQueue ? null : queueIds };
    case "group":
      return { kind: scope, name: group.trim(), queueIds };
    case "site":
      return { kind: scope };
    default:
      return assertNever(scope);
  }
}

function together(conditions: readonly Exclude<AlertCondition, { readonly kind: "all-of" }>[]): AlertCondition {
  const [first] = conditions;
  if (first !== undefined && conditions.length === 1) return first;
  // `kindsFor` offers no `no-data` beside others.
  return { kind: "all-of", conditions: conditions.flatMap((each) => (each.kind === "no-data" ? [] : each)) };
}

/** AL80: the kinds that the condition at `index` can become: none twice, and without data nothing else is known. */
export function kindsFor(conditions: readonly ConditionForm[], index: number): readonly FormKind[] {
  const others = conditions.filter((_, at) => at !== index).map(({ kind }) => kind);
  return FORM_KINDS.filter((kind) => !others.includes(kind) && (others.length === 0 || kind !== "no-data"));
}

export const mayAddCondition = (conditions: readonly ConditionForm[]): boolean =>
  conditions.length < RULE_LIMITS.conditions.most && conditions.every(({ kind }) => kind !== "no-data");

/** What of a rule decides when it fires, whoever is told of it under whatever name. null: not all of it is there yet. */
export function previewedRule(form: RuleForm): NewAlertRule | null {
  const read = readRule({ ...form, name: "preview", severity: "notice", everyChannel: true, enabled: true });
  return read.kind === "rule" ? read.rule : null;
}

/** AL88: a default that was called in the reader's language keeps its own name, and so is called in everybody's. */
export const keepName = (written: NewAlertRule, { name }: Pick<AlertRule, "name">, called: string): NewAlertRule =>
  written.name === called ? { ...written, name } : written;
