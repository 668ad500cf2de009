import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createCalendar } from "../lib/calendar";
import { boardOfAll } from "../lib/config";
import type { Desk } from "../lib/desk/desk-types";
import type { ToldEvent } from "../lib/events";
import type { BoardSnapshot } from "../lib/metrics/snapshot-types";
import { instant, siteOf } from "../lib/testing/scenario";
import { agentId, boardId, contactId, queueId, sourceId } from "../lib/vocabulary";
import type { Access } from "./access/access";
import { type App, createApp } from "./app";
import { createPipeline, type Pipeline } from "./pipeline";
import { createMemoryVault } from "./callers/memory-vault";
import type { SourceSink } from "./sources/source";
import { createMemoryStore } from "./store/memory";
import { demoParts } from "./testing/demo-parts";

const PBX = sourceId("pbx");
const SALES_BOARD = { ...boardOfAll(boardId("sales"), "Sales"), queueIds: [queueId("sales")] };
const QUEUES = siteOf({ queues: [{ id: "support" }, { id: "sales" }] });
const SITE = { ...QUEUES, boards: [...QUEUES.boards, SALES_BOARD] };

let nowMs = 0;
let pipeline: Pipeline;
let access: Access;
let app: App;
let port = 0;
let sink: SourceSink;

beforeEach(async () => {
  nowMs = instant("09:00:00");
  const vault = createMemoryVault();
  const clock = { nowMs: () => nowMs };
  pipeline = await createPipeline({
    site: SITE,
    sourceIds: [PBX],
    calendar: createCalendar("UTC", 0),
    store: createMemoryStore(),
    vault,
    clock,
    epoch: "a.b",
    log: () => undefined,
  });
  pipeline.run({
    id: PBX,
    kind: "test",
    probe: () => Promise.resolve(null),
    start: (given) => {
      sink = given;
      return Promise.resolve();
    },
  });
  sink.state("live", "");
  sink.proof(nowMs);
  const parts = demoParts(vault);
  ({ access } = parts);
  app = createApp({ ...parts, feed: pipeline, clock, staticDir: "nowhere", origins: [], build: "test" });
  ({ port } = await app.listen(0, "127.0.0.1"));
});
afterEach(async () => {
  await app.close();
  access.close();
  await pipeline.close();
});

const visit = (contact: string, queue: string) => ({ queueId: queueId(queue), contactId: contactId(contact), stay: 1 });
async function told(time: string, event: ToldEvent): Promise<void> {
  const atMs = instant(time);
  nowMs = atMs;
  sink.events([{ sourceKey: JSON.stringify(event), atMs, receivedAtMs: atMs, event }]);
  while (pipeline.counters().pending > 0) await delay(5);
}
const offered = (time: string, contact: string, queue: string) =>
  told(time, {
    type: "contact.offered",
    ...visit(contact, queue),
    channel: "voice",
    caller: { number: "+4930123456", name: "Maria" },
    via: "direct",
  });
const answered = (time: string, contact: string, queue: string) =>
  told(time, { type: "contact.answered", ...visit(contact, queue), agentId: agentId("ana") });

const ask = (path: string): Promise<Response> => fetch(`http://127.0.0.1:${port}/api/v1/boards/${path}`);
async function deskOf(path: string): Promise<Desk> {
  const response = await ask(path);
  expect(response.status).toBe(200);
  return (await response.json()) as Desk;
}

describe("GET /api/v1/boards/{id}/desk", () => {
  it("[DK1] tells of the board or one queue of it, today or the last minutes, at the board's own revision", async () => {
    await told("09:00:00", {
      type: "agent.joined",
      agentId: agentId("ana"),
      queueId: queueId("support"),
      name: "Ana Ruiz",
      penalty: null,
    });
    await offered("09:00:00", "c1", "support");
    await answered("09:00:10", "c1", "support");
    await offered("09:20:00", "c2", "sales");
    const board = (await (await ask("main/snapshot")).json()) as BoardSnapshot;
    const total = await deskOf("main/desk");
    expect(total).toMatchObject({ boardId: "main", queueId: null, minutes: null, revision: board.revision });
    expect(total.figures).toEqual(board.total.today);
    expect(total.agents).toMatchObject([{ name: "Ana Ruiz", answeredToday: 1 }]);
    expect(total.waiting).toMatchObject([{ queueId: "sales", today: { contacts: 2, missed: 0 } }]);
    const support = await deskOf("main/desk?queue=support&minutes=15");
    expect(support).toMatchObject({ queueId: "support", minutes: 15, figures: { offered: 0 }, waiting: [] });
    expect((await deskOf("main/desk?queue=support&minutes=30")).figures.answered).toBe(1);
    expect(await deskOf("sales/desk")).toMatchObject({ boardId: "sales", figures: { offered: 1 }, agents: [] });
  });

  it("[PV1] of a caller's number its end is told, of his name nothing", async () => {
    await offered("09:00:00", "c1", "support");
    const text = await (await ask("main/desk")).text();
    expect(text).toContain('"caller":{"kind":"number","tail":"3456"}');
    expect(text).not.toContain("123456");
    expect(text).not.toContain("Maria");
  });

  it("says nothing to who has it already, until something changes", async () => {
    await offered("09:00:00", "c1", "support");
    const { revision } = await deskOf("main/desk?queue=support");
    const have = `${revision.epoch}.${revision.number}`;
    const same = await ask(`main/desk?queue=support&have=${have}`);
    expect([same.status, await same.text(), same.headers.get("content-length")]).toEqual([204, "", null]);
    expect(same.headers.get("cache-control")).toBe("no-store");
    expect((await deskOf("main/desk?queue=support&have=another.1")).revision).toEqual(revision);
    await answered("09:00:10", "c1", "support");
    const changed = await deskOf(`main/desk?queue=support&have=${have}`);
    expect(changed.revision.number).toBeGreaterThan(revision.number);
    expect(changed).toMatchObject({ waiting: [], figures: { answered: 1 } });
  });

  it("one revision's desk is built once, whoever asks", async () => {
    await offered("09:00:00", "c1", "support");
    const [board] = SITE.boards;
    if (board === undefined) throw new Error("the site has no board");
    const question = { queueId: null, minutes: 15 } as const;
    const first = pipeline.desk(board, question, "end");
    expect(pipeline.desk({ ...board }, { ...question }, "end")).toBe(first);
    for (let n = 0; n < 60; n += 1) {
      const queue = queueId(n % 2 === 0 ? "sales" : `none-${n}`);
      expect(pipeline.desk(board, { ...question, queueId: queue }, "end") === null).toBe(n % 2 !== 0);
    }
    await answered("09:00:10", "c1", "support");
    expect(pipeline.desk(board, question, "end")).not.toBe(first);
  });

  it("[SL3] [UN3] who waits past the threshold, and figures nobody proves, are told without any event", async () => {
    await offered("09:00:00", "c1", "support");
    expect((await deskOf("main/desk")).waiting).toMatchObject([{ overdue: false }]);
    nowMs = instant("09:01:00") + 1;
    sink.proof(nowMs);
    await delay(250);
    expect(await deskOf("main/desk")).toMatchObject({ feed: "live", waiting: [{ overdue: true }] });
    nowMs += 10_001;
    await delay(250);
    expect(await deskOf("main/desk")).toMatchObject({ feed: "stale" });
  });

  it("answers mistakes with problem documents that name what was expected", async () => {
    const cases: readonly (readonly [string, number, string])[] = [
      ["none/desk", 404, "There is no such board."],
      ["__proto__/desk", 404, "There is no such board."],
      ["none/desk?have=a.b.0", 404, "There is no such board."],
      ["main/desk?queue=none", 404, "There is no such queue on this board."],
      ["sales/desk?queue=support", 404, "There is no such queue on this board."],
      ["main/desk?minutes=20", 400, 'minutes must be 15, 30 or 60; "20" came.'],
      ["main/desk?minutes=", 400, "minutes must be 15, 30 or 60"],
      ["main/desk?queue=", 400, 'queue must be a name; "" came.'],
      ["main/desk?window=15", 400, '"window" is no parameter here (queue, minutes, have).'],
    ];
    for (const [path, status, detail] of cases) {
      const response = await ask(path);
      expect([path, response.status]).toEqual([path, status]);
      expect(response.headers.get("content-type")).toBe("application/problem+json");
      expect(((await response.json()) as { detail: string }).detail).toContain(detail);
    }
  });
});
