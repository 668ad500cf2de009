import type { Right } from "../../lib/access/roles";
import { assertNever } from "../../lib/vocabulary";
import type { HeldRight, Principal, Subject } from "./principal";

/** Who holds which right: the one table. `numbers.reveal` asks besides for `seesNumbers`, see `mayDo`. */
const HOLDERS: Readonly<Record<HeldRight, readonly Subject[]>> = {
  "boards.read": ["demo", "display", "admin", "supervisor", "lead", "analyst", "token:read"],
  "desk.read": ["demo", "admin", "supervisor", "lead"],
  "contacts.read": ["demo", "admin", "supervisor", "lead", "analyst", "token:read"],
  "numbers.reveal": ["demo", "admin", "supervisor", "lead"],
  "missed.read": ["demo", "admin", "supervisor", "lead", "analyst", "token:read"],
  "missed.handle": ["demo", "admin", "supervisor", "lead"],
  "alerts.read": ["demo", "admin", "supervisor", "lead", "analyst", "token:read"],
  "alerts.acknowledge": ["demo", "admin", "supervisor", "lead"],
  "alerts.manage": ["demo", "admin", "supervisor"],
  "channels.test": ["demo", "admin"],
  "metrics.read": ["demo", "admin", "token:metrics"],
  "events.ingest": ["token:ingest"],
  "account.own": ["admin", "supervisor", "lead", "analyst"],
  "display.own": ["display"],
  "displays.manage": ["demo", "admin", "supervisor"],
  "accounts.manage": ["demo", "admin"],
  "tokens.manage": ["demo", "admin"],
  "audit-trail.read": ["demo", "admin"],
};

/** What each request needs; one that does not stand here does not start. `GET` stands for `HEAD` too. */
export const ROUTE_RIGHTS = {
  /** The built pages: nothing but text, the same for everybody. */
  "GET /*": "public",
  "GET /healthz": "public",
  "GET /readyz": "public",
  "GET /metrics": "metrics.read",
  "GET /api/v1/me": "public",
  "POST /api/v1/setup": "public",
  "POST /api/v1/session": "public",
  "DELETE /api/v1/session": "account.own",
  "PUT /api/v1/me/password": "account.own",
  "DELETE /api/v1/me/display": "display.own",
  "POST /api/v1/pairings": "public",
  "POST /api/v1/pairings/claim": "public",
  "GET /api/v1/oidc/start": "public",
  "GET /api/v1/oidc/callback": "public",
  "GET /api/v1/boards": "boards.read",
  "GET /api/v1/boards/{id}/snapshot": "boards.read",
  "GET /api/v1/boards/{id}/desk": "desk.read",
  "GET /api/v1/contacts": "contacts.read",
  "POST /api/v1/contacts/number": "numbers.reveal",
  "POST /api/v1/events": "events.ingest",
  "GET /api/v1/missed": "missed.read",
  "POST /api/v1/missed/{id}/claim": "missed.handle",
  "DELETE /api/v1/missed/{id}/claim": "missed.handle",
  "POST /api/v1/missed/{id}/attempt": "missed.handle",
  "POST /api/v1/missed/{id}/close": "missed.handle",
  "DELETE /api/v1/missed/{id}/close": "missed.handle",
  "POST /api/v1/missed/{id}/number": "numbers.reveal",
  "GET /api/v1/alerts": "alerts.read",
  "POST /api/v1/alerts/{id}/ack": "alerts.acknowledge",
  "DELETE /api/v1/alerts/{id}/ack": "alerts.acknowledge",
  "GET /api/v1/alert-rules": "alerts.manage",
  "POST /api/v1/alert-rules": "alerts.manage",
  "PATCH /api/v1/alert-rules/{id}": "alerts.manage",
  "DELETE /api/v1/alert-rules/{id}": "alerts.manage",
  "POST /api/v1/alert-rules/preview": "alerts.manage",
  "GET /api/v1/alert-silences": "alerts.manage",
  "POST /api/v1/alert-silences": "alerts.manage",
  "DELETE /api/v1/alert-silences/{id}": "alerts.manage",
  "POST /api/v1/alert-channels/{id}/test": "channels.test",
  "GET /api/v1/displays": "displays.manage",
  "POST /api/v1/displays": "displays.manage",
  "PATCH /api/v1/displays/{id}": "displays.manage",
  "DELETE /api/v1/displays/{id}": "displays.manage",
  "POST /api/v1/displays/{id}/reload": "displays.manage",
  "POST /api/v1/displays/{id}/identify": "displays.manage",
  "GET /api/v1/accounts": "accounts.manage",
  "POST /api/v1/accounts": "accounts.manage",
  "PATCH /api/v1/accounts/{id}": "accounts.manage",
  "GET /api/v1/tokens": "tokens.manage",
  "POST /api/v1/tokens": "tokens.manage",
  "DELETE /api/v1/tokens/{id}": "tokens.manage",
  "GET /api/v1/audit-trail": "audit-trail.read",
  "GET /api/v1/audit-trail/export": "audit-trail.read",
} as const satisfies Readonly<Record<string, Right>>;

/** What answers before there is an administrator. */
const OPEN_BEFORE_SET_UP: readonly (keyof typeof ROUTE_RIGHTS)[] = [
  "GET /healthz",
  "GET /readyz",
  "GET /api/v1/me",
  "POST /api/v1/setup",
];
/** @param name of a route, as in the table */
export const isOpenBeforeSetUp = (name: string): boolean => OPEN_BEFORE_SET_UP.some((open) => open === name);

/** The same for what comes over a socket. */
export const EVENT_RIGHTS: Readonly<Record<string, Right>> = { "board:watch": "boards.read" };

/** Whether somebody holds a right at all; over which boards and queues, `sight.ts` says. */
export function mayDo(principal: Principal, right: Right): boolean {
  if (right === "public") return true;
  if (!HOLDERS[right].includes(subjectOf(principal))) return false;
  return right !== "numbers.reveal" || principal.kind !== "person" || principal.seesNumbers;
}

/** Whether only tokens hold it: no page has anything to do with it. */
export const isOfTokens = (right: Right): boolean =>
  right !== "public" && HOLDERS[right].every((subject) => subject.startsWith("token:"));

/** All rights somebody holds. */
export function rightsOf(principal: Principal): readonly Right[] {
  const held = Object.keys(HOLDERS) as HeldRight[];
  return ["public", ...held.filter((right) => mayDo(principal, right))];
}

export function subjectOf(principal: Principal): Subject {
  switch (principal.kind) {
    case "nobody":
    case "demo":
    case "display":
      return principal.kind;
    case "person":
      return principal.role;
    case "token":
      return `token:${principal.scope}`;
    default:
      return assertNever(principal);
  }
}
