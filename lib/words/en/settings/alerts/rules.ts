import type { Widen } from "../../../widen";

export type RuleWords = Widen<typeof rules>;

/** The rules and what they say of themselves. Counts come as a number, for its grammar, and as text. */
export const rules = {
  heading: "Rules",
  lead: "What fires, and whom it tells. It shows on the boards and under Alerts as well.",
  none: "There is no rule. Until there is one, nothing fires.",
  add: "Make a rule",
  off: "Off",
  origins: {
    configuration: "Stands in the configuration file and is changed there",
    default: "Default",
    replaced: "In place of a default",
  },
  made: (when: string, who: string): string => `Changed ${when} by ${who}`,
  scopes: {
    eachQueue: "Each queue",
    eachOf: (names: string): string => `Each of: ${names}`,
    together: (group: string, names: string): string => `${group}, together: ${names}`,
  },
  conditions: {
    serviceLevel: (burn: string, long: string, short: string): string =>
      `${burn} times as many late contacts as the goal allows, over ${long} min and over ${short} min`,
    longestWait: (wait: string): string => `somebody has waited ${wait}`,
    waiting: (count: number, text: string): string => `${text} ${count === 1 ? "caller waits" : "callers wait"}`,
    waitingPerAgent: (count: number, text: string): string =>
      `${text} ${count === 1 ? "caller waits" : "callers wait"} for each agent`,
    nobodyLoggedIn: "nobody is logged in during opening hours",
    agentsLeft: (percent: string, minutes: string): string =>
      `${percent} of the agents, and at least two, left within ${minutes} min`,
    abandonsInARow: (text: string): string => `${text} callers in a row gave up`,
    missedRate: (percent: string, minutes: string): string => `${percent} of the contacts of ${minutes} min are missed`,
    overdueRecoveries: (count: number, text: string): string =>
      `${text} missed ${count === 1 ? "caller was" : "callers were"} not called back in time`,
    overCapacity: "an agent has more contacts at once than is allowed",
    pausedTooLong: (duration: string): string => `an agent has been paused for ${duration}`,
    noData: "nothing is heard from a source",
  },
  clear: (figure: string): string => `Clear again at ${figure}`,
  atOnce: "At once",
  holds: (duration: string): string => `Once it holds for ${duration}`,
  firesOn: (duration: string): string => `fires on for ${duration}`,
  tells: {
    all: "Tells every channel",
    some: (names: string): string => `Tells ${names}`,
    nobody: "Tells no channel",
  },
  change: "Change",
  enable: "Switch on",
  disable: "Switch off",
  delete: "Delete",
  restore: "Back to the default",
  deleteMeans: (name: string): string => `${name} watches no longer, and what it fires now ends.`,
  confirmDelete: (name: string): string => `Delete ${name}`,
  restoreMeans: (name: string): string => `${name} is again as it came with Pickup. What was changed here is lost.`,
  done: {
    created: (name: string): string => `${name} watches from now on.`,
    changed: (name: string): string => `${name} is changed and holds from now on.`,
    enabled: (name: string): string => `${name} is on.`,
    disabled: (name: string): string => `${name} is off.`,
    deleted: (name: string): string => `${name} is deleted.`,
    restored: (name: string): string => `${name} is the default again.`,
  },
};
