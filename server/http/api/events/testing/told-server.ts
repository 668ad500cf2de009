import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { createCalendar } from "../../../../../lib/calendar";
import { boardOfAll } from "../../../../../lib/config";
import { advanceTo, hearFrom } from "../../../../../lib/metrics/advance";
import { applyEvent } from "../../../../../lib/metrics/fold";
import type { BoardSnapshot } from "../../../../../lib/metrics/snapshot-types";
import { boardOf, instant, newFold, siteOf } from "../../../../../lib/testing/scenario";
import { MAIN_BOARD, sourceId } from "../../../../../lib/vocabulary";
import { entrustEvents } from "../../../../callers/entrust-events";
import { createMemoryVault } from "../../../../callers/memory-vault";
import { createPipeline } from "../../../../pipeline";
import { createSource } from "../../../../sources/create-source";
import { readCloudEvent } from "../../../../sources/http/events/cloud-event";
import { createEventIntake } from "../../../../sources/http/event-intake";
import { openSqliteStore } from "../../../../store/sqlite";
import type { EventStore } from "../../../../store/store";
import { startCentre } from "../../../testing/centre";
import type { Who } from "../../../testing/cast";
import { BATCH, type Sent } from "./morning";

const SITE = siteOf({ queues: [{ id: "support" }, { id: "sales", target: { thresholdMs: 20_000 } }] });
const ALL = boardOfAll(MAIN_BOARD, "All queues");
const SOURCES = ["crm", "pbx"].map(sourceId);

export type Told = { readonly status: number; readonly json: unknown; readonly headers: Headers };
export type SendOptions = {
  readonly type?: string;
  readonly who?: Who;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
};
export type ToldServer = Awaited<ReturnType<typeof startToldServer>>;

export type ToldServerParts = {
  /** Where its log lies; left out: a folder of its own. */
  readonly folder?: string;
  readonly vault?: ReturnType<typeof createMemoryVault>;
  /** Stands between the server and its log. */
  readonly disk?: (store: EventStore) => Pick<EventStore, "append">;
};

/** A whole server over a real log, with two sources of kind http; it is 09:30. */
export async function startToldServer({
  folder,
  vault = createMemoryVault(),
  disk = (store) => store,
}: ToldServerParts = {}) {
  const own = folder ?? mkdtempSync(join(tmpdir(), "pickup-told-"));
  const opened = openSqliteStore({ path: join(own, "events.db"), vault });
  if (opened.kind === "refused") throw new Error(opened.message);
  const { store } = opened;
  let nowMs = instant("09:30:00");
  const clock = { nowMs: () => nowMs };
  const logged: string[] = [];
  const pipeline = await createPipeline({
    site: SITE,
    sourceIds: SOURCES,
    calendar: createCalendar("UTC", 0),
    store: { ...store, ...disk(store) },
    vault,
    clock,
    epoch: "test",
    log: (line) => logged.push(line),
  });
  const configs = SOURCES.map((id) => ({ kind: "http", id, silentAfterMs: null }) as const);
  const intake = createEventIntake(configs, pipeline.keep);
  const centre = await startCentre({ feed: pipeline, vault, clock, intake });
  for (const config of configs) pipeline.run(createSource(config, SITE, clock, intake));

  const send = async (body: string | Buffer, options: SendOptions = {}): Promise<Told> => {
    const { type = BATCH, who = "token:ingest", query = "", headers = {} } = options;
    const response = await fetch(`http://127.0.0.1:${centre.port}/api/v1/events${query}`, {
      method: "POST",
      body: typeof body === "string" ? body : new Uint8Array(body),
      headers: { ...centre.as(who).socketHeaders(), "content-type": type, ...headers },
    });
    const text = await response.text();
    return {
      status: response.status,
      json: text === "" ? null : (JSON.parse(text) as unknown),
      headers: response.headers,
    };
  };

  /** Sends as the body comes, without saying how long it is. */
  const sendStream = (body: ReadableStream<Uint8Array>): Promise<Response> => {
    const streamed = { body, duplex: "half" };
    return fetch(`http://127.0.0.1:${centre.port}/api/v1/events`, {
      method: "POST",
      headers: { ...centre.as("token:ingest").socketHeaders(), "content-type": BATCH },
      ...streamed,
    });
  };

  return {
    pipeline,
    store,
    sendStream,
    vault,
    intake,
    logged,
    send,
    pass: (time: string) => void (nowMs = instant(time)),
    /** What stands in the log, all of it. */
    lines: () => store.readAfter(0, 100_000),
    /** The board as of now, everything that was told on it. */
    board: async (): Promise<BoardSnapshot> => {
      expect((await send("[]", { query: "?source=crm" })).status).toBe(202);
      await expect.poll(() => pipeline.snapshot(ALL).asOfMs).toBe(nowMs);
      return pipeline.snapshot(ALL);
    },
    /** What a `kill -9` at this moment leaves on the disk, as another server's folder. */
    diskNow: (): string => {
      const to = join(own, `after-${nowMs}`);
      mkdirSync(to);
      for (const file of ["events.db", "events.db-wal"].filter((one) => existsSync(join(own, one)))) {
        copyFileSync(join(own, file), join(to, file));
      }
      return to;
    },
    stop: async () => {
      await centre.stop();
      await pipeline.close();
      await store.close();
      if (folder === undefined) rmSync(own, { recursive: true, force: true });
    },
  };
}

/** The board of these events folded one by one, without a server. */
export function foldedDirectly(
  events: readonly Sent[],
  vault: ReturnType<typeof createMemoryVault>,
  time: string,
): BoardSnapshot {
  const fold = newFold(SITE);
  const nowMs = instant(time);
  for (const [index, one] of events.entries()) {
    const read = readCloudEvent(one, { sourceIds: SOURCES, nowMs });
    if (read.kind === "wrong") throw new Error(read.problem.said);
    const [kept] = entrustEvents(vault, [{ ...read.event, sourceId: read.sourceId }], nowMs);
    if (kept !== undefined) applyEvent(fold, { ...kept, seq: index + 1 });
  }
  for (const id of SOURCES) hearFrom(fold, id, nowMs);
  advanceTo(fold, nowMs);
  return boardOf(fold);
}

/** What a board says of contacts and people. */
export const figuresOf = ({ total, queues, contacts, gaps }: BoardSnapshot) => ({ total, queues, contacts, gaps });
