import type { Widen } from "../../widen";

export type AlertsWords = Widen<typeof alerts>;

/** What only the page of alerts says. Counts come as a number, for its grammar, and as text. */
export const alerts = {
  connecting: "Connecting",
  noServer: "The server cannot be reached. This page fills as soon as it answers.",
  asOf: (time: string): string => `The server does not answer. As of ${time}.`,
  notRead: "History and figures cannot be read. Trying again.",
  firing: {
    heading: "Firing now",
    unanswered: (count: number, text: string): string => (count === 1 ? "1 needs someone" : `${text} need someone`),
    none: "Nothing is firing",
    noneMeans: "As soon as a rule holds it stands here: what is wrong, since when, and who has it.",
    rules: "Rules and silences",
    lasting: (duration: string): string => `for ${duration}`,
    rule: (name: string): string => `Rule: ${name}`,
    frozen: "Its source is not heard. It goes on, or ends, when it is heard again.",
  },
  act: {
    acknowledge: "Acknowledge",
    of: (act: string, title: string): string => `${act}: ${title}`,
    howLong: "For how long",
    minutes: (text: string): string => `for ${text} min`,
    untilClosing: (time: string): string => `until closing, ${time}`,
    takeBack: "Take back",
    done: (title: string, moment: string): string => `${title}: yours until ${moment}.`,
    takenBack: (title: string): string => `${title}: nobody has it any more.`,
    over: "This alert is already over.",
  },
  links: { contacts: "The contacts behind it", queue: "See the queue", queues: "See the queues" },
  /** Those of the defaults, by their ids; a rule that somebody named keeps that name. */
  ruleNames: {
    "no-data": "No data",
    "nobody-logged-in": "Nobody logged in",
    "agents-left": "Many left",
    overrun: "More callers than people",
    "service-level-critical": "Service level collapses",
    "service-level-warning": "Service level falls",
    "service-level-notice": "Service level under its goal",
    "longest-wait": "Somebody waits too long",
  },
  history: {
    heading: "History",
    none: "No alert has ended yet",
    noneMeans: "What is over stands here by day: when it fired, how long it lasted, why it ended, and who had it.",
    lasted: (duration: string): string => `lasted ${duration}`,
    hadIt: (name: string): string => `${name} had it`,
    nobodyHadIt: "nobody had it",
    more: "Show earlier ones",
    loading: "Loading",
  },
  rate: {
    heading: "How many alarms",
    lead: "Alarms that need nobody teach people to look away. Muted ones do not count.",
    figure: "Alarms",
    now: "Now",
    aim: "Aim",
    most: "At most",
    lastHour: "Heard, last hour",
    busiestHour: "Heard, busiest hour of a day",
    lastDay: "Heard, last 24 hours",
    notices: "Notices, last 24 hours",
    standing: "Firing for a day or longer",
    source: "At most: what people can take in all day long, by ISA-18.2. The aim is for people with other work to do.",
    noisy: "Noisy rules",
    noneNoisy: "No rule is noisy. One that is stands here with what would calm it.",
    fired: (count: number, text: string): string =>
      count === 1 ? "fired once in 7 days" : `fired ${text} times in 7 days`,
    hints: {
      chattering: "It came again within a minute. Let it clear further from where it fires, or fire on for longer.",
      often: "More than people can take in. Raise its limit, let it hold for longer, or make it a notice.",
      standing: "It fires for a day or longer, so nobody acts on it. Change its limit, or do without it.",
    },
  },
  channels: {
    heading: "Messages",
    none: "Nobody is told elsewhere",
    noneMeans: "Slack, Microsoft Teams, mail and webhooks are set up in the configuration file, under alerts.channels.",
    kinds: { webhook: "Webhook", slack: "Slack", teams: "Microsoft Teams", email: "E-mail" },
    delivered: (moment: string): string => `last delivered ${moment}`,
    nothingYet: "nothing delivered yet",
    waiting: (count: number, text: string, moment: string): string =>
      count === 1 ? `1 message waiting since ${moment}` : `${text} messages waiting, the oldest since ${moment}`,
    givenUp: (count: number, text: string): string =>
      `not delivered: ${count === 1 ? "1 message" : `${text} messages`}`,
    why: (problem: string): string => `The answer was: ${problem}`,
  },
  silences: {
    heading: "Silences",
    none: "Nothing is silenced",
    noneMeans: "What fires in a silence is shown and counted, and nobody is told.",
    allRules: "All rules",
    allQueues: "all queues",
    until: (moment: string): string => `until ${moment}`,
    by: (name: string): string => `by ${name}`,
  },
};
