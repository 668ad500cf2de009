import { expect, it } from "vitest";
import { publicOrigin } from "../complete/oidc";
import { decodeSettings } from "../decode";
import { describeProblem } from "../problem";

const SOURCE = "sources: [{ id: simulator, kind: simulator }]\nqueues: [{ id: support }, { id: 0100 }]\n";
const SECRET = { OIDC_SECRET: "not to be told" };
const WHOLE = `
oidc:
  name: Acme sign-in
  issuer: https://sso.acme.example/realms/acme
  clientId: pickup
  clientSecret: "\${OIDC_SECRET}"
  scopes: [groups]
  roleClaim: realm_access.roles
  roles: { admin: [pickup-admins], lead: [team-leads], analyst: [1007] }
  leadQueues: { team-leads: [support], team-night: ["0100"] }
  numbers: [quality]
  nameClaim: name
`;
const decoded = (lines: string, env: Readonly<Record<string, string>> = SECRET) =>
  decodeSettings(SOURCE + lines, env, { machineTimeZone: "UTC" });
const problems = (lines: string, env: Readonly<Record<string, string>> = SECRET) => {
  const answer = decoded(lines, env);
  return answer.ok ? [] : answer.problems.map((problem) => describeProblem(problem, "c.yaml"));
};
const short = (rest: string) =>
  problems(
    `oidc: { name: Acme, issuer: "https://sso.acme.example", clientId: pickup, clientSecret: "\${OIDC_SECRET}", ${rest} }`,
  );

it("[AC90] without the section nobody signs in the company's way; with it, all of it is known", () => {
  const without = decoded("");
  expect(without.ok && without.settings.oidc).toBeNull();
  const answer = decoded(WHOLE);
  expect(answer.ok && answer.settings.oidc).toEqual({
    name: "Acme sign-in",
    issuer: "https://sso.acme.example/realms/acme",
    clientId: "pickup",
    clientSecret: "not to be told",
    scopes: ["groups"],
    roleClaim: "realm_access.roles",
    roles: { admin: ["pickup-admins"], supervisor: [], lead: ["team-leads"], analyst: ["1007"] },
    leadQueues: new Map([
      ["team-leads", ["support"]],
      ["team-night", ["0100"]],
    ]),
    numbers: ["quality"],
    nameClaim: "name",
  });
  expect(answer.ok && answer.notes).toEqual([]);
});

it("[AC90] what is not written is what providers usually do", () => {
  const answer = decoded(`oidc:
  { name: Acme, issuer: "http://localhost:8080", clientId: 7, clientSecret: "\${OIDC_SECRET}", roles: { admin: [a] } }`);
  expect(answer.ok && answer.settings.oidc).toMatchObject({
    clientId: "7",
    scopes: [],
    roleClaim: "groups",
    numbers: [],
    nameClaim: null,
  });
});

it("[AC90] a provider is asked encrypted, or on this machine", () => {
  for (const issuer of [
    "sso.acme.example",
    "http://sso.acme.example",
    "http://10.0.0.7:8080",
    "ftp://sso.acme.example",
    "https://sso.acme.example/?realm=acme",
    "https://user@sso.acme.example",
  ]) {
    const lines = WHOLE.replace("https://sso.acme.example/realms/acme", JSON.stringify(issuer));
    expect(problems(lines)).toEqual([
      `c.yaml:6 oidc.issuer: expected an address that begins with https://, as the provider itself writes it, got ${JSON.stringify(issuer)}`,
    ]);
  }
});

it("says with its line what is missing, and never the secret", () => {
  expect(problems(WHOLE, {})).toEqual(["c.yaml:8 oidc.clientSecret: the environment variable OIDC_SECRET is not set"]);
  const rest = decoded(WHOLE, {});
  expect(!rest.ok && rest.rest?.oidc).toBeNull();
  expect(problems(WHOLE.replace('"${OIDC_SECRET}"', "[not, a, secret]")).join()).toContain(
    "expected a text, got something that is not shown here",
  );
  expect(short("roles: {}")).toEqual([
    "c.yaml:3 oidc.roles: expected at least one role with the groups that have it, got a section of its own",
  ]);
  expect(short("roles: { boss: [a] }").join()).toContain("oidc.roles.boss: there is no such key");
  expect(short("roles: { lead: [a] }")).toEqual([
    "c.yaml:3 oidc.roles.lead: leads need queues: name them by group under leadQueues",
  ]);
});

it("a queue of leads that is not listed is a note", () => {
  const answer = decoded(WHOLE.replace("[support]", "[suport]"));
  expect(answer.ok && answer.notes.map((note) => describeProblem(note, "c.yaml"))).toEqual([
    'c.yaml:12 oidc.leadQueues.team-leads[0]: "suport" is not listed under queues – did you mean "support"?',
  ]);
});

it("[AC91] where others come, their https address must be known", () => {
  const inLan = { ...SECRET, HOST: "0.0.0.0" };
  const expected = [
    "c.yaml:3 oidc: the provider must know where to send people back: set PICKUP_ORIGINS to the https:// address they open",
  ];
  expect(problems(WHOLE.trimStart(), inLan)).toEqual(expected);
  expect(problems(WHOLE.trimStart(), { ...inLan, PICKUP_ORIGINS: "http://wall.lan:3000" })).toEqual(expected);
  expect(problems(WHOLE, { ...inLan, PICKUP_ORIGINS: "http://wall.lan,https://wall.acme.example" })).toEqual([]);
  expect(problems(`${WHOLE}trustedProxies: [127.0.0.1]`)).toHaveLength(1);
  expect(problems(`${WHOLE}tls: { cert: a, key: b }`)).toHaveLength(1);

  const here = "http://localhost:80";
  expect(publicOrigin(["http://wall.lan", "https://wall.acme.example"], here)).toBe("https://wall.acme.example");
  expect(publicOrigin([], here)).toBe("http://localhost");
});
