import { expect, test } from "vitest";
import { type Role, ROLES, type TokenScope } from "../../lib/access/roles";
import { boardId, queueId } from "../../lib/vocabulary";
import { DEMO, type HeldRight, NOBODY, type Principal } from "./principal";
import { EVENT_RIGHTS, mayDo, rightsOf, ROUTE_RIGHTS, subjectOf } from "./rights";

const person = (role: Role, seesNumbers: boolean): Principal => ({
  kind: "person",
  accountId: "a",
  sessionId: "s",
  name: "Anna",
  role,
  queueIds: role === "lead" ? [queueId("sales")] : null,
  seesNumbers,
});
const token = (scope: TokenScope): Principal => ({ kind: "token", tokenId: "t", name: "Script", scope });

/** Everybody there is, and whether he holds a right, in the words of the issue and not of the table. */
const WHO: readonly (readonly [who: string, principal: Principal])[] = [
  ["nobody", NOBODY],
  ["demo", DEMO],
  ["display", { kind: "display", displayId: "d", name: "Lobby", screenId: boardId("north") }],
  ["lead, numbers", person("lead", true)],
  ["lead", person("lead", false)],
  ["supervisor, numbers", person("supervisor", true)],
  ["supervisor", person("supervisor", false)],
  ["analyst, numbers", person("analyst", true)],
  ["analyst", person("analyst", false)],
  ["admin, numbers", person("admin", true)],
  ["admin", person("admin", false)],
  ["read", token("read")],
  ["metrics", token("metrics")],
  ["ingest", token("ingest")],
];
const PEOPLE = WHO.flatMap(([who, { kind }]) => (kind === "person" ? [who] : []));
const ADMINS = ["demo", "admin", "admin, numbers"];
const MANAGERS = [...ADMINS, "supervisor", "supervisor, numbers"];
const WITH_QUEUES = [...MANAGERS, "lead", "lead, numbers"];
const WITH_FIGURES = [...WITH_QUEUES, "analyst", "analyst, numbers", "read"];
const EXPECTED: Readonly<Record<HeldRight, readonly string[]>> = {
  "boards.read": [...WITH_FIGURES, "display"],
  "desk.read": WITH_QUEUES,
  "contacts.read": WITH_FIGURES,
  "numbers.reveal": ["demo", "lead, numbers", "supervisor, numbers", "admin, numbers"],
  "missed.read": WITH_FIGURES,
  "missed.handle": WITH_QUEUES,
  "alerts.read": WITH_FIGURES,
  "alerts.acknowledge": WITH_QUEUES,
  "alerts.manage": MANAGERS,
  "channels.test": ADMINS,
  "metrics.read": [...ADMINS, "metrics"],
  "events.ingest": ["ingest"],
  "account.own": PEOPLE,
  "display.own": ["display"],
  "displays.manage": MANAGERS,
  "accounts.manage": ADMINS,
  "tokens.manage": ADMINS,
  "audit-trail.read": ADMINS,
};
const RIGHTS = Object.keys(EXPECTED) as HeldRight[];

test.each(WHO)("[AC50] holds these rights and no others: %s", (who, principal) => {
  const held = RIGHTS.filter((right) => mayDo(principal, right));
  expect(held).toEqual(RIGHTS.filter((right) => EXPECTED[right].includes(who)));
  expect(new Set(rightsOf(principal))).toEqual(new Set(["public", ...held]));
  expect(mayDo(principal, "public")).toBe(true);
});

test("[AC50] everybody has a row: each role with and without numbers, each kind", () => {
  expect(new Set(WHO.map(([, principal]) => subjectOf(principal))).size).toBe(ROLES.length + 3 + 3);
  expect(new Set(WHO.map(([, { kind }]) => kind))).toEqual(new Set(["nobody", "demo", "display", "person", "token"]));
});

test("[AC50] what everybody may ask for is on this list: nothing with a figure, a name or a number in it", () => {
  const open = Object.entries({ ...ROUTE_RIGHTS, ...EVENT_RIGHTS }).flatMap(([what, right]) =>
    right === "public" ? [what] : [],
  );
  expect(open).toEqual([
    "GET /*",
    "GET /healthz",
    "GET /readyz",
    "GET /api/v1/me",
    "POST /api/v1/setup",
    "POST /api/v1/session",
    "POST /api/v1/pairings",
    "POST /api/v1/pairings/claim",
    "GET /api/v1/oidc/start",
    "GET /api/v1/oidc/callback",
  ]);
});

test("[AC50] whoever holds no right may do nothing that changes something but come in", () => {
  const changes = Object.entries(ROUTE_RIGHTS).filter(([what]) => !what.startsWith("GET "));
  const allowed = changes.flatMap(([what, right]) => (mayDo(NOBODY, right) ? [what] : []));
  expect(allowed).toEqual([
    "POST /api/v1/setup",
    "POST /api/v1/session",
    "POST /api/v1/pairings",
    "POST /api/v1/pairings/claim",
  ]);
});
