import { boardId, MAIN_BOARD, queueId, type BoardId, type QueueId } from "../../../lib/vocabulary";
import type { TokenScope } from "../../../lib/access/roles";
import type { Access, Doer, NewAccount } from "../../access/access";
import { PASSWORD } from "../../access/testing/opened-access";
import { DISPLAY_COOKIE, SESSION_COOKIE } from "../cookie-names";

/** Everybody whom tests know. */
export const EVERYBODY = [
  "nobody",
  "display",
  "other display",
  "revoked display",
  "lead",
  "lead of another queue",
  "supervisor",
  "supervisor without numbers",
  "analyst",
  "admin",
  "admin with numbers",
  "token:read",
  "token:metrics",
  "token:ingest",
  "revoked token",
] as const;
export type Who = (typeof EVERYBODY)[number];

export type CastParts = {
  /** Of the lead. */
  readonly ownQueue: QueueId;
  readonly anotherQueue: QueueId;
  /** What hangs on the two displays. */
  readonly screen: BoardId;
  readonly otherScreen: BoardId;
};
const PARTS: CastParts = {
  ownQueue: queueId("support"),
  anotherQueue: queueId("sales"),
  screen: MAIN_BOARD,
  otherScreen: boardId("sales"),
};

/** What somebody shows of who he is. */
type Shown = { readonly cookies: Readonly<Record<string, string>> } | { readonly bearer: string };
export type Cast = {
  readonly shownBy: (who: Exclude<Who, "nobody">) => Shown;
  /** An account's, a display's or a token's. */
  readonly idOf: (who: Who) => string;
};

const ADDRESS = "127.0.0.1";
const DOER: Doer = { actor: { kind: "command-line", name: "tests" }, address: null };

/** Makes one of each, and signs in the people. Names are those of `Who`, everybody has the same password. */
export async function letInAll(access: Access, given: Partial<CastParts> = {}): Promise<Cast> {
  const { ownQueue, anotherQueue, screen, otherScreen } = { ...PARTS, ...given };
  const shown = new Map<string, Shown>();
  const ids = new Map<string, string>();

  const person = async (who: Who, grants: Pick<NewAccount, "role" | "queueIds" | "seesNumbers">): Promise<void> => {
    const made = await access.accounts.create({ name: who, password: PASSWORD, ...grants }, DOER);
    if (made.kind === "refused") throw new Error(made.problem);
    ids.set(who, made.account.id);
    const { token } = access.sessions.open(made.account.id, { address: ADDRESS });
    shown.set(who, { cookies: { [SESSION_COOKIE]: token } });
  };
  const display = (who: Who, screenId: BoardId): void => {
    const offered = access.displays.offerCode(ADDRESS);
    if (offered === null) throw new Error("too many codes are open");
    const paired = access.displays.pair(offered.pairing.code, { name: who, screenId }, DOER, "tests");
    if (paired.kind === "refused") throw new Error(paired.problem);
    const { token } = access.displays.claim(offered.secret, ADDRESS);
    if (token === null) throw new Error("the display got no token");
    ids.set(who, paired.display.id);
    shown.set(who, { cookies: { [DISPLAY_COOKIE]: token } });
  };
  const token = (who: Who, scope: TokenScope): void => {
    const made = access.tokens.create({ name: who, scope }, DOER);
    if (made.kind === "refused") throw new Error(made.problem);
    ids.set(who, made.token.id);
    shown.set(who, { bearer: made.secret });
  };

  await person("admin", { role: "admin", queueIds: null, seesNumbers: false });
  await person("admin with numbers", { role: "admin", queueIds: null, seesNumbers: true });
  await person("supervisor", { role: "supervisor", queueIds: null, seesNumbers: true });
  await person("supervisor without numbers", { role: "supervisor", queueIds: null, seesNumbers: false });
  await person("lead", { role: "lead", queueIds: [ownQueue], seesNumbers: true });
  await person("lead of another queue", { role: "lead", queueIds: [anotherQueue], seesNumbers: true });
  await person("analyst", { role: "analyst", queueIds: null, seesNumbers: false });
  display("display", screen);
  display("other display", otherScreen);
  display("revoked display", screen);
  for (const scope of ["read", "metrics", "ingest"] as const) token(`token:${scope}`, scope);
  token("revoked token", "read");

  const idOf = (who: Who): string => {
    const id = ids.get(who);
    if (id === undefined) throw new Error(`${who} has no id`);
    return id;
  };
  access.displays.revoke(idOf("revoked display"), DOER);
  access.tokens.revoke(idOf("revoked token"), DOER);
  return {
    shownBy: (who) => {
      const known = shown.get(who);
      if (known === undefined) throw new Error(`${who} was never let in`);
      return known;
    },
    idOf,
  };
}
