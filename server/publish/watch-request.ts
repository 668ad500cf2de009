import type { Revision } from "../../lib/events";
import { boardId, type BoardId } from "../../lib/vocabulary";
import type { Pace, WatchAnswer } from "../../lib/wire/protocol";

export type Answer = (answer: WatchAnswer) => void;
export type WatchRequest = {
  readonly boardId: BoardId;
  readonly haveRevision: Revision | null;
  readonly pace: Pace;
};
export type ParsedWatch =
  | { readonly type: "request"; readonly request: WatchRequest; readonly answer: Answer }
  | { readonly type: "malformed"; readonly problem: string };

const LONGEST_TEXT = 128;

/** How an event wants to be answered; null: there is nobody to tell anything. */
export function answerOf(args: readonly unknown[]): Answer | null {
  const last = args.at(-1);
  return typeof last === "function" ? (last as Answer) : null;
}

/** Reads the arguments of a `board:watch` as they came from outside: nothing about them is certain. */
export function parseWatch(args: readonly unknown[]): ParsedWatch {
  const answer = answerOf(args);
  if (answer === null) return malformed("an acknowledgement is needed");
  const [board, have, wantedPace, ...rest] = args.slice(0, -1);
  if (args.length < 3 || rest.length > 0) return malformed("expected (boardId, haveRevision, pace?, ack)");
  const pace = wantedPace ?? "laptop";
  if (!isText(board)) return malformed("boardId is not a text of up to 128 characters");
  if (have !== null && !isRevision(have)) return malformed("haveRevision is neither null nor {epoch, number}");
  if (pace !== "laptop" && pace !== "tv") return malformed("pace is neither laptop nor tv");
  return { type: "request", request: { boardId: boardId(board), haveRevision: have, pace }, answer };
}

const malformed = (problem: string): ParsedWatch => ({ type: "malformed", problem });

const isText = (value: unknown): value is string => typeof value === "string" && value.length <= LONGEST_TEXT;

function isRevision(value: unknown): value is Revision {
  if (typeof value !== "object" || value === null) return false;
  const { epoch, number } = value as Readonly<Record<keyof Revision, unknown>>;
  return isText(epoch) && Number.isSafeInteger(number);
}
