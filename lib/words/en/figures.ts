import type { Widen } from "../widen";

export type FigureWords = Widen<typeof figures>;

/** Every figure's name on the screen and what it means, in a sentence or two. None says over which time: its place does. */
export const figures = {
  entries: {
    serviceLevel: {
      label: "Service level",
      definition:
        "The share of decided calls that a person answered within the threshold. Decided: answered, abandoned (short ones excepted), overflowed, or waiting past the threshold already.",
    },
    waiting: { label: "Waiting now", definition: "Calls that have joined a queue and have reached nobody yet." },
    overdue: {
      label: "Past threshold",
      definition: "Calls waiting now for longer than their queue's threshold. Each already counts as late.",
    },
    longestWait: {
      label: "Longest wait",
      definition: "How long the caller who has waited longest, and still waits, has been waiting.",
    },
    offered: { label: "Offered", definition: "Calls that joined the queue in its open hours." },
    answered: {
      label: "Answered",
      definition: "Calls that a person answered, of those that joined the queue in its open hours.",
    },
    abandoned: {
      label: "Abandoned",
      definition: "Calls whose caller left before a person answered, the short ones included.",
    },
    shortAbandoned: {
      label: "Short abandons",
      definition: "Calls whose caller left within a few seconds. They count in no rate.",
    },
    overflowed: {
      label: "Overflowed",
      definition: "Calls that routing took out of the queue unanswered: time-out, key, no agents, transfer.",
    },
    refused: {
      label: "Refused",
      definition: "Calls that never got into the queue: closed, full, or nobody logged in.",
    },
    unknown: { label: "Unknown", definition: "Calls lost track of while the source was away." },
    missed: {
      label: "Missed",
      definition:
        "The caller's view: contacts that ended without a person, abandoned (short ones excepted), overflowed to no one, or refused. Each contact counts once.",
    },
    missedVisits: {
      label: "Missed",
      definition: "Calls that this queue did not answer and that ended without a person.",
    },
    missedRate: {
      label: "Missed rate",
      definition: "The share of missed calls among all that were answered or missed.",
    },
    answerRate: {
      label: "Answer rate",
      definition:
        "The share of answered calls among all whose wait has ended: answered, abandoned (short ones excepted) or overflowed.",
    },
    speedOfAnswer: {
      label: "Speed of answer",
      definition: "The average wait of answered calls, from joining the queue to the answer (ASA).",
    },
    waitMedian: { label: "Median", definition: "Half of the answered calls waited no longer than this." },
    waitP90: { label: "90th percentile", definition: "Nine in ten answered calls waited no longer than this." },
    handlingTime: {
      label: "Handling time",
      definition:
        "The average of talk, hold and wrap-up over finished calls (AHT); without wrap-up where it is not reported.",
    },
    talk: { label: "Talk time", definition: "The average time connected, hold included." },
    ringNoAnswer: {
      label: "Ring-no-answer",
      definition: "How often an agent's telephone rang unanswered. One call can have many.",
    },
    outOfHours: {
      label: "Out of hours",
      definition: "Calls outside the queue's open hours. They enter no other figure.",
    },
    repeatCallers: {
      label: "Repeat callers",
      definition: "Callers with two or more contacts within 24 hours. Withheld numbers are left out.",
    },
    agents: {
      label: "Agents",
      definition: "Each person once, by what they do now: free, ringing, talking, in wrap-up or paused.",
    },
    agentsOfQueue: {
      label: "Agents",
      definition: "The queue's people by what they do now: free, ringing, talking, in wrap-up or paused.",
    },
  },
  /** Heads of columns. */
  short: {
    queue: "Queue",
    waiting: "Waiting",
    longestWait: "Longest",
    serviceLevel: "Level",
    offered: "Offered",
    answered: "Answered",
    abandoned: "Abandoned",
    missed: "Missed",
    answerRate: "Answer rate",
    speedOfAnswer: "ASA",
    handlingTime: "AHT",
    agents: "Agents",
  },
  /** SL6: what a service level counts, in words that follow "214 of 232". */
  formulas: {
    offered: (threshold: string): string => `answered within ${threshold}`,
    "answered-only": (threshold: string): string => `answered calls within ${threshold}`,
    "abandons-after-threshold": (threshold: string): string => `within ${threshold}, early abandons left out`,
    "credit-abandons-within-threshold": (threshold: string): string => `within ${threshold}, early abandons credited`,
  },
};
