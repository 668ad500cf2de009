import { logLine } from "../../../lib/names/log-line";
import { problemReply } from "../problem";
import type { Reply } from "../reply";
import { listed } from "./listed";

/** One name of a query string. */
export type Parameter<Value> = {
  /** What it may be, in words that follow "must be". */
  readonly expected: string;
  /** null: the text is none of that. */
  readonly read: (text: string) => { readonly value: Value } | null;
  /** What holds where it is left out; null: it must be given. */
  readonly leftOut: { readonly value: Value } | null;
};
export type QuerySpec = Readonly<Record<string, Parameter<unknown>>>;
export type QueryValues<Spec extends QuerySpec> = {
  readonly [Name in keyof Spec]: Spec[Name] extends Parameter<infer Value> ? Value : never;
};
export type QueryAnswer<Spec extends QuerySpec> =
  | { readonly kind: "read"; readonly values: QueryValues<Spec> }
  /** 400, naming every parameter that is wrong, what was expected and what came. */
  | { readonly kind: "refused"; readonly reply: Reply };

/** Of what came, so much is repeated. */
const MOST_REPEATED = 40;

/**
 * Reads the query string of a request.
 * @param url as Node gives it, `/api/v1/contacts?board=main`
 */
export function readQuery<Spec extends QuerySpec>(url: string, spec: Spec): QueryAnswer<Spec> {
  const mark = url.indexOf("?");
  const given = new URLSearchParams(mark < 0 ? "" : url.slice(mark + 1));
  const problems: string[] = [];
  // Left alone, a misspelt name would answer another question than was asked.
  for (const name of new Set(given.keys())) {
    if (!Object.hasOwn(spec, name))
      problems.push(`${quoted(name)} is no parameter here (${Object.keys(spec).join(", ")})`);
  }
  const values: Record<string, unknown> = {};
  for (const [name, parameter] of Object.entries(spec)) {
    const read = readOne(parameter, given.getAll(name));
    if (read.kind === "read") values[name] = read.value;
    else problems.push(`${name} must be ${parameter.expected}; ${read.came}`);
  }
  if (problems.length > 0) return { kind: "refused", reply: problemReply(400, `${problems.join(". ")}.`) };
  return { kind: "read", values: values as QueryValues<Spec> };
}

type ReadOne = { readonly kind: "read"; readonly value: unknown } | { readonly kind: "wrong"; readonly came: string };

function readOne({ read, leftOut }: Parameter<unknown>, texts: readonly string[]): ReadOne {
  const [text] = texts;
  if (texts.length > 1) return { kind: "wrong", came: `it came ${texts.length} times` };
  if (text === undefined)
    return leftOut === null ? { kind: "wrong", came: "it is missing" } : { kind: "read", ...leftOut };
  const value = read(text);
  return value === null ? { kind: "wrong", came: `${quoted(text)} came` } : { kind: "read", ...value };
}

const quoted = (text: string): string =>
  logLine(JSON.stringify(text.length > MOST_REPEATED ? `${text.slice(0, MOST_REPEATED)}…` : text));

/** Any text but the empty one. */
export const aName = <Otherwise>(leftOut: Otherwise): Parameter<string | Otherwise> => ({
  expected: "a name",
  read: (text) => (text === "" ? null : { value: text }),
  leftOut: { value: leftOut },
});

/** One of some words or numbers, spelt just so. */
export const oneOf = <Choice extends string | number, Otherwise>(
  choices: readonly Choice[],
  leftOut: Otherwise,
): Parameter<Choice | Otherwise> => ({
  expected: listed(choices),
  read: (text) => {
    const value = choices.find((choice) => String(choice) === text);
    return value === undefined ? null : { value };
  },
  leftOut: { value: leftOut },
});

export const wholeNumber = <Otherwise>(
  from: number,
  to: number,
  leftOut: Otherwise,
): Parameter<number | Otherwise> => ({
  expected: `a whole number from ${from} to ${to}`,
  read: (text) => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    return value >= from && value <= to ? { value } : null;
  },
  leftOut: { value: leftOut },
});

/** The same, but it must be given. */
export const required = <Value>(parameter: Parameter<Value | null>): Parameter<Value> => ({
  expected: parameter.expected,
  read: (text) => {
    const read = parameter.read(text);
    return read === null || read.value === null ? null : { value: read.value };
  },
  leftOut: null,
});
