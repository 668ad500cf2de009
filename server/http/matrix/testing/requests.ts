import { PASSWORD } from "../../../access/testing/opened-access";
import { PAIRING_COOKIE } from "../../cookie-names";
import { acknowledgedOf, alertOf, newRule, newSilence, RULE, silenceUntil } from "./alerts";
import { NORD, type Side } from "./floor";
import type { Office } from "./office";
import { newAccount, newDisplay, newToken, TESTS } from "./people";

/** One request that is right in all but perhaps who asks. */
export type Prepared = {
  readonly path: string;
  readonly body?: unknown;
  readonly contentType?: string;
  readonly cookie?: string;
};
export type RequestKind = {
  /** What comes where it is allowed. */
  readonly status: number;
  /** Whether it then changes what stands in the books. */
  readonly changes: boolean;
  /** Whoever may ask is somebody else afterwards. */
  readonly endsAsker: boolean;
  readonly prepare: (office: Office, side: Side) => Prepared | Promise<Prepared>;
};

const NEXT_PASSWORD = "calm-green-harbour-77";
let count = 0;
const fresh = (): number => (count += 1);
const FROM = (): string => `10.9.${Math.floor(fresh() / 250)}.${count % 250}`;

const reads = (path: string | ((side: Side) => string)): RequestKind => ({
  status: 200,
  changes: false,
  endsAsker: false,
  prepare: (_, side) => ({ path: typeof path === "string" ? path : path(side) }),
});
const changes = (status: number, prepare: RequestKind["prepare"], besides: Partial<RequestKind> = {}): RequestKind => ({
  status,
  changes: true,
  endsAsker: false,
  prepare,
  ...besides,
});

/** Something done about somebody who was missed just now. */
const missedChange = (what: string, body?: unknown): RequestKind =>
  changes(200, async ({ floor }, side) => ({
    path: `/api/v1/missed/${await floor.missedOf(side)}/${what}`,
    ...(body === undefined ? {} : { body }),
  }));

/** The key of a contact of a side, as its lists name it. */
export async function keyOf({ floor }: Office, { board }: Side): Promise<string> {
  const config = floor.feed.boards().find(({ id }) => id === board);
  if (config === undefined) throw new Error(`there is no board ${board}`);
  const [waiting] = floor.feed.desk(config, { queueId: null, minutes: null }, "nothing")?.waiting ?? [];
  if (waiting === undefined) throw new Error("nobody waits");
  return Promise.resolve(waiting.key);
}

/** Of each route one request. */
export const REQUESTS: Readonly<Record<string, RequestKind>> = {
  "GET /*": reads("/"),
  "GET /healthz": reads("/healthz"),
  "GET /readyz": reads("/readyz"),
  "GET /metrics": reads("/metrics"),
  "GET /api/v1/me": reads("/api/v1/me"),
  "POST /api/v1/setup": changes(201, () => ({
    path: "/api/v1/setup",
    body: { token: "A".repeat(43), name: "Ada", password: PASSWORD },
  })),
  "POST /api/v1/session": changes(
    200,
    async ({ access }) => {
      const { name } = await newAccount(access, "analyst");
      return { path: "/api/v1/session", body: { name, password: PASSWORD } };
    },
    { endsAsker: true },
  ),
  "DELETE /api/v1/session": changes(204, () => ({ path: "/api/v1/session" }), { endsAsker: true }),
  "PUT /api/v1/me/password": changes(
    204,
    () => ({ path: "/api/v1/me/password", body: { current: PASSWORD, next: NEXT_PASSWORD } }),
    { endsAsker: true },
  ),
  "DELETE /api/v1/me/display": changes(204, () => ({ path: "/api/v1/me/display" }), { endsAsker: true }),
  "POST /api/v1/pairings": changes(201, () => ({ path: "/api/v1/pairings" })),
  "POST /api/v1/pairings/claim": changes(200, ({ access }) => {
    const offered = access.displays.offerCode(FROM());
    if (offered === null) throw new Error("too many codes are open");
    access.displays.pair(offered.pairing.code, { name: `hall ${fresh()}`, screenId: NORD.board }, TESTS, "tests");
    return { path: "/api/v1/pairings/claim", cookie: `${PAIRING_COOKIE}=${offered.secret}` };
  }),
  "GET /api/v1/oidc/start": { ...reads("/api/v1/oidc/start?here=1"), status: 302 },
  "GET /api/v1/oidc/callback": changes(302, () => ({ path: "/api/v1/oidc/callback?code=1" }), { endsAsker: true }),
  "GET /api/v1/boards": reads("/api/v1/boards"),
  "GET /api/v1/boards/{id}/snapshot": reads(({ board }) => `/api/v1/boards/${board}/snapshot`),
  "GET /api/v1/boards/{id}/desk": reads(({ board }) => `/api/v1/boards/${board}/desk`),
  "GET /api/v1/contacts": reads(({ board }) => `/api/v1/contacts?board=${board}&figure=offered`),
  "POST /api/v1/contacts/number": changes(200, async (office, side) => ({
    path: "/api/v1/contacts/number",
    body: { board: side.board, key: await keyOf(office, side) },
  })),
  "POST /api/v1/events": changes(202, () => ({
    path: "/api/v1/events?source=web",
    body: [],
    contentType: "application/cloudevents-batch+json",
  })),
  "GET /api/v1/missed": reads("/api/v1/missed"),
  "POST /api/v1/missed/{id}/claim": missedChange("claim"),
  // Nobody has it: there is nothing to give back.
  "DELETE /api/v1/missed/{id}/claim": { ...missedChange("claim"), changes: false },
  "POST /api/v1/missed/{id}/attempt": missedChange("attempt", { result: "no-answer" }),
  "POST /api/v1/missed/{id}/close": missedChange("close", { result: "reached" }),
  "DELETE /api/v1/missed/{id}/close": changes(200, async ({ floor }, side) => {
    const id = await floor.missedOf(side);
    await floor.closed(id);
    return { path: `/api/v1/missed/${id}/close` };
  }),
  "POST /api/v1/missed/{id}/number": missedChange("number"),
  "GET /api/v1/alerts": reads("/api/v1/alerts"),
  "POST /api/v1/alerts/{id}/ack": changes(200, (office, side) => ({
    path: `/api/v1/alerts/${alertOf(office, side)}/ack`,
    body: { minutes: 30 },
  })),
  "DELETE /api/v1/alerts/{id}/ack": changes(200, (office, side) => ({
    path: `/api/v1/alerts/${acknowledgedOf(office, side)}/ack`,
  })),
  "GET /api/v1/alert-rules": reads("/api/v1/alert-rules"),
  "POST /api/v1/alert-rules": changes(201, () => ({ path: "/api/v1/alert-rules", body: RULE })),
  "PATCH /api/v1/alert-rules/{id}": changes(200, (office) => ({
    path: `/api/v1/alert-rules/${newRule(office)}`,
    body: { enabled: false },
  })),
  "DELETE /api/v1/alert-rules/{id}": changes(204, (office) => ({ path: `/api/v1/alert-rules/${newRule(office)}` })),
  "POST /api/v1/alert-rules/preview": changes(
    200,
    () => ({ path: "/api/v1/alert-rules/preview", body: { rule: RULE } }),
    { changes: false },
  ),
  "GET /api/v1/alert-silences": reads("/api/v1/alert-silences"),
  "POST /api/v1/alert-silences": changes(201, (office) => ({
    path: "/api/v1/alert-silences",
    body: { ruleId: null, queueIds: null, untilMs: silenceUntil(office), reason: "drill" },
  })),
  "DELETE /api/v1/alert-silences/{id}": changes(204, (office) => ({
    path: `/api/v1/alert-silences/${newSilence(office)}`,
  })),
  "POST /api/v1/alert-channels/{id}/test": changes(200, () => ({ path: "/api/v1/alert-channels/hook/test" })),
  "GET /api/v1/displays": reads("/api/v1/displays"),
  "POST /api/v1/displays": changes(201, ({ access }) => {
    const code = access.displays.offerCode(FROM())?.pairing.code;
    return { path: "/api/v1/displays", body: { code, name: `hall ${fresh()}`, screenId: NORD.board } };
  }),
  "PATCH /api/v1/displays/{id}": changes(200, ({ access }) => ({
    path: `/api/v1/displays/${newDisplay(access).id}`,
    body: { name: `hall ${fresh()}`, screenId: NORD.board },
  })),
  "DELETE /api/v1/displays/{id}": changes(204, ({ access }) => ({ path: `/api/v1/displays/${newDisplay(access).id}` })),
  "POST /api/v1/displays/{id}/reload": changes(
    200,
    ({ access }) => ({ path: `/api/v1/displays/${newDisplay(access).id}/reload` }),
    { changes: false },
  ),
  "POST /api/v1/displays/{id}/identify": changes(
    200,
    ({ access }) => ({ path: `/api/v1/displays/${newDisplay(access).id}/identify` }),
    { changes: false },
  ),
  "GET /api/v1/accounts": reads("/api/v1/accounts"),
  "POST /api/v1/accounts": changes(201, () => ({
    path: "/api/v1/accounts",
    body: { name: `Ben ${fresh()}`, role: "admin", queueIds: null, seesNumbers: true, password: PASSWORD },
  })),
  "PATCH /api/v1/accounts/{id}": changes(200, async ({ access }) => ({
    path: `/api/v1/accounts/${(await newAccount(access, "analyst")).id}`,
    body: { role: "admin" },
  })),
  "GET /api/v1/tokens": reads("/api/v1/tokens"),
  "POST /api/v1/tokens": changes(201, () => ({
    path: "/api/v1/tokens",
    body: { name: `script ${fresh()}`, scope: "read" },
  })),
  "DELETE /api/v1/tokens/{id}": changes(204, ({ access }) => ({
    path: `/api/v1/tokens/${newToken(access, "read").id}`,
  })),
  "GET /api/v1/audit-trail": reads("/api/v1/audit-trail"),
  "GET /api/v1/audit-trail/export": changes(200, () => ({ path: "/api/v1/audit-trail/export" })),
};

export const requestOf = (route: string): RequestKind => {
  const request = REQUESTS[route];
  if (request === undefined) throw new Error(`there is no request of ${route}`);
  return request;
};
export const methodOf = (route: string): string => route.split(" ")[0] ?? "";
export const mayChange = (route: string): boolean => methodOf(route) !== "GET";
