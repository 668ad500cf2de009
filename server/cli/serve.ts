import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { createCalendar } from "../../lib/calendar";
import { createApp } from "../app";
import { createPipeline, type Pipeline } from "../pipeline";
import { readSettings, type Settings } from "../settings";
import { createSource } from "../sources/create-source";
import { openSqliteStore } from "../store/sqlite";
import type { EventStore } from "../store/store";
import { buildId, staticDir } from "../build";
import { describeAddresses } from "./addresses";
import { type Command, type CommandIo, readArgs, refuseArgs } from "./command";

const HELP = `pickup serve [--demo] [--dev] [--config FILE]

Listens to the configured sources and serves the boards.

  --demo          the built-in simulator in place of the configured sources
  --dev           pages from Next's development server, with hot reload
  --config FILE   the configuration; otherwise PICKUP_CONFIG or pickup.config.yaml beside where it is started

Environment: PORT (3000), HOST (127.0.0.1), PICKUP_DATA_DIR (data/), PICKUP_ORIGINS.`;

export const serveCommand: Command = {
  name: "serve",
  summary: "listen to the sources and serve the boards",
  help: HELP,
  run: async (args, io) => {
    const read = readArgs(args, {
      options: { demo: { type: "boolean" }, dev: { type: "boolean" }, config: { type: "string" } },
      positionals: { min: 0, max: 0, what: "options only" },
    });
    if (!read.ok) return refuseArgs("serve", read.problem, io);
    const { values } = read;
    const answer = await readSettings({
      cwd: io.cwd,
      env: io.env,
      configPath: values.config ?? null,
      demo: values.demo === true,
    });
    if (!answer.ok) {
      for (const problem of answer.problems) io.err(problem);
      return 1;
    }
    return withStore(answer.settings, io, (store) => serve(answer.settings, store, values.dev === true, io));
  },
};

/** Opens the event log for this process alone, and closes it whatever happens. */
async function withStore(
  settings: Settings,
  io: CommandIo,
  use: (store: EventStore) => Promise<number>,
): Promise<number> {
  const opened = openSqliteStore({ path: join(settings.dataDir, "events.db") });
  if (opened.kind === "refused") {
    io.err(`pickup serve: ${opened.message}`);
    return 1;
  }
  try {
    return await use(opened.store);
  } finally {
    await opened.store.close();
  }
}

async function serve(settings: Settings, store: EventStore, dev: boolean, io: CommandIo): Promise<number> {
  const { site } = settings;
  const { clock } = io;
  const calendar = createCalendar(site.timeZone, site.dayStartsAtMinute);
  const pipeline = await createPipeline({
    site,
    calendar,
    sourceIds: settings.sources.map(({ id }) => id),
    store,
    clock,
    epoch: randomBytes(4).toString("hex"),
    log: io.err,
  });
  const pages = dev ? await (await import("../dev-pages")).createDevPages(settings.port) : null;
  const app = createApp({
    feed: pipeline,
    clock,
    staticDir: staticDir(),
    origins: settings.origins,
    build: buildId(),
    say: io.err,
    ...(pages === null ? {} : { dev: pages }),
  });
  try {
    const { port } = await app.listen(settings.port, settings.host);
    for (const line of describeAddresses(settings.host, port)) io.out(line);
  } catch (error) {
    io.err(`pickup serve: ${listenProblem(error, settings)}`);
    await pipeline.close();
    return 1;
  }
  for (const config of settings.sources) pipeline.run(createSource(config, site, clock));
  await stopped(io.signal);
  await closeAll(app, pipeline);
  return 0;
}

const stopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });

async function closeAll(app: { readonly close: () => Promise<void> }, pipeline: Pipeline): Promise<void> {
  await app.close();
  await pipeline.close();
}

function listenProblem(error: unknown, { port, host }: Settings): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "EADDRINUSE") return `port ${port} on ${host} is taken; set PORT to another`;
  if (code === "EACCES") return `port ${port} may not be opened by this user; set PORT to one above 1023`;
  if (code === "EADDRNOTAVAIL") return `this machine has no address ${host}; set HOST to one of its own`;
  throw error;
}
