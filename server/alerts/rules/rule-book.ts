import { randomBytes } from "node:crypto";
import type { AlertRuleChange, AlertRuleView, NewAlertRule, RuleOrigin } from "../../../lib/alerts/alert-api";
import type { AlertRule } from "../../../lib/alerts/alert-rule";
import type { Clock } from "../../clock";
import type { RuleRows } from "../store/rule-rows";
import type { AlertStore } from "../store/open-alerts";
import { keptRule } from "./rule-fields";

/** Who did it; `audited` writes that down, in the same breath. */
export type Signed = { readonly by: string; readonly audited: () => void };

export type RuleChanged =
  | { readonly kind: "done"; readonly rule: AlertRuleView }
  | { readonly kind: "unknown" }
  /** `problem`: one sentence for people. */
  | { readonly kind: "refused"; readonly problem: string };

/** AL42: the rules that hold: those of the configuration, or else the defaults; and those made in the settings. */
export type RuleBook = {
  readonly list: () => readonly AlertRuleView[];
  readonly byId: (id: string) => AlertRuleView | null;
  readonly create: (rule: NewAlertRule, signed: Signed) => RuleChanged;
  /** Of a default it makes a rule of the settings, which stands in its place. */
  readonly change: (id: string, change: AlertRuleChange, signed: Signed) => RuleChanged;
  /** `rule`: what was removed. */
  readonly remove: (id: string, signed: Signed) => RuleChanged;
};

export type RuleBookParts = {
  readonly store: Pick<AlertStore, "atOnce" | "rules">;
  readonly clock: Clock;
  /** null: the configuration says nothing, the defaults hold. */
  readonly configured: readonly AlertRule[] | null;
  readonly defaults: readonly AlertRule[];
  /** Told of a kept rule that cannot be read. */
  readonly log: (line: string) => void;
  /** Told after each change. */
  readonly changed: () => void;
};

const MOST_MADE = 500;

export function createRuleBook({ store, clock, configured, defaults, log, changed }: RuleBookParts): RuleBook {
  const origin: RuleOrigin = configured === null ? "default" : "configuration";
  const written = configured ?? defaults;
  let made = readMade(store.rules, log);

  const list = (): readonly AlertRuleView[] => {
    const replaces = (id: string): boolean => written.some((rule) => rule.id === id);
    const standing = written.filter(({ id }) => origin === "configuration" || !made.has(id));
    const own = [...made.values()].filter(({ id }) => origin === "default" || !replaces(id));
    return [
      ...standing.map((rule) => ({ ...rule, origin, replacesDefault: false, changedBy: null, changedAtMs: null })),
      ...own.map((rule) => ({ ...rule, replacesDefault: replaces(rule.id) })),
    ];
  };
  const byId = (id: string): AlertRuleView | null => list().find((rule) => rule.id === id) ?? null;

  const put = (rule: AlertRule, { by, audited }: Signed): AlertRuleView => {
    const row = { rule, changedBy: by, changedAtMs: clock.nowMs() };
    store.atOnce(() => {
      store.rules.put(row);
      audited();
    });
    reread();
    return byId(rule.id) ?? viewOf(row);
  };
  const reread = (): void => {
    made = readMade(store.rules, log);
    changed();
  };

  return {
    list,
    byId,
    create: (rule, signed) => {
      if (made.size >= MOST_MADE)
        return { kind: "refused", problem: `There are ${MOST_MADE} rules; delete one first.` };
      return { kind: "done", rule: put({ ...rule, id: newId() }, signed) };
    },
    change: (id, change, signed) => {
      const known = byId(id);
      if (known === null) return { kind: "unknown" };
      if (known.origin === "configuration") return { kind: "refused", problem: IN_CONFIGURATION };
      return { kind: "done", rule: put({ ...ruleOf(known), ...change, id }, signed) };
    },
    remove: (id, { audited }) => {
      const known = byId(id);
      if (known === null) return { kind: "unknown" };
      if (known.origin === "configuration") return { kind: "refused", problem: IN_CONFIGURATION };
      if (known.origin === "default")
        return { kind: "refused", problem: "A default cannot be deleted; switch it off." };
      store.atOnce(() => {
        store.rules.remove(id);
        audited();
      });
      reread();
      return { kind: "done", rule: known };
    },
  };
}

const IN_CONFIGURATION = "This rule stands in the configuration and is changed there.";

const newId = (): string => `made-${randomBytes(6).toString("hex")}`;

const ruleOf = ({
  origin: _o,
  replacesDefault: _r,
  changedBy: _b,
  changedAtMs: _a,
  ...rule
}: AlertRuleView): AlertRule => rule;

const viewOf = ({ rule, changedBy, changedAtMs }: ReturnType<RuleRows["all"]>[number]): AlertRuleView => ({
  ...rule,
  origin: "settings",
  replacesDefault: false,
  changedBy,
  changedAtMs,
});

function readMade(rows: RuleRows, log: (line: string) => void): ReadonlyMap<string, AlertRuleView> {
  const made = new Map<string, AlertRuleView>();
  for (const row of rows.all()) {
    const rule = keptRule(row.rule);
    if (rule === null) log(`The rule ${row.rule.id} made in the settings is of a form that is not known; it rests.`);
    else made.set(rule.id, viewOf({ ...row, rule }));
  }
  return made;
}
