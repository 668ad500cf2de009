import type { Widen } from "../../widen";

export type TokenWords = Widen<typeof tokens>;

/** What scripts come in with. */
export const tokens = {
  lead: "A token lets a script in, for one purpose and without anybody signing in.",
  none: "There is no token yet. Create one for a script that reads boards, or for your monitoring.",
  add: "Create a token",
  scopes: { read: "Read", metrics: "Metrics", ingest: "Send events" },
  name: "Name",
  nameHint: "What it is for, so that you know later which one to revoke.",
  writeName: "Enter a name.",
  scope: "What it may do",
  means: {
    read: "Boards with their figures, and contacts without anything of callers. Changes nothing.",
    metrics: "The server’s own figures at /metrics, for monitoring. Nothing of boards.",
    ingest: "Tells Pickup at /api/v1/events what happened elsewhere, and reads nothing.",
  },
  example: "Used like this:",
  create: "Create",
  created: (name: string): string => `The token ${name}`,
  once: "It is shown this once and kept nowhere. Copy it now to where the script finds it.",
  secret: "Token",
  done: "I have it",
  made: (when: string, who: string): string => `Created ${when} by ${who}`,
  madeByNobody: (when: string): string => `Created ${when}`,
  used: (when: string): string => `Last used: ${when}`,
  neverUsed: "Never used",
  revoke: "Revoke",
  revokeMeans: (name: string): string =>
    `Every script that uses ${name} is refused from then on. This cannot be undone.`,
  confirmRevoke: (name: string): string => `Revoke ${name}`,
  revoked: (name: string): string => `${name} is revoked.`,
};
