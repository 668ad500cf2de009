/** What a person is here for. `lead`: some queues; the others: all of them. */
export type Role = "admin" | "supervisor" | "lead" | "analyst";
export const ROLES: readonly Role[] = ["admin", "supervisor", "lead", "analyst"];

/** What a script may do with its token. */
export type TokenScope = "read" | "metrics" | "ingest";
export const TOKEN_SCOPES: readonly TokenScope[] = ["read", "metrics", "ingest"];

/** One thing that can be allowed. Who holds which stands in the server's table of rights. */
export type Right =
  /** Held by everybody, known or not: pages without data, signing in, whether the server lives. */
  | "public"
  /** Boards with their figures; of a lead and a display their own. */
  | "boards.read"
  /** Who waits, who works, quarter by quarter. */
  | "desk.read"
  /** The contacts behind a figure. */
  | "contacts.read"
  /** A caller's whole number; each showing is written to the audit trail. */
  | "numbers.reveal"
  /** Who was missed and what became of it; of a lead his own queues. */
  | "missed.read"
  /** Calling back: claim, attempt, close. */
  | "missed.handle"
  /** What fires and what is over; of a lead his own queues and the site. */
  | "alerts.read"
  | "alerts.acknowledge"
  /** Rules and silences. */
  | "alerts.manage"
  /** Sending a message that only says it is a test. */
  | "channels.test"
  | "metrics.read"
  | "events.ingest"
  /** Signing out, one's own password. */
  | "account.own"
  /** A display that gives itself up. */
  | "display.own"
  | "displays.manage"
  | "accounts.manage"
  | "tokens.manage"
  | "audit-trail.read";
