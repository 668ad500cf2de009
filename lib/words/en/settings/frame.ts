import type { Widen } from "../../widen";

export type FrameWords = Widen<typeof frame>;

/** What stands round every page of the settings, and what is called the same on all of them. */
export const frame = {
  title: "Settings",
  nav: "Settings pages",
  sections: {
    displays: "Displays",
    alerts: "Alerts",
    accounts: "People",
    tokens: "Tokens",
    "audit-trail": "Audit trail",
    account: "My account",
  },
  roles: { admin: "Administrator", supervisor: "Supervisor", lead: "Team lead", analyst: "Analyst" },
  rights: {
    "boards.read": "Boards and their figures",
    "desk.read": "Who waits and who works",
    "contacts.read": "The contacts behind a figure",
    "numbers.reveal": "Callers’ whole numbers, each showing written down",
    "missed.read": "Who was missed, and what became of it",
    "missed.handle": "Calling missed callers back",
    "alerts.read": "Alerts",
    "alerts.acknowledge": "Acknowledging alerts",
    "alerts.manage": "Rules and silences of alerts",
    "channels.test": "Trying the ways alerts are told",
    "metrics.read": "Metrics for monitoring",
    "events.ingest": "Sending events",
    "account.own": "One’s own account",
    "display.own": "Giving up a display",
    "displays.manage": "Looking after displays",
    "accounts.manage": "Looking after people and their rights",
    "tokens.manage": "Looking after tokens for scripts",
    "audit-trail.read": "The audit trail",
  },
};
