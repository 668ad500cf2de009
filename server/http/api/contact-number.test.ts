import { afterAll, beforeAll, expect, it } from "vitest";
import { createMemoryVault } from "../../callers/memory-vault";
import { createFakeFeed } from "../../publish/testing/fake-feed";
import type { Asked } from "../asked";
import { DEMO } from "../../access/principal";
import { contactNumberRoute } from "./contact-number";
import { type Centre, startCentre } from "../testing/centre";

const NUMBER = "+4930901820777";
const vault = createMemoryVault();
const [alias = null] = vault.entrust([{ number: NUMBER, name: "Ana Ruiz" }], Date.UTC(2026, 10, 20));
const feed = {
  ...createFakeFeed(),
  callerBehind: (_: unknown, key: string) => Promise.resolve(key === "k1" ? alias : null),
};
const diskFull = () => {
  throw new Error("the disk is full");
};
let centre: Centre;
beforeAll(async () => {
  centre = await startCentre({ feed, vault });
});
afterAll(() => centre.stop());

const ask = (who: Parameters<Centre["as"]>[0], board = "main", key = "k1") =>
  centre.as(who).post("/api/v1/contacts/number", { board, key });
const shown = () => [...centre.access.auditTrail.all()].filter(({ act }) => act === "number-shown");

it("[PV20] shows a whole number to who may see numbers, and the audit trail says so without it", async () => {
  const { status, json, headers } = await ask("supervisor");
  expect([status, json]).toEqual([200, { number: NUMBER, name: "Ana Ruiz" }]);
  expect(headers.get("cache-control")).toBe("no-store");
  const [line] = shown();
  expect(line).toMatchObject({ actor: { kind: "person", name: "supervisor" }, address: "127.0.0.1" });
  expect(line?.subject).toBe("caller •••0777 · Board main");
  expect(JSON.stringify(shown())).not.toContain(NUMBER.slice(0, -4));
});

it("[PV20] to nobody else, and then the trail has no line of it", async () => {
  const before = shown().length;
  const refused = [
    "nobody",
    "display",
    "revoked display",
    "supervisor without numbers",
    "analyst",
    "admin",
    "token:read",
  ] as const;
  const statuses = await Promise.all(refused.map(async (who) => (await ask(who)).status));
  // Displays and scripts come with no right, whoever is nobody has to sign in.
  expect(statuses).toEqual([401, 403, 401, 403, 403, 403, 403]);
  expect(shown()).toHaveLength(before);
});

it("[PV20] of no contact of another's board, nor of one that there is not", async () => {
  expect((await ask("supervisor", "nowhere")).status).toBe(404);
  expect((await ask("supervisor", "main", "k2")).status).toBe(404);
  expect((await ask("lead", "main")).status).toBe(200);
  expect((await centre.as("supervisor").post("/api/v1/contacts/number", { board: "main" })).status).toBe(400);
});

it("[PV20] tells nothing when the audit trail cannot be written", async () => {
  const auditTrail = { ...centre.access.auditTrail, write: diskFull };
  const show = contactNumberRoute({ feed, vault, access: { auditTrail } }).handlers.get("POST");
  const asked = { principal: DEMO, address: "127.0.0.1", body: { board: "main", key: "k1" } };
  await expect(async () => show?.(asked as unknown as Asked)).rejects.toThrow("the disk is full");
});

it("[PV20] says that it is gone once it is no longer kept", async () => {
  if (alias === null) throw new Error("no alias");
  vault.erase(alias);
  const before = shown().length;
  expect((await ask("supervisor")).status).toBe(410);
  expect(shown()).toHaveLength(before);
});
