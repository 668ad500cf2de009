import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NOBODY } from "../principal";
import { ADMINISTRATOR, openAccessDesk, PASSWORD, showing, START_MS, type AccessDesk } from "../testing/opened-access";

const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NEW_PASSWORD = "other-oak-bridge-42";

let desk: AccessDesk;
/** Of the one test whose books outlast their being closed. */
let folder: string | null = null;
beforeEach(() => {
  desk = openAccessDesk();
});
afterEach(() => {
  desk.access.close();
  if (folder !== null) rmSync(folder, { recursive: true });
  folder = null;
});

const whoHas = (token: string) => desk.access.principalOf(showing({ session: token })).kind;
/** Whether `token` is still good at an instant, used by nobody until then. */
const isGoodAt = (token: string, ms: number): boolean => {
  desk.at(ms);
  return whoHas(token) === "person";
};

describe("a session", () => {
  it("[AC20] begins with name and password, whatever the name's case and form", async () => {
    const id = await desk.account({ name: "Zoë Straße", role: "admin", seesNumbers: true });
    const { principal, token, device, expiresAtMs } = await desk.signedIn("  zoe\u0308  STRASSE ");
    expect(principal).toEqual({
      kind: "person",
      accountId: id,
      sessionId: expect.any(String),
      name: "Zoë Straße",
      role: "admin",
      queueIds: null,
      seesNumbers: true,
    });
    expect(desk.access.principalOf(showing({ session: token }))).toEqual(principal);
    expect(desk.access.current(principal)).toEqual(principal);
    expect(expiresAtMs).toBe(START_MS + 7 * DAY_MS);
    for (const secret of [token, device]) expect(secret).toMatch(/^[\w-]{43}$/);
    expect(desk.lastLines(1)).toEqual(["person Zoë Straße | signed-in"]);
    expect(desk.access.accounts.byName("ZOË STRASSE")?.lastSeenAtMs).toBe(START_MS);
  });

  it("[AC20] is not to be had with a wrong password, an unknown name, a disabled or a company account", async () => {
    await desk.account({ name: "Ada", role: "admin" });
    const ben = await desk.account({ name: "Ben" });
    await desk.access.accounts.change(ben, { disabled: true }, ADMINISTRATOR);
    desk.access.accounts.vouched(
      { subject: "https://id.example|7", name: "Cleo", role: "analyst", queueIds: null, seesNumbers: false },
      ADMINISTRATOR,
    );
    const answers = [
      await desk.signIn("Ada", `${PASSWORD} `),
      await desk.signIn("Ada", ""),
      await desk.signIn("Ada", "x".repeat(100_000)),
      await desk.signIn("Nobody"),
      await desk.signIn("Ben"),
      await desk.signIn("Cleo"),
      await desk.signIn("Cleo", ""),
    ];
    expect(answers).toEqual(answers.map(() => ({ kind: "wrong" })));
    expect(desk.lastLines(4)).toEqual([
      "nobody | sign-in-failed | unknown name",
      "nobody | sign-in-failed | Ben",
      "nobody | sign-in-failed | Cleo",
      "nobody | sign-in-failed | Cleo",
    ]);
  });

  it("[AC20] never writes down what was typed for an unknown name: it may be a password", async () => {
    await desk.signIn("my-secret-password-9");
    expect(JSON.stringify(desk.trail())).not.toContain("my-secret");
  });

  it("[AC21] is another one at each sign-in, and the one before stays its own", async () => {
    await desk.account({ name: "Ada", role: "admin" });
    const first = await desk.signedIn("Ada");
    const second = await desk.signedIn("Ada");
    expect(second.token).not.toBe(first.token);
    expect([whoHas(first.token), whoHas(second.token)]).toEqual(["person", "person"]);
    expect(whoHas(first.token.slice(0, -1))).toBe("nobody");
    expect(whoHas("x".repeat(100_000))).toBe("nobody");
  });

  it("[AC22] ends after twelve hours without use, to the second", async () => {
    await desk.account({ name: "Ada", role: "admin" });
    const { token } = await desk.signedIn("Ada");
    expect(isGoodAt((await desk.signedIn("Ada")).token, 12 * HOUR_MS)).toBe(false);
    desk.at(0);
    expect(isGoodAt(token, 12 * HOUR_MS - SECOND_MS)).toBe(true);
    // That was a use: twelve more from then.
    expect(isGoodAt(token, 24 * HOUR_MS - 2 * SECOND_MS)).toBe(true);
    expect(isGoodAt(token, 36 * HOUR_MS - 2 * SECOND_MS)).toBe(false);
  });

  it("[AC22] notes its use at most once a minute, and its account's with it", async () => {
    await desk.account({ name: "Ada", role: "admin" });
    const { token } = await desk.signedIn("Ada");
    const seenAfter = (ms: number) => {
      desk.at(ms);
      whoHas(token);
      return (desk.access.accounts.byName("Ada")?.lastSeenAtMs ?? 0) - START_MS;
    };
    expect([59, 60, 61, 119, 120].map((second) => seenAfter(second * SECOND_MS) / SECOND_MS)).toEqual([
      0, 60, 60, 60, 120,
    ]);
  });

  it("[AC22] to look at it again for an open socket is no use of it", async () => {
    await desk.account({ name: "Ada", role: "admin" });
    const { principal } = await desk.signedIn("Ada");
    for (let hour = 1; hour < 12; hour++) {
      desk.at(hour * HOUR_MS);
      expect(desk.access.current(principal)).toEqual(principal);
    }
    desk.at(12 * HOUR_MS);
    expect(desk.access.current(principal)).toEqual(NOBODY);
  });

  it("[AC22] ends after seven days however much it is used, to the second", async () => {
    await desk.account({ name: "Ada", role: "admin" });
    const { token } = await desk.signedIn("Ada");
    for (let hour = 6; hour < 7 * 24; hour += 6) expect(isGoodAt(token, hour * HOUR_MS)).toBe(true);
    expect(isGoodAt(token, 7 * DAY_MS - SECOND_MS)).toBe(true);
    expect(isGoodAt(token, 7 * DAY_MS)).toBe(false);
    expect(isGoodAt(token, 7 * DAY_MS + SECOND_MS)).toBe(false);
  });

  it("[AC23] ends by signing out, alone, and is not found again", async () => {
    await desk.account({ name: "Ada", role: "admin" });
    const [here, there] = [await desk.signedIn("Ada"), await desk.signedIn("Ada")];
    const doer = { actor: { kind: "person", name: "Ada" }, address: "198.51.100.7" } as const;
    if (here.principal.kind === "person") desk.access.sessions.signOut(here.principal.sessionId, doer);
    expect([whoHas(here.token), whoHas(there.token)]).toEqual(["nobody", "person"]);
    expect(desk.access.current(here.principal)).toEqual(NOBODY);
    expect(desk.lastLines(1)).toEqual(["person Ada | signed-out"]);
    desk.access.sessions.signOut("no-such-session", doer);
    expect(desk.lastLines(2)).toEqual(["person Ada | signed-in", "person Ada | signed-out"]);
  });

  it.each([
    ["password", { password: NEW_PASSWORD }],
    ["role", { role: "analyst" }],
    ["queues", { queueIds: ["support"] }],
    ["numbers", { seesNumbers: true }],
    ["being disabled", { disabled: true }],
  ] as const)("[AC23] ends when its account's %s change, and those of others do not", async (_what, change) => {
    await desk.account({ name: "Ada", role: "admin" });
    const id = await desk.account({ name: "Lea", role: "lead", queueIds: ["sales"] as never });
    const tokens = [(await desk.signedIn("Lea")).token, (await desk.signedIn("Lea")).token];
    const other = await desk.signedIn("Ada");
    const answer = await desk.access.accounts.change(id, change as never, ADMINISTRATOR);
    expect(answer.kind).toBe("changed");
    expect(tokens.map(whoHas)).toEqual(["nobody", "nobody"]);
    expect(whoHas(other.token)).toBe("person");
  });

  it("[AC23] goes on when a change changes nothing", async () => {
    const id = await desk.account({ name: "Ada", role: "admin" });
    const { token } = await desk.signedIn("Ada");
    const before = desk.trail().length;
    await desk.access.accounts.change(id, { role: "admin", disabled: false, queueIds: null }, ADMINISTRATOR);
    expect(whoHas(token)).toBe("person");
    expect(desk.trail()).toHaveLength(before);
  });

  it("[AC23] cannot begin with a password that was changed while it was looked at", async () => {
    folder = mkdtempSync(join(tmpdir(), "pickup-sessions-"));
    const path = join(folder, "access.db");
    // What was kept at a high cost takes long to look at.
    const costly = openAccessDesk({ path, passwordCost: { logN: 14, r: 8, p: 4 } });
    const id = await costly.account({ name: "Ada", role: "admin" });
    costly.access.close();
    desk.access.close();
    desk = openAccessDesk({ path });
    const signIn = desk.signIn("Ada");
    expect((await desk.access.accounts.change(id, { password: NEW_PASSWORD }, ADMINISTRATOR)).kind).toBe("changed");
    expect((await signIn).kind).toBe("wrong");
    expect((await desk.signIn("Ada", NEW_PASSWORD)).kind).toBe("signed-in");
  });

  it("an account has fifty at most: the oldest are given up", async () => {
    const id = await desk.account({ name: "Ada", role: "admin" });
    const tokens = Array.from({ length: 52 }, () => {
      desk.pass(1);
      return desk.access.sessions.open(id, { address: "192.0.2.1" }).token;
    });
    expect(tokens.map(whoHas).indexOf("person")).toBe(2);
    let told = 0;
    desk.access.onChange(() => (told += 1));
    desk.access.sessions.open(id, { address: "192.0.2.1" });
    await Promise.resolve();
    expect(told).toBe(1);
  });

  it("without a password is for accounts that are there and enabled", async () => {
    await desk.account({ name: "Ada", role: "admin" });
    const id = await desk.account({ name: "Ben" });
    expect(whoHas(desk.access.sessions.open(id, { address: "192.0.2.1" }).token)).toBe("person");
    await desk.access.accounts.change(id, { disabled: true }, ADMINISTRATOR);
    expect(() => desk.access.sessions.open(id, { address: "192.0.2.1" })).toThrow("Nobody can be signed in");
  });
});
