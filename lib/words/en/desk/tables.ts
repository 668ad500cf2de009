import type { Widen } from "../../widen";

export type TableWords = Widen<typeof tables>;

/** What the supervisor's chart and tables say. */
export const tables = {
  /** Nothing was ever told that an answer could rest on. */
  notKnown: "Not known yet",
  chart: {
    title: "By quarter-hour",
    keys: "Day by quarter-hour; arrow keys move",
    answered: "answered",
    missed: "missed",
    offered: "offered",
    level: "service level",
    goal: (percent: string): string => `goal ${percent}`,
    ofDecided: (met: string, decided: string): string => `${met} of ${decided} in time`,
    time: "Time",
    noCalls: "no calls",
    noData: (from: string, to: string): string => `no data ${from}–${to}`,
    empty: (goal: string): string =>
      `No calls yet today. Answered and missed will stand here by quarter-hour, with the service level against the goal of ${goal}.`,
    loading: "Loading the chart",
  },
  waiting: {
    title: "Waiting now",
    count: (count: number, text: string): string => (count === 1 ? "1 caller" : `${text} callers`),
    nobody: "Nobody is waiting",
    caller: "Caller",
    waited: "Waiting",
    today: "Today",
    queue: "Queue",
    position: "Position",
    withheld: "withheld",
    unrecognised: "cannot be recognised",
  },
  caller: {
    hidden: "not shown",
    show: "Show number",
    hide: "Hide number",
    written: "this is written to the audit trail",
    notKept: "No longer kept",
    notHere: "No longer on this board",
    failed: "Cannot be shown now",
    noAnswer: "The server does not answer",
  },
  agents: {
    title: "Agents",
    signedIn: (_signedIn: number, signedInText: string, _free: number, freeText: string): string =>
      `${signedInText} signed in, ${freeText} free`,
    filter: "Filter",
    filterBy: "Filter agents by name, state, reason or queue",
    loggedOut: (_count: number, text: string): string => `Logged out: ${text}`,
    none: "Nobody is signed in",
    noneFound: (filter: string): string => `Nobody matches “${filter}”`,
    name: "Name",
    state: "State",
    time: "Time",
    answered: "Calls",
    answeredMeaning: "Calls answered today, in any queue",
  },
  /** What a caller's day has been. `contacts` counts the one at hand; `answeredAt` is a time, `09:12`. */
  today: (contacts: number, missed: number, answeredAt: string | null): string => {
    const parts = [contacts <= 1 ? "first call" : `${ordinal(contacts)} call`];
    if (missed > 0) parts.push(`missed ${times(missed)}`);
    if (answeredAt !== null) parts.push(`answered at ${answeredAt}`);
    return parts.join(", ");
  },
};

function ordinal(count: number): string {
  const teen = count % 100 > 10 && count % 100 < 14;
  switch (teen ? 0 : count % 10) {
    case 1:
      return `${count}st`;
    case 2:
      return `${count}nd`;
    case 3:
      return `${count}rd`;
    default:
      return `${count}th`;
  }
}

function times(count: number): string {
  switch (count) {
    case 1:
      return "once";
    case 2:
      return "twice";
    default:
      return `${count} times`;
  }
}
