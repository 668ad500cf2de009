import * as z from "zod";
import type { SourceEvent } from "../../../../lib/events";
import type { SourceId } from "../../../../lib/vocabulary";
import { didYouMean } from "../../../did-you-mean";
import { anId, EVENT_FIELDS, TOLD_TYPES, type ToldType } from "./event-fields";
import { type EventProblem, noSuch, problemOf, problemsOf, together } from "./event-problem";
import { readInstant } from "./instant";

/** TI4: an instant further off than this is not believed. */
const MAX_SKEW_MS = 24 * 3_600_000;

export type ReadEvent =
  | { readonly kind: "told"; readonly sourceId: SourceId; readonly event: SourceEvent }
  /** `sourceId`: whose event it says to be; null: nobody's. */
  | { readonly kind: "wrong"; readonly sourceId: SourceId | null; readonly problem: EventProblem };

export type ReadingParts = {
  /** Sources of which events may be told. */
  readonly sourceIds: readonly SourceId[];
  readonly nowMs: number;
};

const INSTANT = "an instant such as 2026-11-22T09:00:00.250Z";
const JSON_TYPE = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i;
/** What each event says of itself (CloudEvents 1.0); of its other attributes nothing is asked. */
const ENVELOPE = z.object({
  specversion: z.literal("1.0", { error: '"1.0"' }),
  id: anId,
  source: z.string("the id of a source"),
  type: z.string("the type of an event"),
  time: z.string(INSTANT),
});
/** As CloudEvents spells the names of attributes. */
const ATTRIBUTE = /^[a-z0-9]{1,64}$/;

/** One event in structured mode, as JSON.parse gives it. */
export function readCloudEvent(value: unknown, { sourceIds, nowMs }: ReadingParts): ReadEvent {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return wrong([problemOf("the event", "a CloudEvent, a JSON object", value)]);
  }
  const envelope = ENVELOPE.safeParse(value);
  const problems = [
    ...attributeProblems(value),
    ...(envelope.success ? [] : problemsOf(envelope.error.issues, "", value)),
  ];
  if (!envelope.success) return wrong(problems);
  const { id, source, type, time } = envelope.data;
  const sourceId = sourceIds.find((one) => one === source) ?? null;
  if (sourceId === null) problems.push(problemOf("source", oneOfSources(sourceIds), source));
  const atMs = readInstant(time);
  if (atMs === null) problems.push(problemOf("time", INSTANT, time));
  else if (Math.abs(atMs - nowMs) > MAX_SKEW_MS) {
    problems.push(problemOf("time", `an instant within 24 hours of ${new Date(nowMs).toISOString()}`, time));
  }
  const told = TOLD_TYPES.find((one) => one === type) ?? null;
  if (told === null) {
    const { said, known } = problemOf("type", `one of ${TOLD_TYPES.join(", ")}`, type);
    problems.push({ said: `${said}${didYouMean(type, TOLD_TYPES)}`, known });
    return wrong(problems, sourceId);
  }
  const fields = readFields(told, Object.hasOwn(value, "data") ? Reflect.get(value, "data") : undefined);
  if (fields.kind === "wrong") problems.push(...fields.problems);
  if (fields.kind === "wrong" || sourceId === null || atMs === null || problems.length > 0)
    return wrong(problems, sourceId);
  const event = { sourceKey: id, atMs, receivedAtMs: nowMs, event: fields.at(atMs) };
  return { kind: "told", sourceId, event };
}

const wrong = (problems: readonly EventProblem[], sourceId: SourceId | null = null): ReadEvent => ({
  kind: "wrong",
  sourceId,
  problem: together(problems),
});

const oneOfSources = (ids: readonly SourceId[]): string =>
  ids.length === 0 ? "a source of kind http, of which none is configured" : `one of ${ids.join(", ")}`;

/** Misspelt attributes are found; extensions, which anybody on the way may add, are none of our business. */
function attributeProblems(event: object): EventProblem[] {
  const names = Object.keys(event).filter((name) => !ATTRIBUTE.test(name));
  const problems = names.map((name) => {
    const advice = name === "data_base64" ? ": data is JSON here" : ": its fields stand in data";
    return noSuch("attribute", "", name, advice);
  });
  const type: unknown = Object.hasOwn(event, "datacontenttype") ? Reflect.get(event, "datacontenttype") : undefined;
  const isJson = type === undefined || (typeof type === "string" && type.length <= 100 && JSON_TYPE.test(type));
  return isJson ? problems : [...problems, problemOf("datacontenttype", "application/json", type)];
}

type ReadFields =
  | { readonly kind: "read"; readonly at: (atMs: number) => SourceEvent["event"] }
  | { readonly kind: "wrong"; readonly problems: readonly EventProblem[] };

function readFields(type: ToldType, data: unknown): ReadFields {
  const parsed = EVENT_FIELDS[type].safeParse(data);
  return parsed.success
    ? { kind: "read", at: parsed.data }
    : { kind: "wrong", problems: problemsOf(parsed.error.issues, "data", data) };
}
