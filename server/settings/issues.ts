import type { z } from "zod";
import { didYouMean } from "../did-you-mean";
import { quoteValue, type ConfigPath } from "./problem";

/** A problem that does not know its line yet. */
export type FoundProblem = { readonly path: ConfigPath; readonly what: string };

/** Values of these keys are never quoted back. */
const SECRET_KEYS = new Set<string | number>([
  "secret",
  "clientSecret",
  "password",
  // Whoever knows the address of a channel may write there.
  "url",
  "deadMansSwitch",
]);

/** What the schema found, in words: what was expected, what stands there. */
export function problemsOfIssues(issues: readonly z.core.$ZodIssue[], values: unknown): readonly FoundProblem[] {
  return issues.flatMap((issue): FoundProblem[] => {
    const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
    if (issue.code === "unrecognized_keys") {
      const sentences = issue.message.split("\n");
      return issue.keys.map((key, index) => ({ path: [...path, key], what: sentences[index] ?? issue.message }));
    }
    if (issue.code === "custom" && issue.params?.["sentence"] === true) return [{ path, what: issue.message }];
    const value = valueAt(values, path);
    return [{ path, what: `expected ${expectedBy(issue)}, got ${quoteGot(path, value)}${guessFor(issue, value)}` }];
  });
}

function expectedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return TYPE_NAMES[issue.expected] ?? issue.expected;
    case "invalid_value":
      return listChoices(issue.values);
    case "invalid_union":
      return listChoices(choicesOf(issue));
    case "too_small":
      return `at least ${String(issue.minimum)} of them`;
    case "too_big":
      return `at most ${String(issue.maximum)} of them`;
    default:
      return issue.message;
  }
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "a section with keys of its own",
};

const listChoices = (choices: readonly unknown[]): string =>
  choices.length === 1 ? String(choices[0]) : `one of ${choices.map(String).join(", ")}`;

/** The kinds of a union that a `kind` chooses from. */
function choicesOf(issue: z.core.$ZodIssue): readonly unknown[] {
  return "options" in issue && Array.isArray(issue.options) ? issue.options : [];
}

function guessFor(issue: z.core.$ZodIssue, value: unknown): string {
  if (typeof value !== "string") return "";
  const choices = issue.code === "invalid_value" ? issue.values : choicesOf(issue);
  return didYouMean(value, choices.map(String));
}

function quoteGot(path: ConfigPath, value: unknown): string {
  const isSecret = SECRET_KEYS.has(path.at(-1) ?? "") && value !== undefined && value !== null;
  return isSecret ? "something that is not shown here" : quoteValue(value);
}

function valueAt(values: unknown, path: ConfigPath): unknown {
  let value = values;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}
