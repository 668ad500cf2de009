import { afterEach, beforeEach, expect, it } from "vitest";
import type { PairingView } from "../../../../../lib/access/access-types";
import { type Centre, startCentre } from "../../../testing/centre";

let centre: Centre;
beforeEach(async () => {
  centre = await startCentre();
});
afterEach(() => centre.stop());

const pathOf = (who: "display" | "other display" | "revoked display", rest = ""): string =>
  `/api/v1/displays/${centre.cast?.idOf(who) ?? ""}${rest}`;

it("lists displays with what hangs on them and whether they are connected", async () => {
  const list = async () => (await centre.as("supervisor").get("/api/v1/displays")).json;
  const [first, second] = [
    { name: "display", screenId: "main" },
    { name: "other display", screenId: "sales" },
  ];
  expect(await list()).toMatchObject({
    displays: [
      { ...first, connected: false },
      { ...second, connected: false },
    ],
  });
  const screen = await centre.screenAs("display");
  expect(await list()).toMatchObject({ displays: [{ ...first, connected: true }, second] });
  screen.socket.close();
});

it("gives a display another name and another board, which the television learns by coming back", async () => {
  const screen = await centre.screenAs("display");
  const cut = new Promise((resolve) => screen.socket.once("disconnect", resolve));
  const changed = await centre
    .as("supervisor")
    .patch(pathOf("display"), { name: " Hall\u202Eway\n", screenId: "hall" });
  expect(changed.json).toMatchObject({ name: "Hallway", screenId: "hall" });
  await cut;
  expect((await centre.as("display").get("/api/v1/me")).json).toMatchObject({ name: "Hallway", screenId: "hall" });

  const supervisor = centre.as("supervisor");
  const nowhere = await supervisor.patch(pathOf("display"), { screenId: "nowhere" });
  expect(nowhere.json).toMatchObject({ status: 400, detail: "screenId is no board or rotation here." });
  expect((await supervisor.patch(pathOf("display"), {})).status).toBe(400);
  expect((await supervisor.patch(pathOf("display"), { name: " \u200B" })).json).toMatchObject({
    status: 400,
    problems: [{ field: "name", what: 'must be a name of 1 to 60 characters; " \\u{200b}" came' }],
  });
  expect((await supervisor.patch(pathOf("revoked display"), { name: "x" })).status).toBe(404);
  expect((await supervisor.patch("/api/v1/displays/__proto__", { name: "x" })).status).toBe(404);
});

it("[AC69] a withdrawn display loses its open socket, and cannot come back", async () => {
  const screen = await centre.screenAs("display");
  const cut = new Promise((resolve) => screen.socket.once("disconnect", resolve));
  expect((await centre.as("supervisor").delete(pathOf("display"))).status).toBe(204);
  await cut;
  expect((await centre.as("display").get("/api/v1/me")).json).toMatchObject({ kind: "nobody" });
  expect((await centre.as("display").get("/api/v1/boards")).status).toBe(401);
  await expect(centre.screenAs("display")).rejects.toThrow();
  expect((await centre.as("supervisor").delete(pathOf("display"))).status).toBe(404);
});

it("tells a display to load anew, and to show its name", async () => {
  const supervisor = centre.as("supervisor");
  expect((await supervisor.post(pathOf("display", "/reload"))).json).toEqual({ reached: 0 });
  const screen = await centre.screenAs("display");
  const other = await centre.screenAs("other display");
  const told: unknown[] = [];
  for (const { socket } of [screen, other]) {
    socket.on("display:reload", () => told.push("reload"));
    socket.on("display:identify", (what) => told.push(what));
  }
  expect((await supervisor.post(pathOf("display", "/reload"))).json).toEqual({ reached: 1 });
  expect((await supervisor.post(pathOf("display", "/identify"))).json).toEqual({ reached: 1 });
  await expect.poll(() => told).toEqual(["reload", { name: "display", forMs: 10_000 }]);
  expect((await supervisor.post(pathOf("revoked display", "/reload"))).status).toBe(404);
  expect((await centre.as("lead").post(pathOf("display", "/reload"))).status).toBe(403);
});

it("a code that cannot be one is said at its field and counts as no guess; ten wrong ones do", async () => {
  const supervisor = centre.as("supervisor");
  const enter = (code: unknown) => supervisor.post("/api/v1/displays", { code, name: "TV", screenId: "main" });
  for (const code of ["ABC", "0OIL1O", 234_567, null]) {
    expect((await enter(code)).json).toMatchObject({ status: 400, problems: [{ field: "code" }] });
  }
  for (let n = 0; n < 10; n += 1) expect((await enter("ABCDEF")).status).toBe(409);
  const tv = centre.as("nobody");
  const { code } = (await tv.post("/api/v1/pairings")).json as PairingView;
  const throttled = await enter(code);
  expect(throttled.json).toMatchObject({ status: 429, detail: expect.stringContaining("10 minutes") as string });
  expect(throttled.headers.get("retry-after")).toBe("600");
  // Others are not held up by it.
  const body = { code, name: "TV", screenId: "main" };
  expect((await centre.as("admin").post("/api/v1/displays", body)).status).toBe(201);
});
