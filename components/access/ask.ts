import { noteDate } from "../shared/time/server-clock";
import { markNow } from "../shared/time/use-now";

/** A server that takes longer is as good as away. Hashing a password may take a second of it. */
const ANSWER_WITHIN_MS = 12_000;

export type FieldProblem = { readonly field: string; readonly what: string };

/** What the server says to a request. */
export type Answer<Value> =
  | { readonly kind: "ok"; readonly value: Value }
  | {
      readonly kind: "refused";
      readonly status: number;
      /** One sentence for people, in English. */
      readonly detail: string;
      /** Of single fields; the detail says the same in one. */
      readonly problems: readonly FieldProblem[];
      /** Not before; null: whenever. */
      readonly retryAfterMs: number | null;
      /** All that it says, of which some answers have more. */
      readonly document: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: "no-answer" };

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

let unknown: () => void = () => undefined;

/** Told of each answer 401: the server does not know this browser, or no longer. */
export function whenUnknown(listener: () => void): void {
  unknown = listener;
}

/** For requests that do not go through `ask`. */
export function noteStatus(status: number): void {
  if (status === 401) unknown();
}

/**
 * Asks the server this page is from, with the browser's cookies.
 * @param body becomes JSON; null: there is none
 * @param withinMs for what is known to take longer
 * @returns `value` is null where the answer has no body; `no-answer` also when nothing comes in time
 */
export async function ask<Value>(
  method: Method,
  address: string,
  body: unknown = null,
  withinMs = ANSWER_WITHIN_MS,
): Promise<Answer<Value>> {
  const askedAt = markNow();
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), withinMs);
  try {
    const response = await fetch(address, {
      method,
      signal: patience.signal,
      credentials: "same-origin",
      cache: "no-store",
      headers: { accept: "application/json", ...(method === "GET" ? {} : { "content-type": "application/json" }) },
      ...(body === null ? {} : { body: JSON.stringify(body) }),
    });
    noteStatus(response.status);
    noteDate(response.headers.get("date"), askedAt);
    if (!response.ok) return await refusalOf(response);
    const text = await response.text();
    return { kind: "ok", value: (text === "" ? null : JSON.parse(text)) as Value };
  } catch {
    return { kind: "no-answer" };
  } finally {
    clearTimeout(timer);
  }
}

/** A proxy's page in place of a problem document is a refusal too; a gateway that reaches nobody is no answer. */
async function refusalOf(response: Response): Promise<Answer<never>> {
  const { status } = response;
  if (status === 502 || status === 504) return { kind: "no-answer" };
  const document = parsed(await response.text());
  const { detail, problems } = document;
  const retryAfter = Number(response.headers.get("retry-after") ?? Number.NaN);
  return {
    kind: "refused",
    status,
    detail: typeof detail === "string" && detail !== "" ? detail : `${status} ${response.statusText}`.trim(),
    problems: Array.isArray(problems) ? problems.filter(isFieldProblem) : [],
    retryAfterMs: Number.isFinite(retryAfter) ? retryAfter * 1_000 : null,
    document,
  };
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const document: unknown = JSON.parse(text);
    return typeof document === "object" && document !== null ? (document as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}

function isFieldProblem(problem: unknown): problem is FieldProblem {
  const { field, what } = (problem ?? {}) as Partial<FieldProblem>;
  return typeof field === "string" && typeof what === "string";
}
