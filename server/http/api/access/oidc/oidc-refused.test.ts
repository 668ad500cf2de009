import { afterEach, beforeEach, expect, it } from "vitest";
import { type Company, startCompany } from "../../../../access/oidc/testing/company";
import type { Bent } from "../../../../access/oidc/testing/test-provider";

let company: Company;
beforeEach(async () => {
  company = await startCompany();
  company.provider.who = { sub: "248289761001", preferred_username: "grace", groups: ["admins"] };
});
afterEach(() => company.stop());

const MINUTE_MS = 60_000;
const nowS = (): number => Math.floor(Date.now() / 1000);
const REFUSED = "/sign-in?problem=refused";
const EXPIRED = "/sign-in?problem=expired";
const why = (): string | undefined => company.lastLines(1)[0]?.replace("nobody | sign-in-failed | Acme sign-in: ", "");
const NOT_OURS = "not begun in this browser, too long ago, or answered before";

it("[AC92] believes no ID token that is not this provider's, for Pickup, for this sign-in, now", async () => {
  const bents: readonly (readonly [string, Bent])[] = [
    ["nonce", { claims: { nonce: "another" } }],
    ["nonce", { claims: { nonce: undefined } }],
    ["aud", { claims: { aud: "another client" } }],
    ["aud", { claims: { aud: ["another client"] } }],
    ["azp", { claims: { aud: ["pickup", "another client"], azp: "another client" } }],
    ["iss", { claims: { iss: "https://evil.example" } }],
    ["exp", { claims: { exp: nowS() - 40 } }],
    ["exp", { claims: { exp: undefined } }],
    ["nbf", { claims: { nbf: nowS() + 60 } }],
    ["sub", { claims: { sub: "" } }],
    ["sub", { claims: { sub: "x".repeat(256) } }],
    ["alg", { signed: "none" }],
    ["alg", { signed: "HS256 by the public key" }],
    ["alg", { signed: "HS256 by the client secret" }],
    ["signature", { signed: "another key" }],
    ["JWE", { encrypted: true }],
    ["longer than 8 kB", { claims: { groups: ["admins", "x".repeat(8_192)] } }],
  ];
  for (const [word, bent] of bents) {
    company.provider.bent = bent;
    const browser = company.centre.as("nobody");
    expect([word, await company.signIn(browser)]).toEqual([word, REFUSED]);
    expect(why()).toContain(word);
    expect([browser.cookie("pickup_session"), browser.cookie("pickup_oidc")]).toEqual([null, null]);
  }
  expect(company.centre.access.accounts.byName("grace")).toBeNull();
  // Clocks differ by half a minute.
  company.provider.bent = { claims: { exp: nowS() - 20 } };
  expect(await company.signIn(company.centre.as("nobody"))).toBe("/");
});

it("[AC92] an answer counts once, in the browser that asked, within ten minutes", async () => {
  const browser = company.centre.as("nobody");
  const back = await company.bring(browser);
  const held = browser.cookie("pickup_oidc") ?? "";
  const replay = { headers: { cookie: `pickup_oidc=${held}` } };

  // Somebody else's browser that is made to bring it is nobody after.
  const victim = company.centre.as("nobody");
  expect(company.sentTo(await victim.get(back))).toBe(EXPIRED);
  expect(why()).toBe(NOT_OURS);
  await company.bring(victim);
  expect(company.sentTo(await victim.get(back))).toBe(EXPIRED);
  expect(await company.whoIs(victim)).toMatchObject({ kind: "nobody" });

  expect(company.sentTo(await browser.get(back))).toBe("/");
  const asked = company.provider.asked.length;
  // Whoever kept address and cookie comes too late: the provider is not even asked.
  expect(company.sentTo(await company.centre.as("nobody").ask("GET", back, replay))).toBe(EXPIRED);
  expect(company.provider.asked).toHaveLength(asked);

  const late = await company.bring(browser);
  company.centre.clock.advance(10 * MINUTE_MS);
  expect(company.sentTo(await browser.get(late))).toBe(EXPIRED);
  const inTime = await company.bring(browser);
  company.centre.clock.advance(10 * MINUTE_MS - 1);
  expect(company.sentTo(await browser.get(inTime))).toBe("/");
});

it("[AC92] a code that was used is not good for another sign-in", async () => {
  const browser = company.centre.as("nobody");
  const back = new URL(await company.bring(browser), "http://x");
  await browser.get(`${back.pathname}${back.search}`);
  const again = new URL(await company.bring(browser), "http://x");
  again.searchParams.set("code", back.searchParams.get("code") ?? "");
  expect(company.sentTo(await browser.get(`${again.pathname}${again.search}`))).toBe(REFUSED);
  expect(why()).toBe("the provider says invalid_grant");
});

it("[AC92] parameters that come twice, tokens in the address and forged cookies are refused", async () => {
  for (const more of ["&state=other", "&code=other", "&id_token=x.y.z", "&iss=https://evil.example", "&response=x"]) {
    const browser = company.centre.as("nobody");
    const back = await company.bring(browser);
    expect(company.sentTo(await browser.get(`${back}${more}`))).toMatch(/problem=(refused|expired)$/);
  }
  const browser = company.centre.as("nobody");
  const back = await company.bring(browser);
  const sealed = browser.cookie("pickup_oidc") ?? "";
  const oneLetterOff = `${sealed.slice(0, 40)}${sealed[40] === "A" ? "B" : "A"}${sealed.slice(41)}`;
  for (const cookie of ["x", "A".repeat(60), oneLetterOff, sealed.slice(8)]) {
    const answer = await company.centre.as("nobody").ask("GET", back, { headers: { cookie: `pickup_oidc=${cookie}` } });
    expect(company.sentTo(answer)).toBe(EXPIRED);
  }
  // A HEAD neither begins nor ends anything.
  expect((await browser.ask("HEAD", back)).status).toBe(204);
  expect(company.sentTo(await browser.get(back))).toBe("/");
});

it("[AC95] a provider that does not answer is said so, and asked again soon", async () => {
  company.provider.state = "down";
  const browser = company.centre.as("nobody");
  expect(await company.bring(browser, "/wall")).toBe("/sign-in?problem=provider&next=%2Fwall");
  expect(why()).toMatch(/^the provider does not answer \([A-Z_]+\)$/);
  await Promise.all([company.bring(browser), company.bring(browser)]);
  expect(company.provider.asked).toHaveLength(1);

  company.provider.state = "talks nonsense";
  company.centre.clock.advance(3_000);
  expect(await company.bring(browser)).toBe("/sign-in?problem=provider");
  expect(why()).toBe("the provider's answer is longer than 128 kB");

  company.provider.state = "up";
  company.centre.clock.advance(2_999);
  expect(await company.bring(browser)).toBe("/sign-in?problem=provider");
  company.centre.clock.advance(1);
  expect(await company.signIn(browser)).toBe("/");

  // Found once, it is not asked who it is for an hour; away in between, the door is open again as soon as it is.
  const back = await company.bring(browser);
  company.provider.state = "down";
  expect(company.sentTo(await browser.get(back))).toBe("/sign-in?problem=provider");
  company.provider.state = "up";
  expect(await company.signIn(browser)).toBe("/");
  expect(company.provider.asked.filter((path) => path.startsWith("/.well-known"))).toHaveLength(3);
});

it("[AC95] who declines at the provider comes back to the door", async () => {
  company.provider.state = "declines";
  expect(await company.signIn(company.centre.as("nobody"))).toBe(REFUSED);
  expect(why()).toBe("the provider says access_denied");
});

it("[AC96] after thirty failures an address waits at the door and on the way back, and the trail is told once", async () => {
  const back = "/api/v1/oidc/callback?state=x&code=y";
  const guesser = company.centre.as("nobody", { address: "198.51.100.1" });
  for (let n = 1; n <= 30; n += 1) expect(company.sentTo(await guesser.get(back))).toBe(EXPIRED);
  for (let n = 1; n <= 3; n += 1) expect(company.sentTo(await guesser.get(back))).toBe("/sign-in?problem=throttled");
  expect(await company.bring(guesser, "/wall")).toBe("/sign-in?problem=throttled&next=%2Fwall");
  expect(company.lastLines(2)).toEqual([
    `nobody | sign-in-failed | Acme sign-in: ${NOT_OURS}`,
    "nobody | sign-in-throttled | this address",
  ]);
  expect(await company.signIn(company.centre.as("nobody", { address: "198.51.100.2" }))).toBe("/");
  company.centre.clock.advance(15 * MINUTE_MS - 1);
  expect(await company.bring(guesser)).toBe("/sign-in?problem=throttled");
  company.centre.clock.advance(1);
  expect(await company.signIn(guesser)).toBe("/");
});

it("[AC96] who is vouched for and not let in counts too, from anywhere in an IPv6 network", async () => {
  const { access } = company.centre;
  const from = (n: number) => company.centre.as("nobody", { address: `2001:db8:1:2:${n}::${n}` });
  await company.signIn(from(0));
  const id = access.accounts.byName("grace")?.id ?? "";
  await access.accounts.change(id, { disabled: true }, { actor: { kind: "command-line", name: "t" }, address: null });
  for (let n = 1; n <= 29; n += 1) expect(await company.signIn(from(n))).toBe("/sign-in?problem=disabled");
  company.provider.who = { ...company.provider.who, groups: [] };
  expect(await company.signIn(from(30))).toBe("/sign-in?problem=no-role");
  expect(await company.bring(from(31))).toBe("/sign-in?problem=throttled");
});

it("[AC96] while the provider is down the trail has one line in 15 minutes, and nobody waits when it is back", async () => {
  const PROVIDER = "/sign-in?problem=provider";
  const browser = company.centre.as("nobody", { address: "198.51.100.1" });
  /** @returns how many lines of it the trail has then */
  const linesAfterKnocks = async (): Promise<number> => {
    for (let n = 1; n <= 40; n += 1) expect(await company.bring(browser)).toBe(PROVIDER);
    expect(await company.bring(company.centre.as("nobody", { address: "198.51.100.2" }))).toBe(PROVIDER);
    return [...company.centre.access.auditTrail.all()].filter(({ act }) => act.startsWith("sign-in-")).length;
  };
  company.provider.state = "down";
  expect(await linesAfterKnocks()).toBe(1);
  company.centre.clock.advance(15 * MINUTE_MS - 1);
  expect(await linesAfterKnocks()).toBe(1);
  company.centre.clock.advance(1);
  expect(await linesAfterKnocks()).toBe(2);

  company.provider.state = "up";
  company.centre.clock.advance(3_000);
  const back = await company.bring(browser);
  company.provider.state = "down";
  expect(company.sentTo(await browser.get(back))).toBe(PROVIDER);
  company.provider.state = "up";
  expect(await company.signIn(browser)).toBe("/");
  expect(company.lastLines(3)[0]).toMatch(/sign-in-failed \| Acme sign-in: the provider does not answer/);
});

it("[AC97] neither the log nor the trail holds a code, a token, a claim or a secret", async () => {
  company.provider.who = { ...company.provider.who, email: "grace@canary.example", groups: ["admins", "canary-group"] };
  await company.signIn(company.centre.as("nobody"));
  for (const bent of [{ claims: { nonce: "canary" } }, { signed: "none" }, { encrypted: true }] as const) {
    company.provider.bent = bent;
    await company.signIn(company.centre.as("nobody"));
  }
  const written = `${company.centre.said.join("\n")}\n${JSON.stringify([...company.centre.access.auditTrail.all()])}`;
  expect(company.provider.secrets.length).toBeGreaterThan(10);
  for (const secret of [...company.provider.secrets, "canary", "248289761001", "a secret with"]) {
    expect(written).not.toContain(secret);
  }
});
