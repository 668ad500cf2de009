import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { afterEach, beforeEach, expect, test } from "vitest";
import { callerAlias } from "../../lib/vocabulary";
import type { CallerVault } from "../callers/caller-vault";
import { createMemoryVault } from "../callers/memory-vault";
import { openSqliteStore, type OpenedStore } from "./sqlite";
import type { EventStore } from "./store";
import { NINE_MS } from "./testing/offered";
import { answeredVisit } from "./testing/visits-contract";
import { writeOlderLog } from "./testing/older-log";

const CANARY = "+4915155500017";
const NAME = "Canary Bird";
const DAY_MS = 86_400_000;

let directory = "";
let vault: CallerVault;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "pickup-numbers-"));
  mkdirSync(join(directory, "data"));
  vault = createMemoryVault();
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const path = () => join(directory, "data", "pickup.db");
const open = (): OpenedStore => openSqliteStore({ path: path(), vault });
function opened(): EventStore {
  const answer = open();
  if (answer.kind === "refused") throw new Error(answer.message);
  return answer.store;
}

/** Everything that lies in the data directory, as it stands on the disk. */
const bytesOnDisk = (): string =>
  readdirSync(join(directory, "data"))
    .map((file) => readFileSync(join(directory, "data", file), "latin1"))
    .join("\n");
const caller = (number: string, name: string | null = null) => ({ number, name });
const WHOLE = {
  sourceIds: [answeredVisit("").sourceId],
  queueIds: null,
  fromMs: 0,
  toMs: 9e15,
  after: null,
  limit: 99,
};

/** Two days with one caller who calls twice, one who withholds his number, and whoever was called back. */
const DAYS = [
  { key: "a", atMs: NINE_MS, event: { type: "contact.offered", contactId: "a", caller: caller(CANARY, NAME) } },
  { key: "b", atMs: NINE_MS + 1, event: { type: "contact.refused", contactId: "b", caller: caller("101") } },
  { key: "w", atMs: NINE_MS + 2, event: { type: "contact.offered", contactId: "w", caller: null } },
  {
    key: "u",
    atMs: NINE_MS + 3,
    event: { type: "contact.offered", contactId: "u", caller: { number: null, name: NAME } },
  },
  { key: "l", atMs: NINE_MS + 4, event: { type: "contact.abandoned", contactId: "a" } },
  { key: "o", atMs: NINE_MS + DAY_MS, event: { type: "outbound.answered", caller: caller(CANARY), agentId: null } },
  { key: "c", atMs: NINE_MS + DAY_MS + 1, event: { type: "contact.offered", contactId: "c", caller: caller(CANARY) } },
] as const;
const VISITS = [
  { visit: answeredVisit("a"), caller: { kind: "number", tail: CANARY.slice(-4) } },
  { visit: answeredVisit("gone", -DAY_MS), caller: { kind: "number", tail: CANARY.slice(-4) } },
  { visit: answeredVisit("w", 2), caller: { kind: "withheld" } },
] as const;

test("[PV3] numbers of an older log go into the vault: one alias a caller, in events and in visits", async () => {
  writeOlderLog(path(), DAYS, VISITS, `{"callers":["${CANARY}"]}`);
  const store = opened();
  const canary = vault.find(CANARY);
  const short = vault.find("101");
  if (canary === null || short === null) throw new Error("the vault does not know them");
  expect(vault.reveal(canary)).toEqual({ number: CANARY, name: NAME });
  expect((await store.readAfter(0, 99)).map(({ sourceKey, event }) => [sourceKey, event])).toEqual([
    ["a", { type: "contact.offered", contactId: "a", caller: canary }],
    ["b", { type: "contact.refused", contactId: "b", caller: short }],
    ["w", { type: "contact.offered", contactId: "w", caller: null }],
    ["u", { type: "contact.offered", contactId: "u", caller: null }],
    ["l", { type: "contact.abandoned", contactId: "a" }],
    ["o", { type: "outbound.answered", caller: canary, agentId: null }],
    ["c", { type: "contact.offered", contactId: "c", caller: canary }],
  ]);
  const visits = await store.readVisits(WHOLE);
  expect(visits.map(({ contactId, caller: alias }) => [contactId, alias])).toEqual([
    ["w", null],
    ["a", canary],
    ["gone", null],
  ]);
  expect(visits[1]).toEqual({ ...answeredVisit("a"), caller: canary });
  expect(await store.loadFold()).toBeNull();
  await store.close();
});

test("[PV3] nothing of a number or a name is left in the bytes of the log, and it stays so", async () => {
  const many = Array.from({ length: 5_000 }, (_, n) => ({
    key: `k${n}`,
    atMs: NINE_MS + n,
    event: { type: "contact.offered", contactId: `k${n}`, caller: caller(`${CANARY}${n}`, NAME) },
  }));
  const visits = many.map(({ key }) => ({ visit: answeredVisit(key), caller: { kind: "number", tail: "4711X" } }));
  writeOlderLog(path(), many, visits, `{"callers":["${CANARY}"]}`);
  expect(bytesOnDisk()).toContain(CANARY);
  expect(bytesOnDisk()).toContain("4711X");
  const store = opened();
  for (const secret of [CANARY, NAME, "4711X"]) expect(bytesOnDisk()).not.toContain(secret);
  await store.close();
  await opened().close();
  for (const secret of [CANARY, NAME, "4711X"]) expect(bytesOnDisk()).not.toContain(secret);
});

test("[PV3] a vault that refuses leaves the log as it was; the next start takes the numbers out", async () => {
  writeOlderLog(path(), DAYS, VISITS, "{}");
  const refusing = {
    entrust: () => {
      throw new Error("the disk is full");
    },
  };
  const refused = openSqliteStore({ path: path(), vault: refusing });
  expect(refused).toMatchObject({ kind: "refused", message: expect.stringContaining("the disk is full") as string });
  expect(bytesOnDisk()).toContain(CANARY);
  const store = opened();
  expect(await store.readAfter(0, 99)).toHaveLength(DAYS.length);
  expect(bytesOnDisk()).not.toContain(CANARY);
  await store.close();
});

test("[PV3] whoever reads the log meanwhile holds it up; begun again it comes to its end with the same aliases", async () => {
  writeOlderLog(path(), DAYS, VISITS, "{}");
  const reader = new Database(path());
  reader.exec("BEGIN; SELECT count(*) FROM events");
  reader.prepare("SELECT count(*) FROM events").raw().all();
  expect(open()).toMatchObject({ kind: "refused" });
  const first = vault.find(CANARY);
  reader.exec("COMMIT");
  reader.close();
  const store = opened();
  const [line] = await store.readAfter(0, 1);
  expect(line?.event).toMatchObject({ caller: first });
  expect(await store.readVisits(WHOLE)).toMatchObject([{ caller: null }, { caller: first }, { caller: null }]);
  expect(bytesOnDisk()).not.toContain(CANARY);
  await store.close();
});

test("[PV3] a log of today's form is left as it is: the vault is asked for nothing", async () => {
  const before = opened();
  await before.append([]);
  await before.saveFold({ seq: 1, version: "1", text: "{}" }, { visits: [answeredVisit("a")], replaces: null });
  await before.close();
  const asked: number[] = [];
  const answer = openSqliteStore({
    path: path(),
    vault: { entrust: (callers) => callers.map(() => (asked.push(1), callerAlias("x"))) },
  });
  if (answer.kind === "refused") throw new Error(answer.message);
  expect(asked).toEqual([]);
  expect(await answer.store.loadFold()).toEqual({ seq: 1, version: "1", text: "{}" });
  await answer.store.close();
});
