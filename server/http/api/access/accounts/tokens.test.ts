import { afterEach, beforeEach, expect, it } from "vitest";
import type { TokenView } from "../../../../../lib/access/access-types";
import { createBrowser } from "../../../testing/browser";
import { type Centre, startCentre } from "../../../testing/centre";

let centre: Centre;
beforeEach(async () => {
  centre = await startCentre();
});
afterEach(() => centre.stop());

it("a token is shown once, reads what it is for, and is withdrawn", async () => {
  const admin = centre.as("admin");
  const made = await admin.post("/api/v1/tokens", { name: "wallpaper script", scope: "read" });
  expect(made.status).toBe(201);
  const { token, secret } = made.json as { token: TokenView; secret: string };
  expect(token).toMatchObject({ name: "wallpaper script", scope: "read", createdBy: "admin", lastUsedAtMs: null });

  const script = createBrowser({ port: centre.port, bearer: secret });
  expect((await script.get("/api/v1/boards")).status).toBe(200);
  expect((await script.get("/metrics")).status).toBe(403);
  expect((await script.get("/api/v1/tokens")).status).toBe(403);
  const list = await admin.get("/api/v1/tokens");
  expect(list.text).not.toContain(secret);
  expect((list.json as { tokens: TokenView[] }).tokens).toContainEqual({
    ...token,
    lastUsedAtMs: centre.clock.nowMs(),
  });

  expect((await admin.delete(`/api/v1/tokens/${token.id}`)).status).toBe(204);
  expect((await script.get("/api/v1/boards")).status).toBe(401);
  expect((await admin.delete(`/api/v1/tokens/${token.id}`)).status).toBe(404);
});

it("names what is wrong with a token", async () => {
  const answer = await centre.as("admin").post("/api/v1/tokens", { name: "x", scope: "write" });
  expect(answer.json).toMatchObject({
    status: 400,
    detail: 'scope must be read, metrics or ingest; "write" came.',
  });
  expect((await centre.as("admin").post("/api/v1/tokens", { name: "token:read", scope: "read" })).status).toBe(409);
  expect((await centre.as("supervisor").get("/api/v1/tokens")).status).toBe(403);
});
