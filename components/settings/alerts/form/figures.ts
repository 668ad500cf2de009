import type { AlertCondition } from "../../../../lib/alerts/alert-rule";
import { clearWithin, RULE_LIMITS, type Within } from "../../../../lib/alerts/rule-limits";
import type { Language } from "../../../../lib/config";

export type ConditionKind = AlertCondition["kind"];
/** What one condition of a form can be; several of them are `all-of`. */
export type FormKind = Exclude<ConditionKind, "all-of">;

export type FigureKey =
  "raise" | "clear" | "longMinutes" | "shortMinutes" | "burn" | "minutes" | "sharePerMille" | "pausedMs";
export type Unit = "seconds" | "minutes" | "callers" | "perAgent" | "inARow" | "percent" | "times";

/** A figure of a condition as people write it. */
export type Figure = {
  readonly key: FigureKey;
  readonly unit: Unit;
  /** How many of the rule's own unit are one of people's: 1,000 ms a second. */
  readonly perUnit: number;
  /** In the rule's own unit. */
  readonly limits: Within;
  readonly isWhole: boolean;
  /** What stands there first, in people's unit. */
  readonly first: number;
};

const whole = (key: FigureKey, unit: Unit, limits: Within, first: number, perUnit = 1): Figure => ({
  key,
  unit,
  perUnit,
  limits,
  isWhole: true,
  first,
});
const band = (unit: Unit, limits: Within, raise: number, clear: number, perUnit = 1): readonly Figure[] => [
  whole("raise", unit, limits, raise, perUnit),
  whole("clear", unit, clearWithin(limits), clear, perUnit),
];
const broken = (figure: Figure): Figure => ({ ...figure, isWhole: false });
const { windowMinutes } = RULE_LIMITS;

/** AL80: every condition with its figures, in the order in which the form offers them. */
export const FIGURES: Readonly<Record<FormKind, readonly Figure[]>> = {
  "longest-wait": band("seconds", RULE_LIMITS.wait, 300, 180, 1_000),
  waiting: band("callers", RULE_LIMITS.callers, 10, 5),
  "waiting-per-agent": band("perAgent", RULE_LIMITS.callersPerAgent, 2, 1).map(broken),
  "service-level": [
    broken(whole("burn", "times", RULE_LIMITS.burn, 3)),
    whole("longMinutes", "minutes", windowMinutes, 30),
    whole("shortMinutes", "minutes", windowMinutes, 5),
  ],
  "missed-rate": [
    ...band("percent", RULE_LIMITS.missedPerMille, 20, 10, 10),
    whole("minutes", "minutes", windowMinutes, 60),
  ],
  "abandons-in-a-row": [whole("raise", "inARow", RULE_LIMITS.abandons, 3)],
  "overdue-recoveries": [whole("raise", "callers", RULE_LIMITS.recoveries, 5)],
  "nobody-logged-in": [],
  "agents-left": [
    whole("sharePerMille", "percent", RULE_LIMITS.leftPerMille, 33.3, 10),
    whole("minutes", "minutes", RULE_LIMITS.leftMinutes, 10),
  ],
  "paused-too-long": [whole("pausedMs", "minutes", RULE_LIMITS.paused, 30, 60_000)],
  "over-capacity": [],
  "no-data": [],
};
export const FORM_KINDS = Object.keys(FIGURES) as readonly FormKind[];

/** How long a rule has to hold, and how long it fires on: seconds. */
export const HOLD = { perUnit: 1_000, limits: RULE_LIMITS.hold, isWhole: true } as const;

export type FigureProblem =
  | { readonly kind: "number" }
  /** Callers are not divided. */
  | { readonly kind: "whole" }
  | { readonly kind: "finer" }
  /** In people's unit. */
  | ({ readonly kind: "between" } & Within);

export type ReadFigure =
  { readonly kind: "figure"; readonly value: number } | { readonly kind: "problem"; readonly problem: FigureProblem };

type Counted = Pick<Figure, "perUnit" | "limits" | "isWhole">;

/** With three digits after it, a sign may part thousands as well: nobody can tell. */
const WRITTEN = /^(\d+)(?:[.,](\d{1,2}))?$/;
const problem = (found: FigureProblem): ReadFigure => ({ kind: "problem", problem: found });

/** @returns the figure in the rule's own unit */
export function readFigure(text: string, { perUnit, limits, isWhole }: Counted): ReadFigure {
  const [, digits, after = "0"] = WRITTEN.exec(text.trim()) ?? [];
  if (digits === undefined) return problem({ kind: "number" });
  // 12.3 × 10 is not quite 123 in binary.
  const value = Math.round(Number(`${digits}.${after}`) * perUnit * 1e3) / 1e3;
  if (isWhole && !Number.isInteger(value)) return problem({ kind: perUnit === 1 ? "whole" : "finer" });
  if (value < limits.least || value > limits.most)
    return problem({ kind: "between", least: limits.least / perUnit, most: limits.most / perUnit });
  return { kind: "figure", value };
}

/** A figure as its language writes it, without anything between thousands. */
export const writeFigure = (value: number, language: Language): string =>
  language === "en" ? String(value) : String(value).replace(".", ",");
