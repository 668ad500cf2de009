import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createCalendar } from "../lib/calendar";
import { boardOfAll } from "../lib/config";
import type { ToldEvent } from "../lib/events";
import { instant, siteOf } from "../lib/testing/scenario";
import { agentId, contactId, MAIN_BOARD, queueId, type SourceId, sourceId } from "../lib/vocabulary";
import type { Source, SourceResume, SourceSink } from "./sources/source";
import { createMemoryVault } from "./callers/memory-vault";
import { openSqliteStore } from "./store/sqlite";
import type { EventStore } from "./store/store";
import { createPipeline, type Pipeline } from "./pipeline";

let folder = "";
let vault = createMemoryVault();
let nowMs = instant("09:00:00");
const open: { pipeline: Pipeline; store: EventStore }[] = [];

/** A source whose sink the test holds. */
type HeldSource = Source & { sink: SourceSink | null; resume: SourceResume | null };
function heldSource(id: SourceId): HeldSource {
  const held: HeldSource = {
    id,
    kind: "test",
    sink: null,
    resume: null,
    probe: () => Promise.resolve(null),
    start: (sink, resume) => {
      held.sink = sink;
      held.resume = resume;
      return Promise.resolve();
    },
  };
  return held;
}

type Started = { pipeline: Pipeline; source: HeldSource };
async function start(target = {}, id = sourceId("pbx"), alertsUndelivered = () => false): Promise<Started> {
  const opened = openSqliteStore({ path: join(folder, "events.db"), vault });
  if (opened.kind === "refused") throw new Error(opened.message);
  const pipeline = await createPipeline({
    site: siteOf({ target }),
    sourceIds: [id],
    calendar: createCalendar("UTC", 0),
    store: opened.store,
    vault,
    clock: { nowMs: () => nowMs },
    alertsUndelivered,
    epoch: "test",
    log: () => undefined,
  });
  const source = heldSource(id);
  pipeline.run(source);
  open.push({ pipeline, store: opened.store });
  return { pipeline, source };
}

async function stop(): Promise<void> {
  for (const { pipeline, store } of open.splice(0)) {
    await pipeline.close();
    await store.close();
  }
}

const visit = (contact: string) => ({ queueId: queueId("support"), contactId: contactId(contact), stay: 1 });
const offered = (contact: string): ToldEvent => ({
  type: "contact.offered",
  ...visit(contact),
  channel: "voice",
  caller: null,
  via: "direct",
});
const offeredByZoe = (contact: string): ToldEvent => {
  const event = { type: "contact.offered", ...visit(contact), channel: "voice", via: "direct" } as const;
  return { ...event, caller: { number: "+4930123456", name: "Zoe" } };
};
const answered = (contact: string): ToldEvent => ({
  type: "contact.answered",
  ...visit(contact),
  agentId: agentId("ana"),
});
function tellAs(source: HeldSource, sourceKey: string, time: string, event: ToldEvent): void {
  const atMs = instant(time);
  source.sink?.events([{ sourceKey, atMs, receivedAtMs: atMs, event }]);
}
const tell = (source: HeldSource, time: string, event: ToldEvent): void =>
  tellAs(source, JSON.stringify(event), time, event);
async function committed(pipeline: Pipeline): Promise<void> {
  while (pipeline.counters().pending > 0) await delay(5);
}
const ALL = boardOfAll(MAIN_BOARD, "All queues");
const boardOf = (pipeline: Pipeline) => pipeline.snapshot(ALL);
const totalOf = (pipeline: Pipeline) => boardOf(pipeline).total;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pickup-pipeline-"));
  vault = createMemoryVault();
  nowMs = instant("09:00:00");
});
afterEach(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

describe("the pipeline", () => {
  it("[AL79] that alerts do not get out is on the boards without anything else happening, and that they do again", async () => {
    let stuck = false;
    const { pipeline } = await start({}, sourceId("pbx"), () => stuck);
    const said = () => boardOf(pipeline).alertsUndelivered;
    expect(said()).toBe(false);
    for (const now of [true, false]) {
      stuck = now;
      await expect.poll(said).toBe(now);
    }
  });

  it("what a source tells is on the board once it is in the log, the same fact once [TI5]", async () => {
    const { pipeline, source } = await start();
    tell(source, "09:00:00", offered("c1"));
    tell(source, "09:00:00", offered("c1"));
    await committed(pipeline);
    expect(totalOf(pipeline)).toMatchObject({ waiting: 1, today: { offered: 1 } });
    expect(pipeline.counters()).toMatchObject({ accepted: 1, duplicates: 1 });
  });

  it("[PV1] who calls goes into the vault, his alias into the log, and no number anywhere else", async () => {
    const { pipeline, source } = await start();
    tellAs(source, "k1", "09:00:00", offeredByZoe("c1"));
    tellAs(source, "k2", "09:00:05", offeredByZoe("c2"));
    await committed(pipeline);
    expect(boardOf(pipeline).contacts).toMatchObject({ repeatCallers: 1, repeatContacts: 2 });
    const alias = vault.find("+4930123456");
    const desk = (callers: "nothing" | "end") => pipeline.desk(ALL, { queueId: null, minutes: null }, callers);
    const [waiting] = desk("end")?.waiting ?? [];
    expect(waiting?.caller).toEqual({ kind: "number", tail: "3456" });
    expect(await pipeline.callerBehind(ALL, waiting?.key ?? "")).toBe(alias);
    expect(desk("nothing")?.waiting.map(({ caller }) => caller.kind)).toEqual(["hidden", "hidden"]);
    await stop();
    const bytes = readdirSync(folder).map((file) => readFileSync(join(folder, file), "latin1"));
    expect(bytes.join("")).toContain(alias);
    expect(bytes.join("")).not.toMatch(/30123456|Zoe/);
  });

  it("[PV1] a vault that refuses holds up the log; nothing is lost, and it goes on by itself", async () => {
    const { entrust } = vault;
    let refusals = 2;
    vault = {
      ...vault,
      entrust: (...given) => {
        refusals -= 1;
        if (refusals >= 0) throw new Error("the disk is full");
        return entrust(...given);
      },
    };
    const { pipeline, source } = await start();
    tell(source, "09:00:00", offered("c1"));
    await delay(50);
    expect(pipeline.counters()).toMatchObject({ accepted: 0, pending: 1, storeFailures: 1 });
    await committed(pipeline);
    expect(totalOf(pipeline)).toMatchObject({ waiting: 1 });
    expect(pipeline.counters()).toMatchObject({ accepted: 1, storeFailures: 2 });
  });

  it("a restart folds the day back and tells the source what is still open", async () => {
    const first = await start();
    tell(first.source, "09:00:00", offered("c1"));
    tell(first.source, "09:00:05", offered("c2"));
    tell(first.source, "09:00:10", answered("c2"));
    await committed(first.pipeline);
    await stop();
    nowMs = instant("09:00:30");
    const { pipeline, source } = await start();
    expect(totalOf(pipeline)).toMatchObject({ waiting: 1, today: { offered: 2, answered: 1 } });
    expect(source.resume?.openVisits.map(({ contactId: id, answeredAtMs }) => [id, answeredAtMs])).toEqual([
      ["c1", null],
      ["c2", instant("09:00:10")],
    ]);
    expect(source.resume?.heardUntilMs).toBe(instant("09:00:10"));
  });

  it("a restart under another target folds the log anew", async () => {
    const first = await start();
    tell(first.source, "09:00:00", offered("c1"));
    tell(first.source, "09:00:30", answered("c1"));
    await committed(first.pipeline);
    expect(totalOf(first.pipeline).today.met).toBe(1);
    await stop();
    const { pipeline } = await start({ thresholdMs: 20_000 });
    expect(totalOf(pipeline).today).toMatchObject({ offered: 1, answered: 1, met: 0 });
  });

  it("[SL3] a threshold passes without any event, and the boards are told", async () => {
    const { pipeline, source } = await start();
    tell(source, "09:00:00", offered("c1"));
    await committed(pipeline);
    expect(totalOf(pipeline)).toMatchObject({ overdue: 0 });
    const toldOf: number[] = [];
    pipeline.onChange(() => toldOf.push(totalOf(pipeline).overdue));
    nowMs = instant("09:01:00") + 1;
    await delay(250);
    expect(toldOf.at(-1) ?? 0).toBe(0);
    source.sink?.proof(nowMs);
    await delay(250);
    expect(toldOf.at(-1)).toBe(1);
  });

  it("lines of a source that is not configured any more are in the log and on no board", async () => {
    const first = await start();
    tell(first.source, "09:00:00", offered("c1"));
    await committed(first.pipeline);
    await stop();
    const { pipeline } = await start({}, sourceId("another"));
    expect(totalOf(pipeline)).toMatchObject({ waiting: 0, today: { offered: 0 } });
  });

  it("a fold that was saved while the clock was ahead is folded anew", async () => {
    const first = await start();
    tell(first.source, "09:00:00", offered("c1"));
    await committed(first.pipeline);
    nowMs = instant("09:00:00", "2027-11-22");
    await delay(250);
    expect(boardOf(first.pipeline).day).toBe("2027-11-22");
    await stop();
    nowMs = instant("09:00:30");
    const { pipeline } = await start();
    expect(boardOf(pipeline)).toMatchObject({ day: "2026-11-22", total: { waiting: 1 } });
  });

  it("it is ready once its sources were started, and puts down when they were last heard", async () => {
    const { pipeline, source } = await start();
    expect(pipeline.ready()).toBe(true);
    tell(source, "09:00:00", offered("c1"));
    await committed(pipeline);
    nowMs = instant("15:00:00");
    source.sink?.proof(nowMs);
    await stop();
    expect((await start()).source.resume?.heardUntilMs).toBe(instant("15:00:00"));
  });

  it("[UN3] live for 10 s after the last proof, stale after, live again with the next", async () => {
    const { pipeline, source } = await start();
    const state = () => pipeline.sources()[0]?.state;
    expect(state()).toBe("connecting");
    source.sink?.state("live", "");
    source.sink?.proof(nowMs);
    nowMs = instant("09:00:10");
    expect(state()).toBe("live");
    source.sink?.state("connecting", "the line was cut");
    expect(state()).toBe("connecting");
    expect(boardOf(pipeline).total.feed).toBe("live");
    nowMs += 1;
    expect(state()).toBe("stale");
    await delay(250);
    expect(boardOf(pipeline).total.feed).toBe("stale");
    source.sink?.state("live", "");
    source.sink?.proof(nowMs);
    expect(state()).toBe("live");
  });
});
