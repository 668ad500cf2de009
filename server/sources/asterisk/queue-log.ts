import { plainId } from "../../../lib/names/names";
import { type ContactId, contactId, type QueueId, queueId } from "../../../lib/vocabulary";

export type LogExit = "abandoned" | "key" | "timeout" | "empty" | "withdrawn";
export type LogCompletion = "agent" | "caller" | "transfer";

/** What a line of queue_log tells. Waits and talk are whole seconds; null: not a number. */
export type QueueLogFact =
  | { readonly kind: "entered"; readonly number: string }
  | { readonly kind: "connected"; readonly waitS: number | null; readonly legId: string }
  | { readonly kind: "left"; readonly exit: LogExit; readonly waitS: number | null }
  | {
      readonly kind: "completed";
      readonly endedBy: LogCompletion;
      readonly waitS: number | null;
      readonly talkS: number | null;
    }
  | { readonly kind: "rang-unanswered"; readonly ringMs: number }
  | { readonly kind: "started" };

export type QueueLogLine = {
  /** A whole second. */
  readonly atMs: number;
  readonly contactId: ContactId;
  readonly queueId: QueueId;
  /** A member's name; `NONE` where no agent is meant. */
  readonly agent: string;
  readonly fact: QueueLogFact;
};

/** Reads a line: `epoch|call|queue|agent|VERB|…`. null: a verb that tells nothing here, or no such line. */
export function parseQueueLogLine(line: string): QueueLogLine | null {
  const [second = "", call = "", queue = "", agent = "", verb = "", ...rest] = plainId(line.trimEnd()).split("|");
  if (!/^\d{9,11}$/.test(second)) return null;
  const fact = factOf(verb, rest);
  if (fact === null) return null;
  return { atMs: Number(second) * 1000, contactId: contactId(call), queueId: queueId(queue), agent, fact };
}

/** Every line that tells something, in the order of the log. */
export function parseQueueLog(text: string): readonly QueueLogLine[] {
  const lines: QueueLogLine[] = [];
  for (const line of text.split("\n")) {
    const parsed = parseQueueLogLine(line);
    if (parsed !== null) lines.push(parsed);
  }
  return lines;
}

function factOf(verb: string, rest: readonly string[]): QueueLogFact | null {
  switch (verb) {
    case "ENTERQUEUE":
      return { kind: "entered", number: rest[1] ?? "" };
    case "CONNECT":
      return { kind: "connected", waitS: count(rest[0]), legId: rest[1] ?? "" };
    case "ABANDON":
      return { kind: "left", exit: "abandoned", waitS: count(rest[2]) };
    case "EXITWITHKEY":
      return { kind: "left", exit: "key", waitS: count(rest[3]) };
    case "EXITWITHTIMEOUT":
      return { kind: "left", exit: "timeout", waitS: count(rest[2]) };
    case "EXITEMPTY":
      return { kind: "left", exit: "empty", waitS: count(rest[2]) };
    case "WITHDRAW":
      return { kind: "left", exit: "withdrawn", waitS: count(rest[2]) };
    case "COMPLETEAGENT":
      return completed("agent", rest);
    case "COMPLETECALLER":
      return completed("caller", rest);
    case "BLINDTRANSFER":
    case "ATTENDEDTRANSFER":
      return completed("transfer", rest);
    case "RINGNOANSWER":
      return { kind: "rang-unanswered", ringMs: count(rest[0]) ?? 0 };
    case "QUEUESTART":
      return { kind: "started" };
    default:
      return null;
  }
}

/** The last three are the wait, the talk and the position, after whatever a transfer says of its target. */
function completed(endedBy: LogCompletion, rest: readonly string[]): QueueLogFact {
  return { kind: "completed", endedBy, waitS: count(rest.at(-3)), talkS: count(rest.at(-2)) };
}

function count(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
