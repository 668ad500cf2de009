import { afterEach, expect, it } from "vitest";
import { type Centre, startCentre } from "../../../testing/centre";

let centre: Centre;
afterEach(() => centre.stop());

const DANA = { name: "Dana", password: "an umbrella for tuesdays" };

it("[AC1] before there is an administrator nothing works but making one, once, by the link", async () => {
  centre = await startCentre({ empty: true });
  const [token = ""] = centre.setupTokens;
  const browser = centre.as("nobody");
  expect((await browser.get("/api/v1/me")).json).toEqual({
    kind: "nobody",
    rights: ["public"],
    setUp: false,
    signInWith: null,
  });
  const refused = [
    await browser.get("/api/v1/boards"),
    await browser.post("/api/v1/session", DANA),
    await browser.post("/api/v1/pairings"),
  ];
  expect(refused.map(({ status }) => status)).toEqual([403, 403, 403]);

  const wrong = await browser.post("/api/v1/setup", { ...DANA, token: `${token.slice(0, -1)}!` });
  expect(wrong.status).toBe(403);
  expect(wrong.json).toMatchObject({ detail: expect.stringContaining("the output of the server") as string });
  // A password that cannot be taken spends no link.
  const weak = await browser.post("/api/v1/setup", { ...DANA, token, password: "dana" });
  expect(weak.json).toMatchObject({ status: 400, problems: [{ field: "password" }] });

  const made = await browser.post("/api/v1/setup", { ...DANA, token });
  expect(made.status).toBe(201);
  expect(made.json).toMatchObject({ kind: "person", name: "Dana", role: "admin", queueIds: null, hasPassword: true });
  expect(made.json).toMatchObject({ rights: expect.not.arrayContaining(["numbers.reveal"]) as string[] });
  expect((await browser.get("/api/v1/me")).json).toEqual(made.json);
  expect((await browser.get("/api/v1/boards")).status).toBe(200);

  const stranger = centre.as("nobody");
  const again = await stranger.post("/api/v1/setup", { name: "Eve", password: "ten green bottles", token });
  expect(again.status).toBe(403);
  expect((await stranger.get("/api/v1/me")).json).toMatchObject({ kind: "nobody", setUp: true });
  expect(centre.access.accounts.list().map(({ name }) => name)).toEqual(["Dana"]);
  expect([...centre.access.auditTrail.all()].map(({ act }) => act)).toEqual(["set-up", "signed-in"]);
});

it("[AC1] two who use the link at once make one administrator", async () => {
  centre = await startCentre({ empty: true });
  const [token = ""] = centre.setupTokens;
  const answers = await Promise.all(
    ["Dana", "Eve"].map((name) => centre.as("nobody").post("/api/v1/setup", { ...DANA, name, token })),
  );
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 403]);
  expect(centre.access.accounts.list()).toHaveLength(1);
});

it("[AC1] the demo has nothing to set up", async () => {
  centre = await startCentre({ empty: true, demo: true });
  const browser = centre.as("nobody");
  expect((await browser.get("/api/v1/me")).json).toMatchObject({ kind: "demo" });
  expect((await browser.post("/api/v1/setup", { ...DANA, token: centre.setupTokens[0] ?? "x" })).status).toBe(404);
});
