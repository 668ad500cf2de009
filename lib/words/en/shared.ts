import type { Widen } from "../widen";

export type SharedWords = Widen<typeof shared>;

/** What more than one screen says. */
export const shared = {
  states: { none: "Not judged yet", ok: "OK", watch: "WATCH", act: "ACT", "no-data": "NO DATA" },
  agentStates: {
    available: "free",
    ringing: "ringing",
    "on-contact": "talking",
    "wrap-up": "wrap-up",
    paused: "paused",
    "logged-out": "logged out",
    "not-reported": "not reported",
  },
  demo: "Demo",
  demoMeaning: "These calls are made up by the simulator",
  notReported: "n/r",
  open: "Open",
  closed: "Closed",
  openUntil: (moment: string): string => `Open until ${moment}`,
  closedUntil: (moment: string): string => `Closed until ${moment}`,
  /** A threshold in seconds, `60 s`. */
  seconds: (count: string): string => `${count} s`,
};
