import { MAIN_BOARD } from "../../../../lib/vocabulary";
import type { Role, TokenScope } from "../../../../lib/access/roles";
import type { Access, Doer } from "../../../access/access";
import { PASSWORD } from "../../../access/testing/opened-access";
import { DISPLAY_COOKIE, SESSION_COOKIE } from "../../cookie-names";
import { NORD, type Side, SUED } from "./floor";

/** What somebody shows with each request. */
export type Shown = Readonly<Record<"cookie" | "authorization", string | null>>;
export const NOTHING: Shown = { cookie: null, authorization: null };

/** Somebody as he came in: a person's account, a display's or a token's id. */
export type Guest = { readonly shown: Shown; readonly id: string };

type Column =
  | "nobody"
  | "bad token"
  | "display"
  | "lead"
  | "supervisor"
  | "analyst"
  | "admin"
  | "read"
  | "metrics"
  | "ingest"
  | "demo";
/** Somebody who asks: the column of the table that he stands in, and what he sees. */
export type Somebody = {
  readonly column: Column;
  readonly side: Side | "all" | "none";
  readonly numbers: boolean;
  readonly come: (books: Books) => Promise<Guest>;
};

/** The books, and their clock: who came long ago has come at another time. */
export type Books = { readonly access: Access; readonly longAgo: <T>(act: () => T) => T };

const DAY_MS = 86_400_000;
export const LONG_AGO_MS = 8 * DAY_MS;
export const TESTS: Doer = { actor: { kind: "command-line", name: "tests" }, address: null };
const HERE = "127.0.0.1";
let count = 0;
const fresh = (what: string): string => `${what} ${(count += 1)}`;

export async function newAccount(
  access: Access,
  role: Role,
  { side = null, seesNumbers = false }: { readonly side?: Side | null; readonly seesNumbers?: boolean } = {},
): Promise<{ readonly id: string; readonly name: string }> {
  const queueIds = side === null ? null : [side.queue];
  const made = await access.accounts.create(
    { name: fresh(role), password: PASSWORD, role, queueIds, seesNumbers },
    TESTS,
  );
  if (made.kind === "refused") throw new Error(made.problem);
  return made.account;
}

export function newDisplay(access: Access, screenId = MAIN_BOARD): Guest {
  const offered = access.displays.offerCode(fresh("hall"));
  if (offered === null) throw new Error("too many codes are open");
  const paired = access.displays.pair(offered.pairing.code, { name: fresh("display"), screenId }, TESTS, "tests");
  if (paired.kind === "refused") throw new Error(paired.problem);
  const { token } = access.displays.claim(offered.secret, HERE);
  return { id: paired.display.id, shown: { ...NOTHING, cookie: `${DISPLAY_COOKIE}=${token ?? ""}` } };
}

export function newToken(access: Access, scope: TokenScope): Guest {
  const made = access.tokens.create({ name: fresh("script"), scope }, TESTS);
  if (made.kind === "refused") throw new Error(made.problem);
  return { id: made.token.id, shown: { ...NOTHING, authorization: `Bearer ${made.secret}` } };
}

const signedIn = ({ access }: Books, id: string) => access.sessions.open(id, { address: HERE });
const withSession = (token: string): Shown => ({ ...NOTHING, cookie: `${SESSION_COOKIE}=${token}` });

const person = (role: Role, side: Side | "all", numbers: boolean): Somebody => ({
  column: role,
  side,
  numbers,
  come: async (books) => {
    const { id } = await newAccount(books.access, role, { side: side === "all" ? null : side, seesNumbers: numbers });
    return { id, shown: withSession(signedIn(books, id).token) };
  },
});
const display = (side: Side): Somebody => ({
  column: "display",
  side,
  numbers: false,
  come: ({ access }) => Promise.resolve(newDisplay(access, side.board)),
});
const token = (scope: TokenScope): Somebody => ({
  column: scope,
  side: scope === "read" ? "all" : "none",
  numbers: false,
  come: ({ access }) => Promise.resolve(newToken(access, scope)),
});
/** Who was an administrator, and is nobody any more. */
const gone = (end: (books: Books, id: string) => Promise<string> | string): Somebody => ({
  column: "nobody",
  side: "none",
  numbers: false,
  come: async (books) => {
    const { id } = await newAccount(books.access, "admin", { seesNumbers: true });
    return { id, shown: withSession(await end(books, id)) };
  },
});

export const SOMEBODY = {
  nobody: { column: "nobody", side: "none", numbers: false, come: () => Promise.resolve({ id: "", shown: NOTHING }) },
  display: display(NORD),
  "other display": display(SUED),
  "revoked display": {
    ...display(NORD),
    column: "nobody",
    side: "none",
    come: ({ access }) => {
      const guest = newDisplay(access, NORD.board);
      access.displays.revoke(guest.id, TESTS);
      return Promise.resolve(guest);
    },
  },
  lead: person("lead", NORD, true),
  "lead of another queue": person("lead", SUED, true),
  "lead without numbers": person("lead", NORD, false),
  supervisor: person("supervisor", "all", true),
  "supervisor without numbers": person("supervisor", "all", false),
  analyst: person("analyst", "all", false),
  "analyst who was given numbers": { ...person("analyst", "all", true), numbers: false },
  admin: person("admin", "all", false),
  "admin with numbers": person("admin", "all", true),
  "token:read": token("read"),
  "token:metrics": token("metrics"),
  "token:ingest": token("ingest"),
  "revoked token": {
    ...token("read"),
    column: "bad token",
    side: "none",
    come: ({ access }) => {
      const guest = newToken(access, "read");
      access.tokens.revoke(guest.id, TESTS);
      return Promise.resolve(guest);
    },
  },
  "expired session": gone((books, id) => books.longAgo(() => signedIn(books, id).token)),
  "signed-out session": gone((books, id) => {
    const { token: secret, principal } = signedIn(books, id);
    if (principal.kind === "person") books.access.sessions.signOut(principal.sessionId, TESTS);
    return secret;
  }),
  "disabled admin": gone(async (books, id) => {
    const { token: secret } = signedIn(books, id);
    await books.access.accounts.change(id, { disabled: true }, TESTS);
    return secret;
  }),
} as const satisfies Readonly<Record<string, Somebody>>;
export type Name = keyof typeof SOMEBODY;
export const NAMES = Object.keys(SOMEBODY) as readonly Name[];

/** Nobody signs in to the demo. */
export const DEMO_USER: Somebody = { ...SOMEBODY.nobody, column: "demo", side: "all", numbers: true };
