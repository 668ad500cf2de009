import type * as z from "zod";

/** What is wrong with an event. */
export type EventProblem = {
  /** For whoever sent it: where, what was expected, what came. */
  readonly said: string;
  /** For the log: the same without anything that came. */
  readonly known: string;
};

/** So many of what is wrong with one event are said. */
const MOST_SAID = 5;
const LONGEST_QUOTE = 60;

export function problemOf(where: string, expected: string, came: unknown): EventProblem {
  // Who calls is repeated to nobody: answers end up in logs of whoever asked.
  const got = /\bcaller\b/.test(where) ? kindOf(came) : quoted(came);
  return { said: `${where}: expected ${expected}, got ${got}`, known: `${where}: expected ${expected}` };
}

export const noSuch = (what: "field" | "attribute", where: string, name: string, advice: string): EventProblem => ({
  said: `${where === "" ? "" : `${where}: `}there is no ${what} ${quoted(name)}${advice}`,
  known: `${where === "" ? "the event" : where}: a ${what} that there is not`,
});

export const together = (problems: readonly EventProblem[]): EventProblem => ({
  said: problems
    .slice(0, MOST_SAID)
    .map(({ said }) => said)
    .join("; "),
  known: problems
    .slice(0, MOST_SAID)
    .map(({ known }) => known)
    .join("; "),
});

/** What a schema found, whose messages are what is expected. `where`: of the value that was checked; empty: the event. */
export function problemsOf(
  issues: readonly z.core.$ZodIssue[],
  where: string,
  value: unknown,
): readonly EventProblem[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map(String);
    const place = [...(where === "" ? [] : [where]), ...path].join(".");
    if (issue.code === "unrecognized_keys") return issue.keys.map((key) => noSuch("field", place, key, ""));
    return [problemOf(place === "" ? "the event" : place, issue.message, valueAt(value, path))];
  });
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === "object" && at !== null && Object.hasOwn(at, key) ? Reflect.get(at, key) : undefined),
    value,
  );
}

function quoted(value: unknown): string {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    const text = JSON.stringify(value);
    return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE - 2).replace(/[\ud800-\udbff]$/, "")}…"` : text;
  }
  return kindOf(value);
}

function kindOf(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (typeof value === "string") return `a text of ${value.length} character${value.length === 1 ? "" : "s"}`;
  if (typeof value === "object") return Array.isArray(value) ? "a list" : "an object";
  return `a ${typeof value}`;
}
