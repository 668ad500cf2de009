import type { Fold, QueueFold } from "../../metrics/fold-state";
import type { SourceView } from "../../metrics/snapshot-types";
import { nameOfId } from "../../names/names";
import { assertNever } from "../../vocabulary";
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
  | { readonly kind: "sources"; readonly targets: readonly (Target & { readonly source: SourceView })[] }
  /** One group, or the site. */
  | { readonly kind: "together"; readonly condition: QueueCondition; readonly target: QueueTarget }
  /** `site` stands for all of them where so many hold that it is one fault (AL20). */
  | {
      readonly kind: "each-queue";
      readonly condition: QueueCondition;
      readonly targets: readonly QueueTarget[];
      readonly site: Target;
    };

/** @returns null: none of the rule's queues has been heard of */
export function planOf(rule: AlertRule, fold: Fold, sources: readonly SourceView[]): Plan | null {
  const { scope, condition } = rule;
  const mark = markOf(rule);
  const target = (subject: AlertSubject, name: string): Target => ({
    rule,
    subject,
    name,
    key: watchKey(rule.id, mark, subject),
  });
  if (condition.kind === "no-data") {
    const targets = sources.map((source) => ({
      ...target({ kind: "source", sourceId: source.id }, nameOfId(source.id)),
      source,
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

export function keysOf(plan: Plan): readonly string[] {
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
