import type { Widen } from "../../widen";

export type SayWords = Widen<typeof say>;

/** How an alert is called and what it rests on; for every screen and for messages. Counts come as number and as text. */
export const say = {
  wholeSite: "Whole site",
  title: (subject: string, condition: string): string => `${subject}: ${condition}`,
  and: (one: string, other: string): string => `${one} and ${other}`,
  severities: { critical: "Critical", warning: "Warning", notice: "Notice" },
  conditions: {
    "service-level": "service level",
    "longest-wait": "longest wait",
    waiting: "waiting",
    "waiting-per-agent": "waiting per agent",
    "nobody-logged-in": "nobody logged in",
    "agents-left": "agents left",
    "abandons-in-a-row": "abandons in a row",
    "missed-rate": "missed rate",
    "overdue-recoveries": "overdue callbacks",
    "over-capacity": "over capacity",
    "paused-too-long": "paused too long",
    "no-data": "no data",
  },
  late: (late: string, decided: string, minutes: string): string => `${late} of ${decided} late in ${minutes} min`,
  longestWait: (wait: string): string => `longest wait ${wait}`,
  nobodyWaits: "nobody is waiting",
  waiting: (_count: number, text: string): string => `${text} waiting`,
  waitingFor: (_count: number, text: string, agents: number, agentsText: string): string =>
    `${text} waiting for ${agentsText} ${agents === 1 ? "agent" : "agents"}`,
  waitingForNobody: (_count: number, text: string): string => `${text} waiting, no agent there`,
  agentsLeft: (_left: number, text: string, of: string, minutes: string): string =>
    `${text} of ${of} agents left in ${minutes} min`,
  abandons: (_count: number, text: string): string => `${text} gave up in a row`,
  missed: (missed: string, total: string, minutes: string): string => `${missed} of ${total} missed in ${minutes} min`,
  overdue: (_count: number, text: string): string => `${text} not called back in time`,
  overCapacity: (agents: number, text: string, most: string): string =>
    `${text} ${agents === 1 ? "agent" : "agents"} over capacity, up to ${most} at once`,
  paused: (agents: number, text: string, longest: string): string =>
    `${text} ${agents === 1 ? "agent" : "agents"} paused, longest ${longest}`,
  nothingFor: (duration: string): string => `nothing received for ${duration}`,
  nothingYet: "nothing received yet",
  widespread: (queues: string, outOf: string, worst: string): string => `${queues} of ${outOf} queues, worst: ${worst}`,
  /** It fires on for a while, so that what comes and goes is one alert; what it rests on is not true any more. */
  clearSince: (moment: string): string => `clear since ${moment}`,
  before: (said: string): string => `before: ${said}`,
  states: { acknowledged: "Acknowledged", resolved: "Resolved" },
  since: (moment: string): string => `since ${moment}`,
  lasted: (duration: string): string => `after ${duration}`,
  nobodyHasIt: "nobody has it",
  hasIt: (name: string): string => `${name} has it`,
  hasItUntil: (name: string, moment: string): string => `${name} has it until ${moment}`,
  muted: { "out-of-hours": "out of hours, told to nobody", silenced: "silenced, told to nobody" },
  frozen: "no data, as last known",
  because: { clear: "back to normal", closed: "closed", "rule-gone": "rule changed" },
};
