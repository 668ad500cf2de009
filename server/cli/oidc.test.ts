import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { CLIENT_SECRET, startTestProvider, type TestProvider } from "../access/oidc/testing/test-provider";
import { createBrowser } from "../http/testing/browser";
import { runCli } from "./main-cli";
import { captureIo } from "./testing/captured-io";

let cwd = "";
let provider: TestProvider;
beforeEach(async () => {
  cwd = mkdtempSync(join(tmpdir(), "pickup-oidc-test-"));
  provider = await startTestProvider();
  configure(provider.issuer);
});
afterEach(async () => {
  await provider.stop();
  rmSync(cwd, { recursive: true, force: true });
});

const ENV = { OIDC_SECRET: CLIENT_SECRET, PORT: "0" };
const configure = (issuer: string): void =>
  writeFileSync(
    join(cwd, "pickup.config.yaml"),
    `sources: [{ id: a, kind: simulator }]
oidc:
  name: Acme sign-in
  issuer: ${issuer}
  clientId: pickup
  clientSecret: "\${OIDC_SECRET}"
  roles: { admin: [admins] }
`,
  );
async function check(env: Readonly<Record<string, string>> = ENV) {
  const io = captureIo({ cwd, env });
  const code = await runCli(["check"], io);
  return { code, out: io.outLines.filter((line) => line.includes("sign-in")), err: io.errLines };
}

it("[AC95] pickup check finds the provider, and says which address has to be registered there", async () => {
  const rest = "ID tokens signed by RS256; to be registered there";
  expect(await check({ ...ENV, PORT: "3000" })).toEqual({
    code: 0,
    out: [`OK  sign-in with Acme sign-in, ${provider.issuer}; ${rest}: http://localhost:3000/api/v1/oidc/callback`],
    err: [],
  });
  const named = await check({ ...ENV, PICKUP_ORIGINS: "https://wall.acme.example" });
  expect(named.out[0]).toContain(`${rest}: https://wall.acme.example/api/v1/oidc/callback`);
});

it("[AC95] pickup check says what is wrong with the provider", async () => {
  configure(`${provider.issuer}/realms/acme`);
  expect((await check()).err).toEqual([
    "1 problem:",
    `  sign-in with Acme sign-in, ${provider.issuer}/realms/acme: what answers is no provider (an unexpected HTTP status)`,
  ]);
  configure(provider.issuer.replace("127.0.0.1", "localhost"));
  expect((await check()).err[1]).toContain(
    `the provider names itself "${provider.issuer}": the issuer must be written so`,
  );
  configure(provider.issuer);
  provider.state = "down";
  const { code, err } = await check();
  expect(code).toBe(1);
  expect(err[1]).toMatch(/: the provider does not answer \([A-Z_]+\)$/);
});

it("[AC98] before there is an administrator nobody signs in the company's way; from then on people do", async () => {
  const stopping = new AbortController();
  const io = captureIo({ cwd, env: ENV, signal: stopping.signal });
  const ended = runCli(["serve"], io);
  while (!io.outLines.some((line) => line.includes("/setup#"))) await Promise.race([sleep(20), ended]);
  const [, port = "", token = ""] = /localhost:(\d+)\/setup#([\w-]{43})/.exec(io.outLines.join("\n")) ?? [];
  const browser = createBrowser({ port: Number(port) });
  provider.who = { sub: "1", preferred_username: "grace", groups: ["admins"] };

  expect((await browser.get("/api/v1/oidc/start?here=1")).status).toBe(403);
  expect(provider.asked).toEqual([]);
  const first = createBrowser({ port: Number(port) });
  const setUp = { token, name: "Ada", password: "sturdy-oak-bridge-41" };
  expect((await first.post("/api/v1/setup", setUp)).status).toBe(201);

  const there = (await browser.get("/api/v1/oidc/start?here=1&next=/wall")).headers.get("location") ?? "";
  const back = new URL((await fetch(there, { redirect: "manual" })).headers.get("location") ?? "");
  expect(back.origin).toBe(`http://localhost:${port}`);
  const last = await browser.get(`${back.pathname}${back.search}`);
  expect([last.status, last.headers.get("location")]).toEqual([302, "/wall"]);
  expect((await browser.get("/api/v1/me")).json).toMatchObject({ name: "grace", role: "admin" });
  stopping.abort();
  expect(await ended).toBe(0);
});
