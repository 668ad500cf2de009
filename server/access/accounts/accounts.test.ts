import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AccountChange } from "../access";
import {
  ADMINISTRATOR,
  openAccessDesk,
  PASSWORD,
  queueIds,
  showing,
  START_MS,
  type AccessDesk,
} from "../testing/opened-access";

const NEW_PASSWORD = "other-oak-bridge-42";

let desk: AccessDesk;
beforeEach(() => {
  desk = openAccessDesk();
});
afterEach(() => desk.access.close());

const supervisor = { role: "supervisor", queueIds: null, seesNumbers: false, password: PASSWORD } as const;
const created = async (given: Partial<Parameters<typeof desk.access.accounts.create>[0]>) => {
  const answer = await desk.access.accounts.create({ name: "Ada", ...supervisor, ...given }, ADMINISTRATOR);
  return answer.kind === "created" ? answer.account : answer.problem;
};
const changed = async (id: string, change: AccountChange) => {
  const answer = await desk.access.accounts.change(id, change, ADMINISTRATOR);
  return answer.kind === "changed" ? answer.account : answer.problem;
};

const own = async (id: string, current: string, next: string) => {
  const answer = await desk.access.accounts.changeOwnPassword(id, current, next, ADMINISTRATOR);
  return answer.kind === "changed" ? "changed" : answer.problem;
};

describe("an account", () => {
  it("[AC14] is as it was asked for, and stands in the audit trail", async () => {
    expect(desk.access.accounts.isSetUp()).toBe(false);
    const ada = await created({ role: "admin", seesNumbers: true });
    expect(ada).toEqual({
      id: expect.stringMatching(/^[2-9a-z]{10}$/),
      name: "Ada",
      role: "admin",
      queueIds: null,
      seesNumbers: true,
      disabled: false,
      signsInBy: "password",
      createdAtMs: START_MS,
      lastSeenAtMs: null,
    });
    expect(desk.access.accounts.isSetUp()).toBe(true);
    const lea = await created({ name: "Lea", role: "lead", queueIds: queueIds("sales", "support", "sales") });
    expect(lea).toMatchObject({ role: "lead", queueIds: ["sales", "support"] });
    expect(desk.access.accounts.list()).toEqual([ada, lea]);
    expect(desk.access.accounts.byName("lea")).toEqual(lea);
    expect(desk.lastLines(9)).toEqual([
      "person Ada | set-up | Ada | admin; may see numbers",
      "person Ada | account-created | Lea | lead; queues sales, support",
    ]);
  });

  it("[AC14] has a name of its own, whatever the case and however it is composed", async () => {
    await created({ name: "Zoë Straße" });
    for (const name of [
      "zoë straße",
      "ZOE\u0308  STRASSE ",
      "\u202eZoë Straße",
      "Zoë\u00a0Straße",
      "Zoë\u200b Straße",
    ]) {
      expect(await created({ name })).toMatch(/^There is already an account named/);
    }
    const both = await Promise.all([created({ name: "Twin" }), created({ name: "twin" })]);
    expect(both.filter((one) => typeof one === "string")).toHaveLength(1);
  });

  it.each([
    [" \u202e\u0000 ", "An account needs a name."],
    ["x".repeat(61), "A name has at most 60 characters."],
    ["x".repeat(60), null],
    ["🦉".repeat(60), null],
    ["a\nb\u2066c", null],
  ])("[AC14] named %j: %s", async (name, problem) => {
    const answer = await created({ name });
    expect(typeof answer === "string" ? answer : null).toBe(problem);
    if (name.startsWith("a\n")) expect(answer).toMatchObject({ name: "a bc" });
  });

  it("[AC15] of a lead has a queue, of others all, and an analyst sees no numbers", async () => {
    expect(await created({ role: "lead" })).toBe("A lead needs at least one queue.");
    expect(await created({ role: "lead", queueIds: [] })).toBe("A lead needs at least one queue.");
    expect(await created({ queueIds: queueIds("sales") })).toMatchObject({ queueIds: null });
    const ann = await created({ name: "Ann", role: "analyst", seesNumbers: true });
    expect(ann).toMatchObject({ seesNumbers: false });
    const { id } = desk.access.accounts.byName("Ann") ?? { id: "" };
    expect(await changed(id, { role: "lead" })).toBe("A lead needs at least one queue.");
    expect(await changed(id, { role: "lead", queueIds: queueIds("sales"), seesNumbers: true })).toMatchObject({
      role: "lead",
      queueIds: ["sales"],
      seesNumbers: true,
    });
    expect(await changed(id, { role: "analyst" })).toMatchObject({ queueIds: null, seesNumbers: false });
    expect(desk.lastLines(1)).toEqual([
      "person Ada | account-changed | Ann | lead; queues sales; may see numbers → analyst",
    ]);
  });

  it("[AC12] has a password that is worth it", async () => {
    expect(await created({ password: "short" })).toContain("at least 12");
    expect(await created({ name: "Grace", password: "grace-and-the-oak" })).toContain("must not contain the name");
    await created({});
    const { id } = desk.access.accounts.byName("Ada") ?? { id: "" };
    expect(await changed(id, { password: "password1234" })).toContain("well known");
    expect(await changed(id, { password: NEW_PASSWORD })).toMatchObject({ name: "Ada" });
    expect((await desk.signIn("Ada")).kind).toBe("wrong");
    expect((await desk.signIn("Ada", NEW_PASSWORD)).kind).toBe("signed-in");
  });

  it("[AC16] of the last administrator who can sign in stays one", async () => {
    const ada = await desk.account({ name: "Ada", role: "admin" });
    const problem = '"Ada" is the only administrator who can sign in by password: make another one first.';
    desk.access.accounts.vouched(
      { subject: "s", name: "Cleo", role: "admin", queueIds: null, seesNumbers: false },
      ADMINISTRATOR,
    );
    expect(await changed(ada, { role: "supervisor" })).toBe(problem);
    expect(await changed(ada, { disabled: true })).toBe(problem);
    const ben = await desk.account({ name: "Ben", role: "admin" });
    const both = await Promise.all([changed(ada, { disabled: true }), changed(ben, { role: "analyst" })]);
    expect(both.filter((one) => typeof one === "string")).toHaveLength(1);
    expect(desk.access.accounts.isSetUp()).toBe(true);
  });

  it("[AC16] disabled is nobody's until it is enabled", async () => {
    await desk.account({ name: "Ada", role: "admin" });
    const ben = await desk.account({ name: "Ben" });
    expect(await changed(ben, { disabled: true })).toMatchObject({ disabled: true });
    expect((await desk.signIn("Ben")).kind).toBe("wrong");
    expect(await changed(ben, { disabled: false })).toMatchObject({ disabled: false });
    expect((await desk.signIn("Ben")).kind).toBe("signed-in");
    const acts = desk.trail().map(({ act }) => act);
    expect(acts.slice(-4)).toEqual(["account-disabled", "sign-in-failed", "account-enabled", "signed-in"]);
    expect(await changed("no-such-id", { disabled: true })).toBe("There is no such account.");
  });
});

describe("one's own password", () => {
  it("[AC17] is changed by who knows it, and ends all sessions", async () => {
    const id = await desk.account({ name: "Ada", role: "admin" });
    const { token } = await desk.signedIn("Ada");
    expect(await own(id, "not the password", NEW_PASSWORD)).toBe("The present password is not right.");
    expect(await own(id, PASSWORD, "short")).toContain("at least 12");
    expect(await own(id, PASSWORD, PASSWORD)).toBe("The new password is the present one.");
    expect(desk.access.principalOf(showing({ session: token })).kind).toBe("person");
    expect(await own(id, PASSWORD, NEW_PASSWORD)).toBe("changed");
    expect(desk.access.principalOf(showing({ session: token })).kind).toBe("nobody");
    expect((await desk.signIn("Ada", NEW_PASSWORD)).kind).toBe("signed-in");
    expect(desk.lastLines(3)).toEqual([
      "person Ada | sign-in-failed | Ada | changing the password",
      "person Ada | password-changed | Ada",
      "person Ada | signed-in",
    ]);
  });

  it("[AC17] cannot be guessed by who sits before an open session", async () => {
    const id = await desk.account({ name: "Ada", role: "admin" });
    for (let count = 0; count < 10; count++) {
      expect(await own(id, "not the password", NEW_PASSWORD)).toBe("The present password is not right.");
    }
    expect(await own(id, PASSWORD, NEW_PASSWORD)).toBe("Too many wrong passwords: try again in 15 minutes.");
    desk.at(15 * 60_000 - 1_000);
    expect(await own(id, PASSWORD, NEW_PASSWORD)).toBe("Too many wrong passwords: try again in a minute.");
    desk.at(15 * 60_000);
    expect(await own(id, PASSWORD, NEW_PASSWORD)).toBe("changed");
    expect(desk.trail().filter(({ act }) => act === "sign-in-throttled")).toHaveLength(1);
  });
});

describe("an account that the company vouches for", () => {
  const cleo = { subject: "https://id.example|7", name: "Cleo", role: "lead", seesNumbers: false } as const;
  const vouched = (given: Partial<Parameters<typeof desk.access.accounts.vouched>[0]> = {}) => {
    const person = { ...cleo, queueIds: queueIds("sales"), ...given };
    const answer = desk.access.accounts.vouched(person, ADMINISTRATOR);
    return answer.kind === "known" ? answer.account : answer.problem;
  };

  it("[AC18] is made at the first sign-in and the same at the next", async () => {
    const first = vouched();
    expect(first).toMatchObject({ name: "Cleo", role: "lead", queueIds: ["sales"], signsInBy: "company" });
    expect(vouched()).toEqual(first);
    expect(desk.lastLines(9)).toEqual(["person Ada | account-created | Cleo | lead; queues sales; company account"]);
    expect(desk.access.accounts.isSetUp()).toBe(false);
  });

  it("[AC18] gets the role that the provider gives now, which ends its sessions", () => {
    vouched();
    const { id } = desk.access.accounts.byName("Cleo") ?? { id: "" };
    const { token } = desk.access.sessions.open(id, { address: "192.0.2.1" });
    const kind = () => desk.access.principalOf(showing({ session: token })).kind;
    expect([vouched({ name: "Cleo Jones" }), kind()]).toMatchObject([{ id, name: "Cleo Jones" }, "person"]);
    expect([vouched({ role: "analyst" }), kind()]).toMatchObject([{ id, name: "Cleo", role: "analyst" }, "nobody"]);
    expect(desk.lastLines(2)).toEqual([
      "person Ada | account-changed | Cleo Jones | name Cleo Jones → Cleo; company account",
      "person Ada | account-changed | Cleo | lead; queues sales → analyst; company account",
    ]);
  });

  it("[AC18] [AC30] goes by another name, which is a line of its own and is told at once", async () => {
    vouched();
    await Promise.resolve();
    let told = 0;
    desk.access.onChange(() => (told += 1));
    vouched({ name: "Cleo Jones" });
    await Promise.resolve();
    vouched({ name: "Cleo Jones" });
    await Promise.resolve();
    expect(told).toBe(1);
    vouched({ name: "cleo jones", role: "analyst" });
    expect(desk.lastLines(4)).toEqual([
      "person Ada | account-created | Cleo | lead; queues sales; company account",
      "person Ada | account-changed | Cleo | name Cleo → Cleo Jones; company account",
      "person Ada | account-changed | Cleo Jones | name Cleo Jones → cleo jones; company account",
      "person Ada | account-changed | cleo jones | lead; queues sales → analyst; company account",
    ]);
  });

  it("[AC18] is never somebody else's of the same name", async () => {
    const local = await desk.account({ name: "Cleo", role: "admin" });
    expect(vouched()).toMatchObject({ name: "Cleo (2)" });
    expect(vouched({ subject: "https://id.example|8", name: "CLEO" })).toMatchObject({ name: "CLEO (3)" });
    expect(vouched()).toMatchObject({ name: "Cleo (2)" });
    const long = { subject: "https://id.example|9", name: "x".repeat(90) };
    expect(vouched(long)).toMatchObject({ name: "x".repeat(60) });
    expect(vouched({ ...long, subject: "10" })).toMatchObject({ name: `${"x".repeat(55)} (2)` });
    expect(vouched({ subject: "11", name: "\u202e" })).toMatchObject({ name: "Somebody" });
    expect(desk.access.accounts.byName("Cleo")?.id).toBe(local);
  });

  it("[AC18] is refused while disabled, or as a lead of nothing, and has no password", async () => {
    await desk.account({ name: "Ada", role: "admin" });
    expect(vouched({ queueIds: [] })).toBe("A lead needs at least one queue.");
    vouched();
    const { id } = desk.access.accounts.byName("Cleo") ?? { id: "" };
    expect(await changed(id, { password: NEW_PASSWORD })).toContain("has no password here");
    await changed(id, { disabled: true });
    expect(vouched()).toBe('The account "Cleo" is disabled.');
  });
});
