import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createCalendar } from "../lib/calendar";
import type { ContactsPage } from "../lib/desk/contact-types";
import type { QueueEvent } from "../lib/events";
import type { BoardSnapshot } from "../lib/metrics/snapshot-types";
import { instant, siteOf } from "../lib/testing/scenario";
import { agentId, contactId, queueId, sourceId } from "../lib/vocabulary";
import { type App, createApp } from "./app";
import { createPipeline, type Pipeline } from "./pipeline";
import type { SourceSink } from "./sources/source";
import { openSqliteStore } from "./store/sqlite";
import type { EventStore } from "./store/store";

const PBX = sourceId("pbx");
const SITE = siteOf({ queues: [{ id: "support" }, { id: "sales", target: { thresholdMs: 20_000 } }] });

let folder = "";
let nowMs = 0;
type Server = { pipeline: Pipeline; store: EventStore; app: App; port: number; sink: SourceSink };
const running: Server[] = [];

async function start(directory = "first"): Promise<Server> {
  const opened = openSqliteStore({ path: join(folder, directory, "pickup.db") });
  if (opened.kind === "refused") throw new Error(opened.message);
  const { store } = opened;
  const clock = { nowMs: () => nowMs };
  const pipeline = await createPipeline({
    site: SITE,
    sourceIds: [PBX],
    calendar: createCalendar("UTC", 0),
    store,
    clock,
    epoch: "test",
    log: (line) => expect(line).toContain("live"),
  });
  const given: SourceSink[] = [];
  pipeline.run({
    id: PBX,
    kind: "test",
    probe: () => Promise.resolve(null),
    start: (sink) => {
      given.push(sink);
      return Promise.resolve();
    },
  });
  const [sink] = given;
  if (sink === undefined) throw new Error("the source was not started");
  const app = createApp({ feed: pipeline, clock, staticDir: folder, origins: [], build: "test" });
  const { port } = await app.listen(0, "127.0.0.1");
  const server = { pipeline, store, app, port, sink };
  running.push(server);
  return server;
}

async function stop({ app, pipeline, store }: Server): Promise<void> {
  await app.close();
  await pipeline.close();
  await store.close();
}
async function stopAll(): Promise<void> {
  for (const server of running.splice(0)) await stop(server);
}

/** What a `kill -9` at this moment leaves on the disk, as the data of another server. */
function diskNow(to: string): string {
  mkdirSync(join(folder, to));
  for (const file of ["pickup.db", "pickup.db-wal"]) {
    const path = join(folder, "first", file);
    if (existsSync(path)) copyFileSync(path, join(folder, to, file));
  }
  return to;
}

async function committed({ pipeline }: Server): Promise<void> {
  while (pipeline.counters().pending > 0) await delay(5);
}
/** Time passes, the source is heard, and the board knows of it. */
async function pass(server: Server, time: string): Promise<void> {
  nowMs = instant(time);
  server.sink.state("live", "");
  server.sink.proof(nowMs);
  await committed(server);
  await delay(250);
}
const visit = (contact: string, queue: string) => ({ queueId: queueId(queue), contactId: contactId(contact), stay: 1 });
function tell({ sink }: Server, atMs: number, event: QueueEvent): void {
  sink.events([{ sourceKey: JSON.stringify(event), atMs, receivedAtMs: atMs, event }]);
}
function offer(server: Server, atMs: number, contact: string, queue = "support"): void {
  const caller = { number: "+4930123456", name: null };
  tell(server, atMs, { type: "contact.offered", ...visit(contact, queue), channel: "voice", caller, via: "direct" });
}
const offered = (server: Server, time: string, contact: string, queue?: string) =>
  offer(server, instant(time), contact, queue);
const answered = (server: Server, time: string, contact: string, queue = "support") =>
  tell(server, instant(time), { type: "contact.answered", ...visit(contact, queue), agentId: agentId("ana") });
const completed = (server: Server, time: string, contact: string, queue = "support") =>
  tell(server, instant(time), {
    type: "contact.completed",
    ...visit(contact, queue),
    agentId: null,
    talkMs: 60_000,
    holdMs: null,
    wrapUpMs: null,
    endedBy: "caller",
  });
const abandoned = (server: Server, time: string, contact: string, queue = "support") =>
  tell(server, instant(time), { type: "contact.abandoned", ...visit(contact, queue) });

const get = ({ port }: Server, path: string): Promise<Response> => fetch(`http://127.0.0.1:${port}${path}`);
const pageOf = async (server: Server, query: string): Promise<ContactsPage> => {
  const response = await get(server, `/api/v1/contacts?board=main&${query}`);
  expect(response.status).toBe(200);
  return (await response.json()) as ContactsPage;
};
const namesOf = async (server: Server, query: string) =>
  (await pageOf(server, query)).contacts.map((line) => line.contactId);
const boardOf = async (server: Server) =>
  (await (await get(server, "/api/v1/boards/main/snapshot")).json()) as BoardSnapshot;

/** [BF1] The day's figures of each queue and what stands behind them, at one revision. */
async function expectFigures(server: Server): Promise<void> {
  const board = await boardOf(server);
  for (const { queueId: queue, today } of board.queues) {
    const count = async (figure: string, part: string): Promise<number> => {
      const page = await pageOf(server, `queue=${queue}&figure=${figure}&part=${part}&limit=500`);
      expect(page).toMatchObject({ revision: board.revision, next: null });
      return page.contacts.length;
    };
    const met = await count("serviceLevel", "numerator");
    expect([queue, met]).toEqual([queue, today.met]);
    expect([queue, met + (await count("serviceLevel", "denominator"))]).toEqual([queue, today.decided]);
    expect([queue, await count("missed", "numerator")]).toEqual([queue, today.missed]);
    expect([queue, await count("offered", "numerator")]).toEqual([queue, today.offered]);
    expect([queue, await count("handlingTime", "numerator")]).toEqual([queue, today.handled]);
  }
}

/** Four callers from 09:00 on, all gone by 09:05. */
async function morning(server: Server): Promise<void> {
  offered(server, "09:00:00", "in-time");
  answered(server, "09:00:30", "in-time");
  completed(server, "09:01:30", "in-time");
  offered(server, "09:01:00", "late");
  answered(server, "09:02:30", "late");
  completed(server, "09:03:30", "late");
  offered(server, "09:02:00", "left", "sales");
  abandoned(server, "09:02:15", "left", "sales");
  offered(server, "09:03:00", "short", "sales");
  abandoned(server, "09:03:04", "short", "sales");
  await pass(server, "09:05:00");
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pickup-contacts-"));
  nowMs = instant("09:00:00");
});
afterEach(async () => {
  await stopAll();
  rmSync(folder, { recursive: true, force: true });
});

describe("GET /api/v1/contacts", () => {
  it("[BF2] lists the contacts behind a figure, the newest arrival first, each with its reason", async () => {
    const server = await start();
    await morning(server);
    const page = await pageOf(server, "figure=serviceLevel");
    expect(page).toMatchObject({ figure: "serviceLevel", next: null, asOfMs: instant("09:05:00") });
    expect(page.contacts.map(({ contactId: id, part, why }) => [id, part, why])).toEqual([
      ["short", "neither", "abandoned-short"],
      ["left", "denominator", "abandoned"],
      ["late", "denominator", "late"],
      ["in-time", "numerator", "in-time"],
    ]);
    expect(page.contacts.at(-1)).toMatchObject({
      queueId: "support",
      arrivedAtMs: instant("09:00:00"),
      outcome: "answered",
      waitMs: 30_000,
      talkMs: 60_000,
      agentName: "ana",
      caller: { kind: "number", tail: "3456" },
    });
    expect(await namesOf(server, "figure=serviceLevel&part=denominator")).toEqual(["left", "late"]);
    expect(await namesOf(server, "figure=missed&queue=sales&part=numerator")).toEqual(["left"]);
    await pass(server, "09:15:59");
    expect(await namesOf(server, "figure=offered&minutes=15")).toEqual(["short", "left", "late"]);
    await pass(server, "09:16:00");
    expect(await namesOf(server, "figure=offered&minutes=15")).toEqual(["short", "left"]);
    await expectFigures(server);
  });

  it("[BF4] a contact that has left memory stays behind the figures, through a restart and through a kill", async () => {
    const server = await start();
    await morning(server);
    await pass(server, "11:30:00");
    offered(server, "11:30:00", "new");
    await pass(server, "11:30:10");
    await expectFigures(server);
    const names = ["new", "short", "left", "late", "in-time"];
    expect(await namesOf(server, "figure=offered")).toEqual(names);

    const neverSaved = await start(diskNow("never-saved"));
    await pass(neverSaved, "11:30:20");
    await expectFigures(neverSaved);
    expect(await namesOf(neverSaved, "figure=offered")).toEqual(names);

    await stopAll();
    const restarted = await start();
    await pass(restarted, "11:31:00");
    await expectFigures(restarted);
    expect(await namesOf(restarted, "figure=offered")).toEqual(names);
    abandoned(restarted, "11:31:30", "new");
    await pass(restarted, "14:00:00");
    await expectFigures(restarted);

    const killed = await start(diskNow("killed"));
    await pass(killed, "14:00:10");
    await expectFigures(killed);
    expect(await namesOf(killed, "figure=offered")).toEqual(names);
    expect(await namesOf(killed, "figure=missed&part=numerator")).toEqual(["new", "left"]);
  });

  it("[BF6] pages through 1,200 visits give each once, whoever arrives meanwhile", async () => {
    const first = await start();
    // Three at each instant; the first 600 leave memory, then the server is restarted.
    for (let n = 0; n < 1_200; n += 1) {
      const hour = n < 600 ? 0 : 3 * 3_600_000;
      offer(first, instant("06:00:00") + hour + Math.floor(n / 3) * 1_000, `c${n}`, n % 2 === 0 ? "support" : "sales");
      const atMs = instant("06:00:00") + hour + Math.floor(n / 3) * 1_000 + 10_000;
      tell(first, atMs, { type: "contact.abandoned", ...visit(`c${n}`, n % 2 === 0 ? "support" : "sales") });
    }
    await pass(first, "09:30:00");
    await stopAll();
    const server = await start();
    await pass(server, "09:31:00");
    expect((await boardOf(server)).total.today.offered).toBe(1_200);

    const seen: string[] = [];
    const pages: number[] = [];
    for (let after: string | null = null; ;) {
      const query = new URLSearchParams({ figure: "abandoned", part: "numerator", limit: "70" });
      if (after !== null) query.set("after", after);
      const page = await pageOf(server, query.toString());
      seen.push(...page.contacts.map((line) => line.contactId));
      pages.push(page.contacts.length);
      if (page.next === null) break;
      after = page.next;
      offered(server, "09:31:00", `late-${pages.length}`);
      await committed(server);
    }
    expect(pages.slice(0, -1).every((length) => length === 70)).toBe(true);
    expect(seen).toHaveLength(1_200);
    expect(new Set(seen).size).toBe(1_200);
    expect(new Set(seen.slice(0, 3))).toEqual(new Set(["c1197", "c1198", "c1199"]));
  }, 30_000);

  it("answers mistakes with problem documents that name what was expected and what came", async () => {
    const server = await start();
    const cases: readonly (readonly [string, number, string])[] = [
      ["board=none&figure=offered", 404, "There is no such board."],
      ["board=main&queue=none&figure=offered", 404, "There is no such queue on this board."],
      ["board=main", 400, "figure must be serviceLevel, answerRate"],
      ["board=main&figure=level", 400, '"level" came'],
      ["figure=offered&minutes=20", 400, 'minutes must be 15, 30 or 60; "20" came.'],
      ["figure=offered&limit=0", 400, 'limit must be a whole number from 1 to 500; "0" came.'],
      ["figure=offered&part=upper", 400, "part must be numerator, denominator or neither"],
      ["figure=offered&after=5", 400, 'after must be the `next` of a page; "5" came.'],
      ["figure=offered&after=NaN~[]", 400, "after must be"],
      ["figure=offered&queues=support", 400, '"queues" is no parameter here'],
    ];
    for (const [query, status, detail] of cases) {
      const response = await get(server, `/api/v1/contacts?${query}`);
      const problem = (await response.json()) as { detail: string };
      expect([query, response.status]).toEqual([query, status]);
      expect(response.headers.get("content-type")).toBe("application/problem+json");
      expect(problem.detail).toContain(detail);
    }
    expect(await pageOf(server, "figure=offered")).toMatchObject({ contacts: [], next: null });
    expect((await get(server, "/api/v1/contacts?figure=offered")).headers.get("cache-control")).toBe("no-store");
  });
});
