import { assertNever } from "../../../../lib/vocabulary";
import { scanJson } from "../../json/scan-json";
import { problemReply } from "../../problem";
import type { Reply } from "../../reply";
import type { EventsBody } from "./events-body";

const DEEPEST_NESTING = 32;
const MOST_EVENTS = 1_000;

/** One of what was sent, in its place. */
export type SentEvent =
  | { readonly kind: "read"; readonly value: unknown }
  /** `problem`: a sentence that repeats nothing that came. */
  | { readonly kind: "unreadable"; readonly problem: string };

export type SentEvents =
  | { readonly kind: "read"; readonly events: readonly SentEvent[] }
  | { readonly kind: "refused"; readonly reply: Reply };

/** What a body holds, one by one, each as JSON.parse gives it. */
export function readSentEvents({ format, bytes }: EventsBody): SentEvents {
  const text = decoded(bytes);
  if (text === null) return refused("What was sent is not UTF-8.");
  if (text.startsWith("\ufeff")) return refused("What was sent begins with a byte order mark; JSON has none.");
  switch (format) {
    case "single":
      return readWhole(text, (value) => [value]);
    case "batch":
      return readWhole(text, (value) => (Array.isArray(value) ? value : null));
    case "lines":
      return readLines(text);
    default:
      return assertNever(format);
  }
}

const refused = (detail: string, status = 400): SentEvents => ({
  kind: "refused",
  reply: problemReply(status, detail),
});

const tooMany = (): SentEvents => refused(`A request takes ${MOST_EVENTS} events at most.`, 413);

function readWhole(text: string, eventsOf: (value: unknown) => readonly unknown[] | null): SentEvents {
  const read = parse(text);
  if (read.kind === "unreadable") return refused(`What was sent ${read.problem}.`);
  const events = eventsOf(read.value);
  if (events === null) return refused("A batch is a JSON list of events.");
  if (events.length > MOST_EVENTS) return tooMany();
  const isList = Array.isArray(read.value);
  return {
    kind: "read",
    events: events.map((value, index) => unlessRepeated(value, read.repeated.get(isList ? index : 0))),
  };
}

function readLines(text: string): SentEvents {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length > MOST_EVENTS) return tooMany();
  const events = lines.map((line): SentEvent => {
    const read = parse(line);
    if (read.kind === "unreadable") return { kind: "unreadable", problem: `the line ${read.problem}` };
    return unlessRepeated(read.value, [...read.repeated.values()].at(0));
  });
  return { kind: "read", events };
}

/** Which of the two is meant nobody knows. */
const unlessRepeated = (value: unknown, repeated: string | undefined): SentEvent =>
  repeated === undefined
    ? { kind: "read", value }
    : { kind: "unreadable", problem: "a name stands twice in one object" };

type Parsed =
  | { readonly kind: "read"; readonly value: unknown; readonly repeated: ReadonlyMap<number, string> }
  | { readonly kind: "unreadable"; readonly problem: string };

function parse(text: string): Parsed {
  const scanned = scanJson(text, DEEPEST_NESTING);
  if (scanned.kind === "too-deep") return { kind: "unreadable", problem: "is nested too deeply" };
  try {
    return { kind: "read", value: JSON.parse(text) as unknown, repeated: scanned.repeated };
  } catch {
    return { kind: "unreadable", problem: "is not JSON" };
  }
}

/** A byte order mark stays: nothing that is JSON begins with one. */
function decoded(bytes: Buffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
