import { expect, it } from "vitest";
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

it("[AC22] a disk that takes nothing keeps nobody out who is in: the last use is noted when there is room again", async () => {
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
  const [sessions, tokens] = [createSessions(parts), createTokens(parts)];
  const { token } = sessions.open("a", { address: "192.0.2.1" });
  const created = tokens.create({ name: "t", scope: "read" }, ADMINISTRATOR);
  const secret = created.kind === "created" ? created.secret : "";

  nowMs = 60_000;
  db.exec("PRAGMA query_only = ON");
  expect([sessions.use(token)?.kind, tokens.use(secret)?.kind]).toEqual(["person", "token"]);
  expect(parts.accountRows.byId("a")?.lastSeenAtMs).toBe(0);
  // Nobody new comes in, and that is no wrong try of his.
  const signIn = () => sessions.signIn("Ada", "sturdy-oak-bridge-41", { address: "192.0.2.9", device: null });
  for (let count = 0; count < 11; count++) await expect(signIn()).rejects.toThrow("readonly");

  db.exec("PRAGMA query_only = OFF");
  expect((await signIn()).kind).toBe("signed-in");
  nowMs = 61_000;
  expect([sessions.use(token)?.kind, tokens.use(secret)?.kind]).toEqual(["person", "token"]);
  expect(parts.accountRows.byId("a")?.lastSeenAtMs).toBe(61_000);
  expect(tokens.list()[0]?.lastUsedAtMs).toBe(61_000);
  closeOwnDatabase(db);
});
