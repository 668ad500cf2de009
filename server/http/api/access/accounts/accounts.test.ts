import { afterEach, beforeEach, expect, it } from "vitest";
import type { AccountView } from "../../../../../lib/access/access-types";
import { PASSWORD } from "../../../../access/testing/opened-access";
import type { Who } from "../../../testing/cast";
import { type Centre, startCentre } from "../../../testing/centre";

let centre: Centre;
beforeEach(async () => {
  centre = await startCentre();
});
afterEach(() => centre.stop());

const NEW = { name: "Noor", role: "lead", queueIds: ["night shift"], seesNumbers: true, password: PASSWORD };
const create = (change: object) => centre.as("admin").post("/api/v1/accounts", { ...NEW, ...change });
const patch = (who: Who, body: object) =>
  centre.as("admin").patch(`/api/v1/accounts/${centre.cast?.idOf(who) ?? ""}`, body);

it("makes accounts, and lists them with the queues there are; nothing secret is told", async () => {
  const made = await create({ name: " No\u202Eor  ", queueIds: ["night\u0000 shift ", "support", "support", ""] });
  expect(made.status).toBe(201);
  expect(made.json).toEqual({
    id: expect.any(String) as string,
    name: "Noor",
    role: "lead",
    queueIds: ["night shift", "support"],
    seesNumbers: true,
    disabled: false,
    signsInBy: "password",
    createdAtMs: centre.clock.nowMs(),
    lastSeenAtMs: null,
  });
  const all = await centre.as("admin").get("/api/v1/accounts");
  const { accounts, queues } = all.json as { accounts: AccountView[]; queues: { id: string; name: string }[] };
  expect(accounts.map(({ name }) => name)).toEqual(expect.arrayContaining(["Noor", "admin", "lead"]));
  expect(queues.map(({ id }) => id)).toContain("support");
  expect(all.text).not.toMatch(/scrypt|hash/);
  const noor = centre.as("nobody");
  expect((await noor.post("/api/v1/session", { name: "NOOR", password: PASSWORD })).status).toBe(200);
  expect((await create({ name: "noor" })).json).toMatchObject({ status: 409 });
});

it("names each field that is wrong, what was expected and what came", async () => {
  const answer = await centre.as("admin").post("/api/v1/accounts", { name: "", role: "boss", queueIds: "all", x: 1 });
  expect(answer.json).toMatchObject({
    status: 400,
    problems: [
      { field: "name", what: 'must be a name of 1 to 60 characters; "" came' },
      { field: "role", what: 'must be admin, supervisor, lead or analyst; "boss" came' },
      { field: "queueIds", what: 'must be a list of queues\' ids, or null for all; "all" came' },
      { field: "seesNumbers", what: "must be true or false; it is missing" },
      { field: "password", what: "must be a text of up to 1000 characters; it is missing" },
      { field: '"x"', what: "is no field here" },
    ],
  });
  expect((await create({ queueIds: null })).json).toMatchObject({ status: 400, problems: [{ field: "queueIds" }] });
  expect((await create({ role: "admin" })).json).toMatchObject({ status: 400, problems: [{ field: "queueIds" }] });
  expect((await create({ password: "noor" })).json).toMatchObject({ status: 400, problems: [{ field: "password" }] });
  expect((await centre.as("admin").post("/api/v1/accounts", [])).status).toBe(400);
});

it("[AC43] a change of role ends the sessions and cuts the sockets of its owner", async () => {
  const lead = centre.as("lead");
  const screen = await centre.screenAs(lead);
  const cut = new Promise((resolve) => screen.socket.once("disconnect", resolve));
  const changed = await patch("lead", { role: "supervisor" });
  // Nobody but a lead has queues of his own.
  expect(changed.json).toMatchObject({ name: "lead", role: "supervisor", queueIds: null });
  await cut;
  expect((await lead.get("/api/v1/me")).json).toMatchObject({ kind: "nobody" });
  await expect(centre.screenAs(lead)).rejects.toThrow();
  await lead.post("/api/v1/session", { name: "lead", password: PASSWORD });
  expect((await lead.get("/api/v1/me")).json).toMatchObject({ role: "supervisor" });
});

it("[AC16] who is disabled is out, and is not told why at the door", async () => {
  const analyst = centre.as("analyst");
  expect((await patch("analyst", { disabled: true })).json).toMatchObject({ disabled: true });
  expect((await analyst.get("/api/v1/me")).json).toMatchObject({ kind: "nobody" });
  const door = (name: string) => centre.as("nobody").post("/api/v1/session", { name, password: PASSWORD });
  expect((await door("analyst")).text).toBe((await door("nobody known")).text);
  await patch("analyst", { disabled: false });
  expect((await door("analyst")).status).toBe(200);
});

it("a lead cannot be left without queues, nor anybody else be given some", async () => {
  expect((await patch("lead", { queueIds: [] })).json).toMatchObject({ problems: [{ field: "queueIds" }] });
  expect((await patch("analyst", { role: "lead" })).json).toMatchObject({ problems: [{ field: "queueIds" }] });
  expect((await patch("analyst", { queueIds: ["support"] })).json).toMatchObject({ problems: [{ field: "queueIds" }] });
  expect((await patch("analyst", { role: "lead", queueIds: ["support"] })).status).toBe(200);
  expect((await patch("lead", {})).status).toBe(400);
  expect((await centre.as("admin").patch("/api/v1/accounts/constructor", { disabled: true })).status).toBe(404);
});

it("the last administrator stays one", async () => {
  expect((await patch("admin with numbers", { disabled: true })).status).toBe(200);
  const refused = await patch("admin", { role: "supervisor" });
  expect(refused.status).toBe(409);
  expect(refused.json).toMatchObject({ detail: expect.stringContaining("administrator") as string });
  expect((await centre.as("admin").get("/api/v1/me")).json).toMatchObject({ role: "admin" });
});
