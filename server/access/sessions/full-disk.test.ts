import { afterEach, beforeEach, expect, it } from "vitest";
import { closeOwnDatabase } from "../../store/libsql/own-database";
import { createAccountRows } from "../accounts/account-rows";
import { createPasswords } from "../passwords/passwords";
import { openAccessDatabase } from "../store/open-database";
import { ADMINISTRATOR, QUICK } from "../testing/opened-access";
import { createSignInThrottle } from "../throttle/sign-in-throttle";
import { createTokens } from "../tokens/tokens";
import { createAuditTrail } from "../trail/audit-trail";
import { createSessionRows } from "./session-rows";
import { createSessions } from "./sessions";

const HALF_A_DAY_MS = 12 * 3_600_000;

let office: Awaited<ReturnType<typeof openOffice>>;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => closeOwnDatabase(office.db));

/** Ada's centre, on a clock of the test's. */
async function openOffice() {
  const opened = openAccessDatabase({ path: ":memory:" });
  if (opened.kind === "refused") throw new Error(opened.message);
  const { db } = opened;
  let nowMs = 0;
  const clock = { nowMs: () => nowMs };
  const parts = {
    db,
    clock,
    changed: () => undefined,
    auditTrail: createAuditTrail({ db, clock }),
    accountRows: createAccountRows(db),
    sessionRows: createSessionRows(db),
    passwords: createPasswords(QUICK),
    throttle: createSignInThrottle(clock),
  };
  const account = {
    id: "a",
    name: "Ada",
    foldedName: "ada",
    role: "admin",
    queueIds: null,
    seesNumbers: false,
  } as const;
  const password = await parts.passwords.keep("sturdy-oak-bridge-41");
  const rest = { password, vouchedSubject: null, disabled: false, createdAtMs: 0, lastSeenAtMs: null };
  parts.accountRows.insert({ ...account, ...rest });
  return {
    db,
    accountRows: parts.accountRows,
    sessions: createSessions(parts),
    tokens: createTokens(parts),
    at: (ms: number): void => {
      nowMs = ms;
    },
    takesNothing: (isFull: boolean) => db.exec(`PRAGMA query_only = ${isFull ? "ON" : "OFF"}`),
  };
}

it("[AC22] a disk that takes nothing keeps nobody out who is in: the last use is noted when there is room again", async () => {
  const { sessions, tokens, accountRows, at, takesNothing } = office;
  const { token } = sessions.open("a", { address: "192.0.2.1" });
  const created = tokens.create({ name: "t", scope: "read" }, ADMINISTRATOR);
  const secret = created.kind === "created" ? created.secret : "";

  at(60_000);
  takesNothing(true);
  expect([sessions.use(token)?.kind, tokens.use(secret)?.kind]).toEqual(["person", "token"]);
  expect(accountRows.byId("a")?.lastSeenAtMs).toBe(0);
  // Nobody new comes in, and that is no wrong try of his.
  const signIn = () => sessions.signIn("Ada", "sturdy-oak-bridge-41", { address: "192.0.2.9", device: null });
  for (let count = 0; count < 11; count++) await expect(signIn()).rejects.toThrow("readonly");

  takesNothing(false);
  expect((await signIn()).kind).toBe("signed-in");
  at(61_000);
  expect([sessions.use(token)?.kind, tokens.use(secret)?.kind]).toEqual(["person", "token"]);
  expect(accountRows.byId("a")?.lastSeenAtMs).toBe(61_000);
  expect(tokens.list()[0]?.lastUsedAtMs).toBe(61_000);
});

it("[AC43] a disk that takes nothing keeps nobody in whose time is over: whoever holds his socket is told", () => {
  const { sessions, at, takesNothing } = office;
  sessions.open("a", { address: "192.0.2.1" });
  takesNothing(true);
  at(HALF_A_DAY_MS - 1);
  expect(sessions.expire()).toBe(false);
  at(HALF_A_DAY_MS);
  // Told until it is gone: nothing that was missed meanwhile stays so.
  expect([sessions.expire(), sessions.expire()]).toEqual([true, true]);
  takesNothing(false);
  expect([sessions.expire(), sessions.expire()]).toEqual([true, false]);
});
