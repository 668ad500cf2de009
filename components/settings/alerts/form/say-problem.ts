import type { Language } from "../../../../lib/config";
import type { SettingsWords } from "../../../../lib/words/load/settings";
import { assertNever } from "../../../../lib/vocabulary";
import { writeFigure } from "./figures";
import type { RuleProblem } from "./rule-form";

/** What is wrong with a field, as a sentence that says what to do. */
export function sayProblem(problem: RuleProblem, words: SettingsWords, language: Language): string {
  const { problems } = words.ruleForm;
  switch (problem.kind) {
    case "number":
    case "whole":
    case "finer":
    case "group":
      return problems[problem.kind];
    case "between":
      return problems.between(writeFigure(problem.least, language), writeFigure(problem.most, language));
    case "clear-too-high":
      return problems.clearTooHigh;
    case "short-too-long":
      return problems.shortTooLong;
    case "name":
      return words.people.form.writeName;
    case "queues":
      return words.people.form.chooseQueue;
    default:
      return assertNever(problem);
  }
}
