import type * as z from "zod";
import { quoteValue } from "../../settings/problem";
import { problemReply } from "../problem";
import type { Reply } from "../reply";

export type FieldProblem = { readonly field: string; readonly what: string };

export type CheckedBody<Values> =
  | { readonly kind: "read"; readonly values: Values }
  /** 400, naming every field that is wrong, what was expected and what came. */
  | { readonly kind: "refused"; readonly reply: Reply };

/** What came in these is never repeated. */
const SECRET_FIELDS = new Set<PropertyKey>(["password", "current", "next", "token"]);

/** Checks a request's body. The messages of the schema say what a field must be (`fields.ts`). */
export function checkBody<Schema extends z.ZodType>(schema: Schema, body: unknown): CheckedBody<z.output<Schema>> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return { kind: "read", values: parsed.data };
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return { kind: "refused", reply: problemReply(400, "The body must be a JSON object with fields of its own.") };
  }
  // One sentence a field: the first is what is wrong with it, the others follow from it.
  const problems = new Map<string, string>();
  for (const { field, what } of parsed.error.issues.flatMap((issue) => problemsOf(issue, body))) {
    if (!problems.has(field)) problems.set(field, what);
  }
  return { kind: "refused", reply: fieldsReply([...problems].map(([field, what]) => ({ field, what }))) };
}

/** 400 for fields that are wrong, each said in words that follow the field's name. */
export const fieldsReply = (problems: readonly FieldProblem[]): Reply =>
  tiedReply(problems.map(({ field, what }) => `${field} ${what}.`).join(" "), problems);

/** 400 for one field, said in a sentence of its own. */
export const fieldReply = (field: string, sentence: string): Reply => tiedReply(sentence, [{ field, what: sentence }]);

/** `problems` ties what is wrong to the fields of a form. */
function tiedReply(detail: string, problems: readonly FieldProblem[]): Reply {
  const document = { type: "about:blank", title: "Bad Request", status: 400, detail, problems };
  return { ...problemReply(400, detail), body: JSON.stringify(document) };
}

function problemsOf(issue: z.core.$ZodIssue, body: object): readonly FieldProblem[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ field: quoteValue(key), what: "is no field here" }));
  }
  const [field = "the body"] = issue.path;
  return [{ field: String(field), what: `must be ${issue.message}; ${cameIn(field, body)}` }];
}

function cameIn(field: PropertyKey, body: object): string {
  const value: unknown = Object.hasOwn(body, field) ? (body as Record<PropertyKey, unknown>)[field] : undefined;
  if (value === undefined) return "it is missing";
  return SECRET_FIELDS.has(field) ? "what came is not repeated here" : `${quoteValue(value)} came`;
}
