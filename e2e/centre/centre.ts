import path from "node:path";
import { createCalendar } from "../../lib/calendar";
import type { SiteConfig } from "../../lib/config";
import type { BoardSnapshot } from "../../lib/metrics/snapshot-types";
import { MAIN_BOARD } from "../../lib/vocabulary";
import { createApp } from "../../server/app";
import { createMemoryVault } from "../../server/callers/memory-vault";
import type { Clock } from "../../server/clock";
import { createPipeline } from "../../server/pipeline";
import { decodeSettings } from "../../server/settings/decode";
import { describeProblem } from "../../server/settings/problem";
import { createSource } from "../../server/sources/create-source";
import type { Source } from "../../server/sources/source";
import { createMemoryStore } from "../../server/store/memory";
import { demoParts } from "../../server/testing/demo-parts";
import { ROOT, until } from "../harness";

/** A clock that stands until it is set. */
export type SetClock = Clock & { readonly set: (atMs: number) => void };

export function standingClock(atMs: number): SetClock {
  let nowMs = atMs;
  return {
    nowMs: () => nowMs,
    set: (to) => {
      nowMs = to;
    },
  };
}

/** A whole Pickup within the test: real pages, sockets, pipeline; the clock and the sources are the test's. */
export type Centre = {
  readonly url: string;
  readonly snapshot: () => BoardSnapshot;
  readonly close: () => Promise<void>;
};

export type CentreOptions = {
  /** As in pickup.config.yaml. */
  readonly config: string;
  readonly clock: Clock;
  /** In place of the configured sources. */
  readonly sources?: (site: SiteConfig) => readonly Source[];
};

/** Starts it and waits until its sources have told the day so far. The pages must be built. */
export async function startCentre({ config, clock, sources }: CentreOptions): Promise<Centre> {
  const decoded = decodeSettings(config, {}, { machineTimeZone: "UTC" });
  if (!decoded.ok) throw new Error(decoded.problems.map((each) => describeProblem(each, "config")).join("\n"));
  const { site } = decoded.settings;
  const told = sources?.(site) ?? decoded.settings.sources.map((source) => createSource(source, site, clock));
  const store = createMemoryStore();
  const vault = createMemoryVault();
  const pipeline = await createPipeline({
    site,
    calendar: createCalendar(site.timeZone, site.dayStartsAtMinute),
    sourceIds: told.map(({ id }) => id),
    store,
    vault,
    clock,
    epoch: "centre",
    log: () => undefined,
  });
  const demo = demoParts(vault);
  const staticDir = path.join(ROOT, "out");
  const app = createApp({
    ...demo,
    feed: pipeline,
    missed: pipeline.missed,
    clock,
    staticDir,
    origins: [],
    build: "centre",
  });
  const { port } = await app.listen(0, "127.0.0.1");
  for (const source of told) pipeline.run(source);
  const read = (): BoardSnapshot => {
    const board = site.boards.find(({ id }) => id === MAIN_BOARD);
    if (board === undefined) throw new Error("There is no main board");
    return pipeline.snapshot(board);
  };
  await until("the day so far is folded", () => (read().sources.every(({ state }) => state === "live") ? true : null));
  return {
    url: `http://127.0.0.1:${port}`,
    snapshot: read,
    close: async () => {
      await app.close();
      demo.access.close();
      await pipeline.close();
      await store.close();
    },
  };
}
