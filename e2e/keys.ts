import { existsSync } from "node:fs";
import path from "node:path";
import { openAccess } from "../server/access/open-access";
import type { Doer } from "../server/access/access";
import { systemClock } from "../server/clock";
import { SESSION_COOKIE } from "../server/http/cookie-names";

/** What opens a configured site: its administrator's session, and the token of a script that may read. */
export type Keys = {
  readonly session: { readonly name: string; readonly value: string };
  readonly token: string;
};

export const ADMINISTRATOR = { name: "Ada Admin", password: "a password of the tests" };
const TESTS: Doer = { actor: { kind: "command-line", name: "tests" }, address: null };

const known = new Map<string, Promise<Keys | null>>();

/** The keys of the site in this folder, made when they are first asked for; null: it plays the simulator, for everybody. */
export function keysOf(folder: string): Promise<Keys | null> {
  const keys =
    known.get(folder) ??
    (existsSync(path.join(folder, "pickup.config.yaml")) ? makeKeys(folder) : Promise.resolve(null));
  known.set(folder, keys);
  return keys;
}

async function makeKeys(folder: string): Promise<Keys> {
  const opened = openAccess({ path: path.join(folder, "data/access.db"), clock: systemClock, log: console.error });
  if (opened.kind === "refused") throw new Error(opened.message);
  const { access } = opened;
  try {
    const made = await access.accounts.create(
      { ...ADMINISTRATOR, role: "admin", queueIds: null, seesNumbers: true },
      TESTS,
    );
    const script = access.tokens.create({ name: "tests", scope: "read" }, TESTS);
    if (made.kind === "refused" || script.kind === "refused") throw new Error("The tests have no account");
    const session = access.sessions.open(made.account.id, { address: "127.0.0.1" });
    return { session: { name: SESSION_COOKIE, value: session.token }, token: script.secret };
  } finally {
    access.close();
  }
}
