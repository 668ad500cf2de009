import type { AlertCondition, SimpleCondition } from "../../../../lib/alerts/alert-rule";
import type { Language } from "../../../../lib/config";
import { assertNever } from "../../../../lib/vocabulary";
import { FIGURES, type FigureKey, type FigureProblem, type FormKind, readFigure, writeFigure } from "./figures";

/** A condition while it is written: figures as they were typed. */
export type ConditionForm = {
  readonly kind: FormKind;
  readonly typed: Readonly<Partial<Record<FigureKey, string>>>;
};

export type ConditionProblem = FigureProblem | { readonly kind: "clear-too-high" | "short-too-long" };

type Read =
  | { readonly kind: "condition"; readonly condition: Exclude<AlertCondition, { readonly kind: "all-of" }> }
  | { readonly kind: "problems"; readonly problems: Readonly<Partial<Record<FigureKey, ConditionProblem>>> };

/** A condition of this kind with figures that mostly fit. */
export const firstCondition = (kind: FormKind, language: Language): ConditionForm => ({
  kind,
  typed: Object.fromEntries(FIGURES[kind].map(({ key, first }) => [key, writeFigure(first, language)])),
});

export function conditionForms(condition: AlertCondition, language: Language): readonly ConditionForm[] {
  if (condition.kind === "all-of") return condition.conditions.map((each) => conditionForm(each, language));
  return [conditionForm(condition, language)];
}

function conditionForm(condition: SimpleCondition | { readonly kind: "no-data" }, language: Language): ConditionForm {
  const values = new Map<string, unknown>(Object.entries(condition));
  const typed = FIGURES[condition.kind].map(({ key, perUnit }) => [
    key,
    writeFigure(Number(values.get(key)) / perUnit, language),
  ]);
  return { kind: condition.kind, typed: Object.fromEntries(typed) };
}

/** AL80: a condition in the rule's own units, or what is wrong with each figure. */
export function readCondition({ kind, typed }: ConditionForm): Read {
  const values = new Map<FigureKey, number>();
  const problems: Partial<Record<FigureKey, ConditionProblem>> = {};
  for (const figure of FIGURES[kind]) {
    const read = readFigure(typed[figure.key] ?? "", figure);
    if (read.kind === "figure") values.set(figure.key, read.value);
    else problems[figure.key] = read.problem;
  }
  const isHigher = (one: FigureKey, other: FigureKey): boolean =>
    (values.get(one) ?? 0) > (values.get(other) ?? Infinity);
  if (isHigher("clear", "raise")) problems.clear = { kind: "clear-too-high" };
  if (isHigher("shortMinutes", "longMinutes")) problems.shortMinutes = { kind: "short-too-long" };
  if (Object.keys(problems).length > 0) return { kind: "problems", problems };
  return { kind: "condition", condition: conditionOf(kind, (key) => values.get(key) ?? 0) };
}

function conditionOf(kind: FormKind, of: (key: FigureKey) => number) {
  switch (kind) {
    case "service-level":
      return { kind, longMinutes: of("longMinutes"), shortMinutes: of("shortMinutes"), burn: of("burn") };
    case "longest-wait":
    case "waiting":
    case "waiting-per-agent":
      return { kind, raise: of("raise"), clear: of("clear") };
    case "missed-rate":
      return { kind, minutes: of("minutes"), raise: of("raise"), clear: of("clear") };
    case "abandons-in-a-row":
    case "overdue-recoveries":
      return { kind, raise: of("raise") };
    case "agents-left":
      return { kind, minutes: of("minutes"), sharePerMille: of("sharePerMille") };
    case "paused-too-long":
      return { kind, pausedMs: of("pausedMs") };
    case "nobody-logged-in":
    case "over-capacity":
    case "no-data":
      return { kind };
    default:
      return assertNever(kind);
  }
}
