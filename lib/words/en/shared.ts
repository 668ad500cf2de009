import type { Widen } from "../widen";

export type SharedWords = Widen<typeof shared>;

/** What more than one screen says. */
export const shared = {
  states: { none: "Not judged yet", ok: "OK", watch: "WATCH", act: "ACT", "no-data": "NO DATA" },
  /** What one person does. */
  agentStates: {
    available: "free",
    ringing: "ringing",
    "on-contact": "talking",
    "wrap-up": "wrap-up",
    paused: "paused",
    "logged-out": "logged out",
    "not-reported": "not reported",
  },
  /** What so many people do, after their count: `2 free`. */
  activities: {
    available: (_count: number): string => "free",
    ringing: (_count: number): string => "ringing",
    onContact: (_count: number): string => "talking",
    wrapUp: (_count: number): string => "wrap-up",
    paused: (_count: number): string => "paused",
  },
  demo: "Demo",
  demoMeaning: "These calls are made up by the simulator",
  notReported: "n/r",
  cannotBeShown: "cannot be shown",
  open: "Open",
  closed: "Closed",
  openUntil: (moment: string): string => `Open until ${moment}`,
  closedUntil: (moment: string): string => `Closed until ${moment}`,
  /** A threshold in seconds, `60 s`. */
  seconds: (count: string): string => `${count} s`,
  dayByQuarterHour: "Service level by quarter-hour",
  noQuarterYet: "No quarter-hour has a service level yet.",
  /** Where else there is to go. */
  nav: {
    label: "Pages",
    boards: "All boards",
    wall: "Wall",
    supervise: "Supervise",
    alerts: "Alerts",
    missed: "Missed calls",
    unanswered: (text: string): string => `${text} that nobody has`,
  },
  theme: { label: "Theme", system: "Like the device", light: "Light", dark: "Dark" },
};
