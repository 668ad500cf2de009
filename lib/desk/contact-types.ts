import type { WindowMinutes } from "../config";
import type { OverflowReason, RefusalReason, Revision } from "../events";
import type { BoardId, ContactId, QueueId } from "../vocabulary";
import type { MaskedCaller } from "./desk-types";

/** A figure whose contacts can be listed. */
export type ListedFigure =
  | "serviceLevel"
  | "answerRate"
  | "missedRate"
  | "offered"
  | "answered"
  | "abandoned"
  | "overflowed"
  | "refused"
  | "unknown"
  | "missed"
  | "speedOfAnswer"
  | "handlingTime"
  | "outOfHours";
export const LISTED_FIGURES: readonly ListedFigure[] = [
  "serviceLevel",
  "answerRate",
  "missedRate",
  "offered",
  "answered",
  "abandoned",
  "overflowed",
  "refused",
  "unknown",
  "missed",
  "speedOfAnswer",
  "handlingTime",
  "outOfHours",
];

/** `numerator`: counts in both; `denominator`: below the line only; `neither`: left out, and `why` says why. */
export type FigurePart = "numerator" | "denominator" | "neither";

/** Why a visit stands where it stands in a figure. */
export type FigureReason =
  | "in-time"
  | "late"
  | "waiting"
  | "waiting-late"
  | "abandoned"
  | "abandoned-short"
  | "overflowed"
  | "refused"
  | "unknown"
  | "unknown-late"
  | "answered"
  | "answered-elsewhere"
  | "talking"
  | "talk-unknown"
  | "handled"
  | "missed-elsewhere"
  | "out-of-hours";

export type ContactOutcome = "waiting" | "answered" | "abandoned" | "overflowed" | "refused" | "unknown";

/** A visit as the list behind a figure shows it. */
export type ContactLine = {
  readonly key: string;
  readonly contactId: ContactId;
  readonly queueId: QueueId;
  readonly arrivedAtMs: number;
  readonly outcome: ContactOutcome;
  readonly reason: OverflowReason | RefusalReason | null;
  /** Up to the outcome; null: still waiting. */
  readonly waitMs: number | null;
  /** Time connected; null: not answered, not finished or not known. */
  readonly talkMs: number | null;
  readonly agentName: string | null;
  readonly caller: MaskedCaller;
  readonly part: FigurePart;
  readonly why: FigureReason;
};

export type ContactsRequest = ContactsQuestion & { readonly boardId: BoardId };
export type ContactsQuestion = {
  readonly queueId: QueueId | null;
  /** null: today. */
  readonly minutes: WindowMinutes | null;
  readonly figure: ListedFigure;
  /** null: all three. */
  readonly part: FigurePart | null;
  /** 1 to 500. */
  readonly limit: number;
  /** `next` of the page before; null: from the newest. */
  readonly after: string | null;
};

/** The contacts behind a figure, the newest arrival first. */
export type ContactsPage = {
  readonly revision: Revision;
  readonly asOfMs: number;
  readonly figure: ListedFigure;
  readonly contacts: readonly ContactLine[];
  /** null: that was the last page. */
  readonly next: string | null;
};
