import { join } from "node:path";
import { vi } from "vitest";
import type { AlertRule } from "../../../lib/alerts/alert-rule";
import { createCalendar } from "../../../lib/calendar";
import { boardOfAll, type SiteConfig } from "../../../lib/config";
import type { ToldEvent } from "../../../lib/events";
import type { BoardSnapshot } from "../../../lib/metrics/snapshot-types";
import { instant, siteOf } from "../../../lib/testing/scenario";
import { agentId, boardId, contactId, MAIN_BOARD, queueId, sourceId } from "../../../lib/vocabulary";
import type { CallerVault } from "../../callers/caller-vault";
import { createMemoryVault } from "../../callers/memory-vault";
import { systemClock } from "../../clock";
import type { FoldObserver } from "../../missed/inbox/inbox";
import { createPipeline, type Pipeline } from "../../pipeline";
import { completeAlerts } from "../../settings/complete/alerts";
import type { SourceSink } from "../../sources/source";
import { openOwnDatabase, type OwnDatabase } from "../../store/libsql/own-database";
import { openSqliteStore } from "../../store/sqlite";
import { quietAlerts } from "../../testing/quiet-alerts";
import type { RunningAlerts } from "../create-alerts";
import { ALERTS_FORM, alertStoreIn, type AlertStore } from "../store/open-alerts";

const PBX = sourceId("pbx");
const SUPPORT = boardId("support");
const SALES = boardId("sales");
const SECOND_MS = 1_000;

/** Fires once three have waited for ten seconds, and ends five seconds after that is over. */
export const THREE_WAIT: AlertRule = {
  id: "three-wait",
  name: "Three wait",
  severity: "warning",
  scope: { kind: "each-queue", queueIds: null },
  condition: { kind: "waiting", raise: 3, clear: 1 },
  forMs: 10_000,
  keepFiringMs: 5_000,
  channelIds: null,
  enabled: true,
};

export function floorSite(): SiteConfig {
  const site = siteOf({ queues: [{ id: "support" }, { id: "sales" }] });
  const own = [SUPPORT, SALES].map((id) => ({ ...boardOfAll(id, id), queueIds: [queueId(id)] }));
  return { ...site, boards: [boardOfAll(MAIN_BOARD, "All"), ...own] };
}

/** A real pipeline over a real log and real alerts, in a folder; the test says what happens and lets time pass. */
export type WatchedFloor = {
  readonly pipeline: Pipeline;
  readonly alerts: RunningAlerts;
  readonly store: AlertStore;
  readonly db: OwnDatabase;
  readonly said: readonly string[];
  readonly board: (id?: "main" | "support" | "sales") => BoardSnapshot;
  readonly offered: (queue: string, ...contacts: readonly string[]) => void;
  readonly answered: (queue: string, ...contacts: readonly string[]) => void;
  readonly tell: (event: ToldEvent) => void;
  /** Lets whole seconds pass under the fake clock; the source is heard in each of them. */
  readonly pass: (seconds: number) => Promise<void>;
  /** The same without a word of the source. */
  readonly passUnheard: (seconds: number) => Promise<void>;
  readonly stop: () => Promise<void>;
};

export type WatchedFloorParts = {
  readonly folder: string;
  readonly rules?: readonly AlertRule[];
  readonly channels?: readonly string[];
  readonly site?: SiteConfig;
  /** Left out: a new one, which knows nobody. */
  readonly vault?: CallerVault;
  readonly observers?: (store: AlertStore) => readonly FoldObserver[];
};

export async function openWatchedFloor({
  folder,
  rules = [THREE_WAIT],
  channels = ["leads"],
  site = floorSite(),
  vault = createMemoryVault(),
  observers = () => [],
}: WatchedFloorParts): Promise<WatchedFloor> {
  const log = openSqliteStore({ path: join(folder, "events.db"), vault });
  if (log.kind === "refused") throw new Error(log.message);
  const opened = openOwnDatabase(join(folder, "alerts.db"), ALERTS_FORM);
  if (opened.kind === "refused") throw new Error(opened.message);
  const store = alertStoreIn(opened.db);
  const said: string[] = [];
  const alerts = quietAlerts({
    store,
    log: log.store,
    site,
    sourceIds: [PBX],
    defaults: rules,
    settings: completeAlerts({
      channels: channels.map((id) => ({ id, kind: "slack", url: "https://slack.example/" })),
    }),
    say: (line) => void said.push(line),
  });
  const pipeline = await createPipeline({
    site,
    calendar: createCalendar("UTC", 0),
    sourceIds: [PBX],
    store: log.store,
    vault,
    clock: systemClock,
    watcher: alerts,
    observers: observers(store),
    epoch: "test",
    log: () => undefined,
  });
  const sinks: SourceSink[] = [];
  pipeline.run({
    id: PBX,
    kind: "test",
    probe: () => Promise.resolve(null),
    start: (given) => Promise.resolve(void sinks.push(given)),
  });
  const [sink] = sinks;
  if (sink === undefined) throw new Error("the source was not started");
  sink.state("live", "");
  sink.proof(Date.now());

  const tell = (event: ToldEvent): void => {
    const atMs = Date.now();
    sink.events([{ sourceKey: JSON.stringify([event, atMs]), atMs, receivedAtMs: atMs, event }]);
  };
  const pass = async (seconds: number, isHeard: boolean): Promise<void> => {
    for (let second = 0; second < seconds; second += 1) {
      await vi.advanceTimersByTimeAsync(SECOND_MS);
      if (isHeard) sink.proof(Date.now());
    }
  };
  return {
    pipeline,
    alerts,
    store,
    db: opened.db,
    said,
    board: (id = "main") => {
      const config = site.boards.find((board) => board.id === boardId(id));
      if (config === undefined) throw new Error(`there is no board ${id}`);
      return pipeline.snapshot(config);
    },
    tell,
    offered: (queue, ...contacts) => {
      for (const contact of contacts) {
        tell({ type: "contact.offered", ...visit(queue, contact), channel: "voice", caller: null, via: "direct" });
      }
    },
    answered: (queue, ...contacts) => {
      for (const contact of contacts)
        tell({ type: "contact.answered", ...visit(queue, contact), agentId: agentId("ann") });
    },
    pass: (seconds) => pass(seconds, true),
    passUnheard: (seconds) => pass(seconds, false),
    stop: async () => {
      await pipeline.close();
      alerts.close();
      store.close();
      await log.store.close();
    },
  };
}

const visit = (queue: string, contact: string) => ({ queueId: queueId(queue), contactId: contactId(contact), stay: 1 });

export const NINE_MS = instant("09:00:00");
