import { afterEach, expect, it } from "vitest";
import { boardId } from "../../../../../lib/vocabulary";
import { createFakeFeed } from "../../../../publish/testing/fake-feed";
import { type Centre, startCentre } from "../../../testing/centre";

let centre: Centre;
afterEach(() => centre.stop());

const DAY_MS = 86_400_000;

it("tells everybody who he is, and what he may do", async () => {
  centre = await startCentre();
  const me = async (who: Parameters<Centre["as"]>[0]) => (await centre.as(who).get("/api/v1/me")).json;
  expect(await me("nobody")).toEqual({ kind: "nobody", rights: ["public"], setUp: true, signInWith: null });
  expect(await me("analyst")).toEqual({
    kind: "person",
    rights: ["public", "boards.read", "contacts.read", "missed.read", "alerts.read", "account.own"],
    siteName: "Acme Support",
    accountId: centre.cast?.idOf("analyst"),
    name: "analyst",
    role: "analyst",
    queueIds: null,
    hasPassword: true,
  });
  expect(await me("supervisor")).toMatchObject({ rights: expect.arrayContaining(["numbers.reveal"]) as string[] });
  expect(await me("display")).toEqual({
    kind: "display",
    rights: ["public", "boards.read", "display.own"],
    displayId: centre.cast?.idOf("display"),
    name: "display",
    screenId: "main",
  });
  expect(await me("token:read")).toEqual({
    kind: "token",
    rights: ["public", "boards.read", "contacts.read", "missed.read", "alerts.read"],
    name: "token:read",
    scope: "read",
  });
  expect(await me("revoked display")).toMatchObject({ kind: "nobody" });
  expect(await me("revoked token")).toMatchObject({ kind: "nobody" });
});

it("[AC65] gives a display a new key each day; the one before stays good until the next", async () => {
  centre = await startCentre();
  const display = centre.as("display");
  const first = display.cookie("pickup_display");
  centre.clock.advance(DAY_MS - 1);
  expect((await display.get("/api/v1/me")).setCookies).toEqual([]);
  centre.clock.advance(1);
  const answer = await display.get("/api/v1/me");
  expect(answer.setCookies.map((line) => line.replace(/=[\w-]{43};/, "=…;"))).toEqual([
    "pickup_display=…; Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax",
  ]);
  expect(display.cookie("pickup_display")).not.toBe(first);
  expect((await display.get("/api/v1/me")).json).toMatchObject({ kind: "display" });
  // The power went before the new one was kept.
  expect((await centre.as("display").get("/api/v1/me")).json).toMatchObject({ kind: "display" });
});

it("marks a display as seen, and where", async () => {
  centre = await startCentre();
  centre.clock.advance(60_000);
  await centre.as("display", { address: "192.0.2.44" }).get("/api/v1/me");
  const seen = centre.access.displays.list().find(({ name }) => name === "display");
  expect(seen).toMatchObject({ lastSeenAtMs: centre.clock.nowMs(), lastAddress: "192.0.2.44", connected: false });
});

it("tells a display when its board is no longer configured", async () => {
  const feed = createFakeFeed();
  let boards = feed.boards();
  centre = await startCentre({
    feed: { ...feed, boards: () => boards },
    cast: { otherScreen: boardId("sales") },
  });
  const display = centre.as("other display");
  expect((await display.get("/api/v1/me")).json).toMatchObject({ screenId: "sales" });
  boards = boards.filter(({ id }) => id !== "sales");
  expect((await display.get("/api/v1/me")).json).toMatchObject({ kind: "display", screenId: null });
});

it("a display can give itself up", async () => {
  centre = await startCentre();
  const display = centre.as("display");
  expect((await display.delete("/api/v1/me/display")).status).toBe(204);
  expect(display.cookie("pickup_display")).toBeNull();
  expect((await centre.as("display").get("/api/v1/me")).json).toMatchObject({ kind: "nobody" });
  const line = [...centre.access.auditTrail.all()].at(-1);
  expect(line).toMatchObject({ act: "display-revoked", subject: "display", actor: { kind: "display" } });
  expect((await centre.as("lead").delete("/api/v1/me/display")).status).toBe(403);
});
