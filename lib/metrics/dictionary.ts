import type { ServiceLevelFormula } from "../config";
import { assertNever } from "../vocabulary";

/** A figure's name on the screen and what it means, in a sentence or two. */
export type Entry = { readonly key: FigureKey; readonly label: string; readonly definition: string };

export type FigureKey = keyof typeof ENTRIES;

const ENTRIES = {
  serviceLevel: [
    "Service level",
    "The share of decided calls that a person answered within the threshold. Decided: answered, abandoned (short ones excepted), overflowed, or waiting past the threshold already.",
  ],
  waiting: ["Waiting now", "Calls that have joined a queue and have reached nobody yet."],
  overdue: [
    "Past threshold",
    "Calls waiting now for longer than their queue's threshold. Each already counts as late.",
  ],
  longestWait: ["Longest wait", "How long the caller who has waited longest, and still waits, has been waiting."],
  offered: ["Offered", "Calls that joined the queue in its open hours today."],
  answered: ["Answered", "Calls that a person answered, of those that joined the queue in its open hours today."],
  abandoned: ["Abandoned", "Calls whose caller left before a person answered, the short ones included."],
  shortAbandoned: ["Short abandons", "Abandoned within a few seconds. They count in no rate."],
  overflowed: [
    "Overflowed",
    "Calls that routing took out of the queue unanswered: time-out, key, no agents, transfer.",
  ],
  refused: ["Refused", "Calls that never got into the queue: closed, full, or nobody logged in."],
  unknown: ["Unknown", "Calls lost track of while the source was away."],
  missed: [
    "Missed",
    "The caller's view: contacts that ended without a person, abandoned (short ones excepted), overflowed to no one, or refused. Each contact counts once.",
  ],
  missedVisits: ["Missed", "Calls that this queue did not answer and that ended without a person today."],
  missedRate: ["Missed rate", "Missed of all that were answered or missed."],
  answerRate: [
    "Answer rate",
    "Answered of all calls whose wait has ended: answered, abandoned (short ones excepted) or overflowed.",
  ],
  asa: ["Speed of answer", "The average wait of today's answered calls, from joining the queue to the answer."],
  waitMedian: ["Median", "Half of the answered calls waited no longer than this."],
  waitP90: ["90th percentile", "Nine in ten answered calls waited no longer than this."],
  waitMax: ["Longest wait of the day", "The longest that any call waited today, answered or not."],
  abandonWait: ["Wait of abandoned", "The average wait of those who left before an answer."],
  aht: [
    "Handling time",
    "Average of talk, hold and wrap-up over finished calls; without wrap-up where it is not reported.",
  ],
  talk: ["Talk time", "Average time connected, hold included."],
  ringNoAnswer: ["Ring-no-answer", "How often an agent's telephone rang unanswered. One call can have many."],
  outOfHours: ["Out of hours", "Calls outside the queue's open hours. They enter no other figure."],
  repeatCallers: [
    "Repeat callers",
    "Callers with two or more contacts within 24 hours. Withheld numbers are left out.",
  ],
  agents: ["Agents", "Each person once, by what they do now: free, ringing, talking, in wrap-up or paused."],
  agentsOfQueue: ["Agents", "The queue's people by what they do now: free, ringing, talking, in wrap-up or paused."],
} as const satisfies Record<string, readonly [label: string, definition: string]>;

/** The figure's name and definition. */
export function entryOf(key: FigureKey): Entry {
  const [label, definition] = ENTRIES[key];
  return { key, label, definition };
}

export const FIGURE_KEYS = Object.keys(ENTRIES) as readonly FigureKey[];

/**
 * SL6: what a service level counts, in words that follow "214 of 232".
 * @param threshold the threshold as text, `60 s`
 */
export function formulaWords(formula: ServiceLevelFormula, threshold: string): string {
  switch (formula) {
    case "offered":
      return `answered within ${threshold}`;
    case "answered-only":
      return `answered calls within ${threshold}`;
    case "abandons-after-threshold":
      return `within ${threshold}, early abandons left out`;
    case "credit-abandons-within-threshold":
      return `within ${threshold}, early abandons credited`;
    default:
      return assertNever(formula);
  }
}
