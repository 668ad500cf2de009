import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROUTE_RIGHTS } from "../../access/rights";
import { type Centre, startCentre } from "../testing/centre";

let centre: Centre;
let untouched: Centre;
const WALL = "https://wall.example";
beforeAll(async () => {
  centre = await startCentre({ origins: [WALL] });
  untouched = await startCentre({ empty: true });
});
afterAll(async () => {
  await centre.stop();
  await untouched.stop();
});

/** A request whose path goes out just as it is written. */
function statusOf(method: string, path: string, headers: Record<string, string>, port = centre.port): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, method, path, headers }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 0));
    });
    asked.on("error", reject);
    asked.end();
  });
}

const own = (): string => `http://127.0.0.1:${centre.port}`;
/** Ends the session it shows, so that each try has one of its own. */
const signingOut = (headers: Record<string, string>) => {
  const { principal } = signedIn();
  return statusOf("DELETE", "/api/v1/session", { cookie: principal, ...headers });
};
function signedIn(): { readonly principal: string } {
  const admin = centre.access.accounts.byName("admin");
  if (admin === null) throw new Error("there is no admin");
  const { token } = centre.access.sessions.open(admin.id, { address: "127.0.0.1" });
  return { principal: `pickup_session=${token}` };
}

describe("[AC71] who changes something", () => {
  it("does so from Pickup's own page or a configured one", async () => {
    expect(await signingOut({ origin: own() })).toBe(204);
    expect(await signingOut({ origin: own(), "sec-fetch-site": "same-origin" })).toBe(204);
    expect(await signingOut({ origin: WALL })).toBe(204);
    expect(await signingOut({ origin: WALL, host: "wall.example" })).toBe(204);
    expect(await signingOut({ origin: "http://localhost", host: "LOCALHOST:80" })).toBe(204);
  });

  it("does not from any other, one that looks alike, or none", async () => {
    const strangers = [
      "null",
      "",
      "http://evil.example",
      `http://127.0.0.1:${centre.port + 1}`,
      `https://127.0.0.1:${centre.port}`,
      `http://127.0.0.1:${centre.port}.evil.example`,
      `http://localhost:${centre.port}`,
      `${own()}/`,
      `${own()}, ${own()}`,
      "http://wall.example",
      "https://wall.example:8443",
      "https://wall.example.evil.example",
      "https://evil-wall.example",
      "https://WALL.example",
      "https://wall.example@evil.example",
    ];
    for (const origin of strangers) expect([origin, await signingOut({ origin })]).toEqual([origin, 403]);
    expect(await signingOut({})).toBe(403);
    expect(await signingOut({ referer: `${own()}/wall` })).toBe(403);
  });

  it("does not where the browser itself says that another site asks", async () => {
    for (const site of ["cross-site", "same-site", "none", "anything"]) {
      expect([site, await signingOut({ origin: own(), "sec-fetch-site": site })]).toEqual([site, 403]);
    }
  });

  it("needs no page with a token, and a wrong token is nobody, whatever else it shows", async () => {
    const reader = centre.as("token:read");
    expect((await reader.ask("GET", "/api/v1/boards")).status).toBe(200);
    expect((await reader.ask("DELETE", "/api/v1/session")).status).toBe(403); // known, without the right
    const { principal } = signedIn();
    for (const authorization of ["Bearer wrong", "Bearer ", "bearer a b", `Bearer ${principal}`]) {
      const shown = { cookie: principal, origin: own(), authorization };
      expect([authorization, await statusOf("DELETE", "/api/v1/session", shown)]).toEqual([authorization, 401]);
      expect([authorization, await statusOf("GET", "/api/v1/boards", shown)]).toEqual([authorization, 401]);
      expect(await statusOf("POST", "/api/v1/pairings", { authorization })).toBe(401);
    }
    // A proxy in front may have a password of its own.
    expect(await statusOf("GET", "/api/v1/boards", { cookie: principal, authorization: "Basic YTpi" })).toBe(200);
  });
});

describe("[AC70] one spelling of a path leads to an answer", () => {
  it("and every other nowhere, whoever asks", async () => {
    const { principal: cookie } = signedIn();
    const spellings = [
      "//api/v1/accounts",
      "/api//v1/accounts",
      "/api/v1//accounts",
      "/api/v1/accounts/",
      "/api/v1/accounts//",
      "/api/v1/./accounts",
      "/api/v1/x/../accounts",
      "/api/v1/%2e/accounts",
      "/api/v1/%61ccounts",
      "/%61pi/v1/accounts",
      "/api%2fv1%2faccounts",
      "/api/v1/Accounts",
      "/API/v1/accounts",
      "/api/v1/accounts.txt",
      "/api/v1/accounts.rsc",
      "/api/v1/accounts.json",
      "/api/v1/accounts;x=1",
      "/api/v1/accounts%00",
      "/api/v1/accounts%20",
      "/api/v1/accounts%3f",
      "/api\\v1\\accounts",
      "/api/v1/boards/%6dain/snapshot",
      "/api/v1/boards/main%2fsnapshot",
      "/api/v1/boards//snapshot",
    ];
    expect(await statusOf("GET", "/api/v1/accounts", { cookie })).toBe(200);
    for (const path of spellings) expect([path, await statusOf("GET", path, { cookie })]).toEqual([path, 404]);
    for (const path of [`${own()}/api/v1/accounts`, "http://evil.example/api/v1/accounts"]) {
      expect([path, await statusOf("GET", path, { cookie })]).toEqual([path, 400]);
    }
  });

  it("and no header makes another method of one", async () => {
    const { principal: cookie } = signedIn();
    const override = { "x-http-method-override": "DELETE", "x-method-override": "DELETE", "x-http-method": "DELETE" };
    expect(await statusOf("POST", "/api/v1/session", { cookie, origin: own(), ...override })).toBe(400); // no credentials
    expect(await statusOf("GET", "/api/v1/session", { cookie, origin: own(), ...override })).toBe(405);
    expect(await statusOf("GET", "/api/v1/session?_method=DELETE", { cookie, origin: own() })).toBe(405);
    expect(await statusOf("GET", "/api/v1/boards", { cookie })).toBe(200); // still signed in
  });
});

describe("[AC1] before there is an administrator", () => {
  it("nothing answers but what makes one, whether the server lives, and pages", async () => {
    const nobody = untouched.as("nobody");
    const open = new Set(["GET /*", "GET /healthz", "GET /readyz", "GET /api/v1/me", "POST /api/v1/setup"]);
    for (const name of Object.keys(ROUTE_RIGHTS)) {
      const [method = "", path = ""] = name.replace("{id}", "main").replace("*", "").split(" ");
      const { status, json } = await nobody.ask(method, path, method === "GET" ? {} : { body: {} });
      expect([name, status === 403]).toEqual([name, !open.has(name)]);
      if (status === 403) expect(json).toMatchObject({ detail: expect.stringContaining("Pickup is not set up yet") });
    }
  });

  it("nobody is anybody, not even who holds a token", async () => {
    const doer = { actor: { kind: "command-line", name: "" }, address: null } as const;
    const made = untouched.access.tokens.create({ name: "script", scope: "read" }, doer);
    if (made.kind === "refused") throw new Error(made.problem);
    const headers = { authorization: `Bearer ${made.secret}` };
    const { json } = await untouched.as("nobody").ask("GET", "/api/v1/me", { headers });
    expect(json).toMatchObject({ kind: "nobody", setUp: false });
    expect(await statusOf("GET", "/api/v1/boards", headers, untouched.port)).toBe(403);
  });
});
