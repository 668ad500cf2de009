import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, expect } from "vitest";
import { createCalendar } from "../../lib/calendar";
import type { ContactsPage } from "../../lib/desk/contact-types";
import type { ToldEvent } from "../../lib/events";
import type { BoardSnapshot } from "../../lib/metrics/snapshot-types";
import { instant, siteOf } from "../../lib/testing/scenario";
import { agentId, contactId, queueId, sourceId } from "../../lib/vocabulary";
import type { Access } from "../access/access";
import { type App, createApp } from "../app";
import { createPipeline, type Pipeline } from "../pipeline";
import type { SourceSink } from "../sources/source";
import { createMemoryVault } from "../callers/memory-vault";
import { openSqliteStore } from "../store/sqlite";
import type { EventStore } from "../store/store";
import { demoParts } from "./demo-parts";

const PBX = sourceId("pbx");
const SITE = siteOf({ queues: [{ id: "support" }, { id: "sales", target: { thresholdMs: 20_000 } }] });

let folder = "";
let vault = createMemoryVault();
let nowMs = 0;
type Server = { pipeline: Pipeline; store: EventStore; access: Access; app: App; port: number; sink: SourceSink };
const running: Server[] = [];

export async function start(directory = "first"): Promise<Server> {
  const opened = openSqliteStore({ path: join(folder, directory, "pickup.db"), vault });
  if (opened.kind === "refused") throw new Error(opened.message);
  const { store } = opened;
  const clock = { nowMs: () => nowMs };
  const pipeline = await createPipeline({
    site: SITE,
    sourceIds: [PBX],
    calendar: createCalendar("UTC", 0),
    store,
    vault,
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
  const parts = demoParts(vault);
  const app = createApp({ ...parts, feed: pipeline, clock, staticDir: folder, origins: [], build: "test" });
  const { port } = await app.listen(0, "127.0.0.1");
  const server = { pipeline, store, access: parts.access, app, port, sink };
  running.push(server);
  return server;
}

async function stop({ app, access, pipeline, store }: Server): Promise<void> {
  await app.close();
  access.close();
  await pipeline.close();
  await store.close();
}
export async function stopAll(): Promise<void> {
  for (const server of running.splice(0)) await stop(server);
}

/** What a `kill -9` at this moment leaves on the disk, as the data of another server. */
export function diskNow(to: string): string {
  mkdirSync(join(folder, to));
  for (const file of ["pickup.db", "pickup.db-wal"]) {
    const path = join(folder, "first", file);
    if (existsSync(path)) copyFileSync(path, join(folder, to, file));
  }
  return to;
}

export async function committed({ pipeline }: Server): Promise<void> {
  while (pipeline.counters().pending > 0) await delay(5);
}
/** Time passes, the source is heard, and the board knows of it. */
export async function pass(server: Server, time: string): Promise<void> {
  nowMs = instant(time);
  server.sink.state("live", "");
  server.sink.proof(nowMs);
  await committed(server);
  await delay(250);
}
const visit = (contact: string, queue: string) => ({
  queueId: queueId(queue),
  contactId: contactId(contact),
  stay: 1,
});
function tell({ sink }: Server, atMs: number, event: ToldEvent): void {
  sink.events([{ sourceKey: JSON.stringify(event), atMs, receivedAtMs: atMs, event }]);
}
export function offer(server: Server, atMs: number, contact: string, queue = "support"): void {
  const caller = { number: "+4930123456", name: null };
  tell(server, atMs, { type: "contact.offered", ...visit(contact, queue), channel: "voice", caller, via: "direct" });
}
export const offered = (server: Server, time: string, contact: string, queue?: string) =>
  offer(server, instant(time), contact, queue);
export const answered = (server: Server, time: string, contact: string, queue = "support") =>
  tell(server, instant(time), { type: "contact.answered", ...visit(contact, queue), agentId: agentId("ana") });
export const completed = (server: Server, time: string, contact: string, queue = "support") =>
  tell(server, instant(time), {
    type: "contact.completed",
    ...visit(contact, queue),
    agentId: null,
    talkMs: 60_000,
    holdMs: null,
    wrapUpMs: null,
    endedBy: "caller",
  });
export function abandon(server: Server, atMs: number, contact: string, queue = "support"): void {
  tell(server, atMs, { type: "contact.abandoned", ...visit(contact, queue) });
}
export const abandoned = (server: Server, time: string, contact: string, queue?: string) =>
  abandon(server, instant(time), contact, queue);

export const get = ({ port }: Server, path: string): Promise<Response> => fetch(`http://127.0.0.1:${port}${path}`);
export const pageOf = async (server: Server, query: string): Promise<ContactsPage> => {
  const response = await get(server, `/api/v1/contacts?board=main&${query}`);
  expect(response.status).toBe(200);
  return (await response.json()) as ContactsPage;
};
export const namesOf = async (server: Server, query: string) =>
  (await pageOf(server, query)).contacts.map((line) => line.contactId);
export const boardOf = async (server: Server) =>
  (await (await get(server, "/api/v1/boards/main/snapshot")).json()) as BoardSnapshot;

/** [BF1] The day's figures of each queue and what stands behind them, at one revision. */
export async function expectFigures(server: Server): Promise<void> {
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
export async function morning(server: Server): Promise<void> {
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

/** A folder for each test, in which every server ends with it; it is 09:00. */
export function useServedContacts(): void {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "pickup-contacts-"));
    vault = createMemoryVault();
    nowMs = instant("09:00:00");
  });
  afterEach(async () => {
    await stopAll();
    rmSync(folder, { recursive: true, force: true });
  });
}
