import { afterEach, expect, it } from "vitest";
import type { PairingView } from "../../../../../lib/access/access-types";
import { type Centre, startCentre } from "../../../testing/centre";

let centre: Centre;
afterEach(() => centre.stop());

const MINUTE_MS = 60_000;
const codeOf = ({ json }: { readonly json: unknown }): string => (json as PairingView).code;
const HALLWAY = { name: "Hallway", screenId: "main" };

it("[AC60] a television shows a code, a supervisor enters it, and the television is let in", async () => {
  centre = await startCentre();
  const tv = centre.as("nobody", { address: "192.0.2.50" });
  const supervisor = centre.as("supervisor");

  const offered = await tv.post("/api/v1/pairings");
  expect(offered.status).toBe(201);
  expect(offered.json).toEqual({
    code: expect.stringMatching(/^[2-9A-HJKMNP-Z]{6}$/) as string,
    expiresAtMs: centre.clock.nowMs() + 10 * MINUTE_MS,
  });
  expect(offered.setCookies[0]?.replace(/=[\w-]{43};/, "=…;")).toBe(
    "pickup_pairing=…; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax",
  );
  expect((await tv.post("/api/v1/pairings/claim")).json).toEqual({ state: "waiting" });

  // As people write it.
  const code = codeOf(offered)
    .toLowerCase()
    .replace(/^(...)/, "$1 ");
  const made = await supervisor.post("/api/v1/displays", { code, ...HALLWAY });
  expect(made.status).toBe(201);
  expect(made.json).toMatchObject({ ...HALLWAY, pairedBy: "supervisor", connected: false });

  const claimed = await tv.post("/api/v1/pairings/claim");
  expect(claimed.json).toEqual({ state: "paired" });
  expect(tv.cookie("pickup_pairing")).toBeNull();
  expect((await tv.get("/api/v1/me")).json).toMatchObject({ kind: "display", ...HALLWAY });
  expect((await tv.get("/api/v1/boards")).status).toBe(200);
  expect((await tv.get("/api/v1/displays")).status).toBe(403);

  // A code counts once.
  expect((await supervisor.post("/api/v1/displays", { code, ...HALLWAY })).status).toBe(409);
  const screen = await centre.screenAs(tv);
  expect((await supervisor.get("/api/v1/displays")).json).toMatchObject({
    displays: expect.arrayContaining([
      expect.objectContaining({ name: "Hallway", connected: true, lastAddress: "192.0.2.50" }),
    ]) as unknown[],
  });
  screen.socket.close();
});

it("[AC60] a code is good for ten minutes, to the millisecond", async () => {
  centre = await startCentre();
  const tv = centre.as("nobody");
  const code = codeOf(await tv.post("/api/v1/pairings"));
  centre.clock.advance(10 * MINUTE_MS - 1);
  expect((await tv.post("/api/v1/pairings/claim")).json).toEqual({ state: "waiting" });
  centre.clock.advance(1);
  expect((await tv.post("/api/v1/pairings/claim")).json).toEqual({ state: "expired" });
  expect(tv.cookie("pickup_pairing")).toBeNull();
  expect((await centre.as("supervisor").post("/api/v1/displays", { code, ...HALLWAY })).status).toBe(409);
  // Without a code of its own it is told the same.
  expect((await centre.as("nobody").post("/api/v1/pairings/claim")).json).toEqual({ state: "expired" });
});

it("who asks for too many codes waits", async () => {
  centre = await startCentre();
  const statuses: number[] = [];
  for (let n = 1; n <= 6; n += 1) {
    statuses.push((await centre.as("nobody", { address: "192.0.2.50" }).post("/api/v1/pairings")).status);
  }
  expect(statuses).toEqual([201, 201, 201, 201, 201, 429]);
  const refused = await centre.as("nobody", { address: "192.0.2.50" }).post("/api/v1/pairings");
  expect(refused.headers.get("retry-after")).toBe("60");
  expect((await centre.as("nobody", { address: "192.0.2.51" }).post("/api/v1/pairings")).status).toBe(201);
});

it("in the demo a television is let in by whoever is there", async () => {
  centre = await startCentre({ empty: true, demo: true });
  const tv = centre.as("nobody");
  const code = codeOf(await tv.post("/api/v1/pairings"));
  expect((await centre.as("nobody").post("/api/v1/displays", { code, ...HALLWAY })).status).toBe(201);
  expect((await tv.post("/api/v1/pairings/claim")).json).toEqual({ state: "paired" });
  expect((await tv.get("/api/v1/me")).json).toMatchObject({ kind: "display", name: "Hallway" });
});
