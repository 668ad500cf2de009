import { afterEach, expect, it } from "vitest";
import { PASSWORD } from "../../../../access/testing/opened-access";
import { type Centre, startCentre } from "../../../testing/centre";

let centre: Centre;
afterEach(() => centre.stop());

it("[AC1] in the demo everybody here manages everything; who signs in is himself until he signs out", async () => {
  centre = await startCentre({ empty: true, demo: true });
  const browser = centre.as("nobody");
  expect((await browser.get("/api/v1/me")).json).toMatchObject({
    kind: "demo",
    siteName: "Acme Support",
    rights: expect.arrayContaining(["accounts.manage", "tokens.manage", "displays.manage"]) as string[],
  });
  const lead = { name: "Noor", role: "lead", queueIds: ["support"], seesNumbers: false, password: PASSWORD };
  expect((await browser.post("/api/v1/accounts", lead)).status).toBe(201);
  expect((await browser.post("/api/v1/tokens", { name: "script", scope: "read" })).status).toBe(201);
  expect((await browser.get("/api/v1/audit-trail")).json).toMatchObject({
    lines: [
      { act: "token-created", actor: { kind: "demo" } },
      { act: "account-created", actor: { kind: "demo" } },
    ],
  });

  const signedIn = await browser.post("/api/v1/session", { name: "Noor", password: PASSWORD });
  expect(signedIn.json).toMatchObject({ kind: "person", name: "Noor", role: "lead" });
  expect((await browser.get("/api/v1/accounts")).status).toBe(403);
  expect((await browser.delete("/api/v1/session")).status).toBe(204);
  expect((await browser.get("/api/v1/me")).json).toMatchObject({ kind: "demo" });
});

it("[AC1] the demo is for this machine: through a proxy nobody is anybody", async () => {
  centre = await startCentre({ empty: true, demo: true });
  const away = centre.as("nobody", { address: "192.0.2.1" });
  expect((await away.get("/api/v1/me")).json).toMatchObject({ kind: "nobody", setUp: true });
  expect((await away.get("/api/v1/accounts")).status).toBe(401);
});
