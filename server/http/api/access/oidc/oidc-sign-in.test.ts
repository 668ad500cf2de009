import { afterEach, beforeEach, expect, it } from "vitest";
import { type Company, startCompany } from "../../../../access/oidc/testing/company";
import { PASSWORD } from "../../../../access/testing/opened-access";

let company: Company;
beforeEach(async () => {
  company = await startCompany();
});
afterEach(() => company.stop());

const comes = (groups: readonly string[] | string, over: object = {}): void => {
  company.provider.who = { sub: "248289761001", preferred_username: "grace", groups, ...over };
};

it("[AC90] the page for signing in is told how the company calls its own way", async () => {
  expect(await company.whoIs(company.centre.as("nobody"))).toMatchObject({ signInWith: "Acme sign-in" });
});

it("[AC93] signs in as each role, by the highest one that the groups give", async () => {
  const roles: readonly (readonly [readonly string[] | string, object])[] = [
    [["everybody", "leads", "supervisors", "admins"], { role: "admin", queueIds: null }],
    [["everybody", "supervisors"], { role: "supervisor", queueIds: null }],
    [["leads", "support-team", "analysts"], { role: "lead", queueIds: ["support"] }],
    [["leads", "support-team", "sales-team"], { role: "lead", queueIds: ["support", "sales"] }],
    ["analysts", { role: "analyst", queueIds: null }],
  ];
  for (const [index, [groups, expected]] of roles.entries()) {
    comes(groups, { sub: `person ${index}`, preferred_username: `grace ${index}` });
    const browser = company.centre.as("nobody");
    expect(await company.signIn(browser, "/supervise?queue=sales#now")).toBe("/supervise?queue=sales");
    expect(await company.whoIs(browser)).toMatchObject({
      kind: "person",
      name: `grace ${index}`,
      hasPassword: false,
      ...expected,
    });
  }
  expect(company.lastLines(2)).toEqual([
    "server | account-created | grace 4 | analyst; company account",
    "person grace 4 | signed-in",
  ]);
});

async function seesNumbers(sub: string, groups: readonly string[]): Promise<unknown> {
  comes(groups, { sub, preferred_username: sub });
  await company.signIn(company.centre.as("nobody"));
  return company.centre.access.accounts.byName(sub)?.seesNumbers;
}

it("[AC93] whole numbers are for groups that may see them, and never for totals only", async () => {
  expect(await seesNumbers("with", ["supervisors", "quality"])).toBe(true);
  expect(await seesNumbers("without", ["supervisors"])).toBe(false);
  expect(await seesNumbers("totals", ["analysts", "quality"])).toBe(false);
});

it("[AC93] a role is given anew at each sign-in, and what was open with the old one ends", async () => {
  comes(["supervisors"]);
  const before = company.centre.as("nobody");
  await company.signIn(before);
  comes(["leads", "support-team"], { preferred_username: "grace hopper" });
  const after = company.centre.as("nobody");
  await company.signIn(after);
  expect(await company.whoIs(after)).toMatchObject({ name: "grace hopper", role: "lead", queueIds: ["support"] });
  expect(await company.whoIs(before)).toMatchObject({ kind: "nobody" });
  expect(company.centre.access.accounts.list().filter(({ signsInBy }) => signsInBy === "company")).toHaveLength(1);
  comes([]);
  expect(await company.signIn(after)).toBe("/sign-in?problem=no-role");
});

it("[AC93] who has no group with a role, or leads no queue, is not let in, and the trail says why", async () => {
  const refused: readonly (readonly [object, string])[] = [
    [{ groups: ["gardeners", "Admins"] }, "no group with a role"],
    [{ groups: [] }, "no group with a role"],
    [{ groups: undefined }, 'the ID token has no claim "groups"'],
    [{ groups: { admins: true } }, 'the ID token has no claim "groups"'],
    [{ groups: ["leads", "analysts"] }, "a lead, but no group with queues"],
  ];
  for (const [over, why] of refused) {
    comes([], over);
    const browser = company.centre.as("nobody");
    expect(await company.signIn(browser, "/wall")).toBe("/sign-in?problem=no-role&next=%2Fwall");
    expect(await company.whoIs(browser)).toMatchObject({ kind: "nobody" });
    expect(browser.cookie("pickup_oidc")).toBeNull();
    expect(company.lastLines(1)).toEqual([`nobody | sign-in-failed | grace | Acme sign-in: ${why}`]);
  }
  expect(company.centre.access.accounts.byName("grace")).toBeNull();
});

it("[AC93] a disabled account stays out, whatever the provider says", async () => {
  comes(["supervisors"]);
  const browser = company.centre.as("nobody");
  await company.signIn(browser);
  const { access } = company.centre;
  const id = access.accounts.byName("grace")?.id ?? "";
  await access.accounts.change(id, { disabled: true }, { actor: { kind: "command-line", name: "t" }, address: null });
  expect(await company.whoIs(browser)).toMatchObject({ kind: "nobody" });
  expect(await company.signIn(browser)).toBe("/sign-in?problem=disabled");
  comes(["admins"]);
  expect(await company.signIn(browser)).toBe("/sign-in?problem=disabled");
  expect(await company.whoIs(browser)).toMatchObject({ kind: "nobody" });
  expect(company.lastLines(1)).toEqual([
    'nobody | sign-in-failed | grace | Acme sign-in: The account "grace" is disabled.',
  ]);
});

it("[AC93] who is called like somebody with a password is another person", async () => {
  comes(["analysts"], { preferred_username: "admin" });
  const browser = company.centre.as("nobody");
  await company.signIn(browser);
  expect(await company.whoIs(browser)).toMatchObject({ name: "admin (2)", role: "analyst" });
});

it("[AC92] the session that the browser came with ends", async () => {
  comes(["analysts"]);
  const browser = company.centre.as("supervisor");
  const before = browser.cookie("pickup_session") ?? "";
  await company.signIn(browser);
  expect(await company.whoIs(browser)).toMatchObject({ name: "grace" });
  expect(company.centre.access.principalOf({ session: before, display: null, bearer: null }).kind).toBe("nobody");
});

it("[AC26] leaves the browser known to those with a password, and makes it known to nobody", async () => {
  comes(["analysts"]);
  const browser = company.centre.as("nobody");
  await company.signIn(browser);
  expect(browser.cookie("pickup_device")).toBeNull();
  await browser.post("/api/v1/session", { name: "lead", password: PASSWORD });
  const device = browser.cookie("pickup_device");
  expect(device).not.toBeNull();
  await company.signIn(browser);
  expect(browser.cookie("pickup_device")).toBe(device);
});

it("[AC94] leads nowhere but to a page of its own", async () => {
  comes(["analysts"]);
  for (const next of ["//evil.example", "https://evil.example", "/\\evil.example", "/sign-in", "/api/v1/oidc/start"]) {
    expect(await company.signIn(company.centre.as("nobody"), next)).toBe("/");
  }
  comes([]);
  expect(await company.signIn(company.centre.as("nobody"), "//evil.example")).toBe("/sign-in?problem=no-role");
});

it("[AC91] begins at the address at which people come back, wherever it was asked", async () => {
  const browser = company.centre.as("nobody");
  const { port } = company.centre;
  const elsewhere = await fetch(`http://localhost:${port}/api/v1/oidc/start?next=/wall`, { redirect: "manual" });
  expect(elsewhere.headers.get("set-cookie")).toBeNull();
  expect(elsewhere.headers.get("location")).toBe(`http://127.0.0.1:${port}/api/v1/oidc/start?next=%2Fwall&here=1`);
  comes(["analysts"]);
  const there = company.sentTo(await browser.get(company.sentTo(elsewhere)));
  const back = company.sentTo(await fetch(there, { redirect: "manual" }));
  expect(company.sentTo(await browser.get(back))).toBe("/wall");
});

it("[AC92] asks with PKCE, state and nonce, and gives cookies that scripts cannot read", async () => {
  const browser = company.centre.as("nobody");
  const answer = await browser.get("/api/v1/oidc/start");
  const asked = new URL(answer.headers.get("location") ?? "").searchParams;
  expect(Object.fromEntries(asked)).toEqual({
    client_id: "pickup",
    response_type: "code",
    redirect_uri: `http://127.0.0.1:${company.centre.port}/api/v1/oidc/callback`,
    scope: "openid profile email groups",
    code_challenge_method: "S256",
    code_challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
    state: expect.stringMatching(/^[\w-]{43}$/) as string,
    nonce: expect.stringMatching(/^[\w-]{43}$/) as string,
  });
  expect(answer.setCookies.map((line) => line.replace(/=[\w-]+;/, "=…;"))).toEqual([
    "pickup_oidc=…; Path=/; Max-Age=600; HttpOnly; SameSite=Lax",
  ]);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(Buffer.from(browser.cookie("pickup_oidc") ?? "", "base64url").toString("latin1")).not.toContain("state");
  const secure = await browser.ask("GET", "/api/v1/oidc/start", { headers: { "x-forwarded-proto": "https" } });
  expect(secure.setCookies[0]).toMatch(/; Secure$/);
});
