import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createCalendar } from "../../lib/calendar";
import { bareSite } from "../../lib/config";
import type { SourceEvent } from "../../lib/events";
import { sourceId } from "../../lib/vocabulary";
import { createApp } from "../../server/app";
import { systemClock } from "../../server/clock";
import { createPipeline } from "../../server/pipeline";
import type { Source } from "../../server/sources/source";
import { openSqliteStore } from "../../server/store/sqlite";
import { openVault } from "./open-vault";
import { demoParts } from "../../server/testing/demo-parts";

/**
 * Run as a process: the server itself, with a source that takes events as JSON lines on standard input. Once a line
 * is in the log its key is printed: that is what "accepted" means.
 */
const [dataDir = "", portText = "0", timeZone = "UTC"] = process.argv.slice(2);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const vault = openVault(dataDir);
const opened = openSqliteStore({ path: join(dataDir, "events.db"), vault });
if (opened.kind === "refused") throw new Error(opened.message);
const { store } = opened;
const site = bareSite("Faults", timeZone);
const pipeline = await createPipeline({
  site,
  calendar: createCalendar(timeZone, 0),
  sourceIds: [sourceId("lines")],
  store: {
    ...store,
    append: async (events) => {
      const lines = await store.append(events);
      for (const { sourceKey } of events) say(`accepted ${sourceKey}`);
      return lines;
    },
  },
  vault,
  clock: systemClock,
  epoch: randomBytes(4).toString("hex"),
  log: say,
});
const lineSource: Source = {
  id: sourceId("lines"),
  kind: "lines",
  probe: () => Promise.resolve(null),
  start: (sink) => {
    sink.state("live", "");
    const proving = setInterval(() => sink.proof(systemClock.nowMs()), 1_000);
    proving.unref();
    createInterface({ input: process.stdin }).on("line", (line) => sink.events([JSON.parse(line) as SourceEvent]));
    return Promise.resolve();
  },
};
const app = createApp({
  ...demoParts(vault),
  feed: pipeline,
  clock: systemClock,
  staticDir: dataDir,
  origins: [],
  build: "faults",
});
await app.listen(Number(portText), "127.0.0.1");
pipeline.run(lineSource);
