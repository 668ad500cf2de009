import type { Fold, QueueFold } from "../../metrics/fold-state";
import type { SourceView } from "../../metrics/snapshot-types";
import { nameOfId } from "../../names/names";
import { assertNever, type SourceId } from "../../vocabulary";
import type { AlertRule } from "../alert-rule";
import type { AlertSubject } from "../alert-types";
import type { QueueCondition } from "../conditions/read-condition";
import type { Facts } from "../facts/facts";
import { markOf } from "./alert-row";
import { watchKey } from "./watch-key";

/** One rule and subject. */
export type Target = {
  readonly rule: AlertRule;
  readonly subject: AlertSubject;
  /** Empty: the site. */
  readonly name: string;
  readonly key: string;
};
export type QueueTarget = Target & { readonly queues: readonly QueueFold[] };

/** What one rule looks at. */
export type Plan =
  | { readonly kind: "sources"; readonly targets: readonly (Target & { readonly sourceId: SourceId })[] }
  /** One group, or the site. */
  | { readonly kind: "together"; readonly condition: QueueCondition; readonly target: QueueTarget }
  /** `site` stands for all of them where so many hold that it is one fault (AL20). */
  | {
      readonly kind: "each-queue";
      readonly condition: QueueCondition;
      readonly targets: readonly QueueTarget[];
      readonly site: Target;
    };

/** What all rules look at: it stays true while there are the same rules, queues and sources. */
export type Plans = {
  readonly rules: readonly AlertRule[];
  readonly fold: Fold;
  readonly queueCount: number;
  readonly sourceIds: string;
  readonly all: readonly Plan[];
  readonly keys: ReadonlySet<string>;
};

/** @param before given back where nothing changed: naming every rule and queue anew would cost more than reading them */
export function plansOf(
  before: Plans | null,
  rules: readonly AlertRule[],
  fold: Fold,
  sources: readonly SourceView[],
): Plans {
  const queueCount = fold.queues.size;
  const sourceIds = JSON.stringify(sources.map(({ id }) => id));
  const isSame = before?.rules === rules && before.fold === fold;
  if (isSame && before.queueCount === queueCount && before.sourceIds === sourceIds) return before;
  const all = rules.flatMap((rule) => (rule.enabled ? (planOf(rule, fold, sources) ?? []) : []));
  return { rules, fold, queueCount, sourceIds, all, keys: new Set(all.flatMap(keysOf)) };
}

/** @returns null: none of the rule's queues has been heard of */
function planOf(rule: AlertRule, fold: Fold, sources: readonly SourceView[]): Plan | null {
  const { scope, condition } = rule;
  const mark = markOf(rule);
  const target = (subject: AlertSubject, name: string): Target => ({
    rule,
    subject,
    name,
    key: watchKey(rule.id, mark, subject),
  });
  if (condition.kind === "no-data") {
    const targets = sources.map(({ id: sourceId }) => ({
      ...target({ kind: "source", sourceId }, nameOfId(sourceId)),
      sourceId,
    }));
    return { kind: "sources", targets };
  }
  const site = target({ kind: "site" }, "");
  switch (scope.kind) {
    case "each-queue": {
      const queues = scope.queueIds === null ? [...fold.queues.values()] : knownOf(fold, scope.queueIds);
      const targets = queues.map((queue) => {
        const { id, name } = queue.config;
        return { ...target({ kind: "queue", queueId: id }, name), queues: [queue] };
      });
      return { kind: "each-queue", condition, targets, site };
    }
    case "group": {
      const queues = knownOf(fold, scope.queueIds);
      if (queues.length === 0) return null;
      return { kind: "together", condition, target: { ...target(scope, scope.name), queues } };
    }
    case "site":
      return { kind: "together", condition, target: { ...site, queues: [...fold.queues.values()] } };
    default:
      return assertNever(scope);
  }
}

function keysOf(plan: Plan): readonly string[] {
  switch (plan.kind) {
    case "sources":
      return plan.targets.map(({ key }) => key);
    case "together":
      return [plan.target.key];
    case "each-queue":
      return [plan.site.key, ...plan.targets.map(({ key }) => key)];
    default:
      return assertNever(plan);
  }
}

const knownOf = (fold: Fold, queueIds: readonly QueueFold["config"]["id"][]): readonly QueueFold[] =>
  queueIds.flatMap((id) => fold.queues.get(id) ?? []);

/** AL19: none of them is open; before there is a queue, the site is not (BO3). */
export function areClosed(queues: readonly QueueFold[], { fold, nowMs, isOpen }: Facts): boolean {
  return queues.length === 0 ? !fold.calendar.isOpen(fold.site.hours, nowMs) : !queues.some(isOpen);
}
