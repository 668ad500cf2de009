import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { join } from "node:path";
import { createCalendar } from "../../lib/calendar";
import { type App, createApp } from "../app";
import { createPipeline, type Pipeline } from "../pipeline";
import { readSettings, type Settings } from "../settings";
import { createSource } from "../sources/create-source";
import { openSqliteStore } from "../store/sqlite";
import type { EventStore } from "../store/store";
import type { CallerVault } from "../callers/caller-vault";
import { openCallerVault } from "../callers/open-vault";
import { NUMBERS_KEPT_DAYS } from "../callers/rules/retention";
import { buildId, staticDir } from "../build";
import { describeAddresses } from "./addresses";
import { type Command, type CommandIo, readArgs, refuseArgs } from "./command";
import { directoryProblem } from "./writable";

const HELP = `pickup serve [--demo] [--dev] [--config FILE]

Listens to the configured sources and serves the boards.

  --demo          the built-in simulator in place of the configured sources
  --dev           pages from Next's development server, with hot reload
  --config FILE   the configuration; otherwise PICKUP_CONFIG or pickup.config.yaml beside where it is started;
                  without any the built-in simulator plays

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
    const { settings, notes } = answer;
    const wrongDirectory = await directoryProblem(settings.dataDir);
    if (wrongDirectory !== null) {
      io.err(`pickup serve: the data directory cannot be used: ${wrongDirectory}`);
      return 1;
    }
    for (const note of notes) io.err(note);
    const code = await withStore(settings, io, (kept) => serve(settings, kept, values.dev === true, io));
    if (code === 0) io.out("Pickup has stopped.");
    return code;
  },
};

/** The event log, and who called. */
type Kept = { readonly store: EventStore; readonly vault: CallerVault };

/** Opens the event log for this process alone, and who called beside it; closes both whatever happens. */
async function withStore(settings: Settings, io: CommandIo, use: (kept: Kept) => Promise<number>): Promise<number> {
  const callers = openCallerVault({
    path: join(settings.dataDir, "callers.db"),
    keyFile: join(settings.dataDir, "caller-numbers.key"),
    numbersKeptDays: NUMBERS_KEPT_DAYS,
    clock: io.clock,
  });
  if (callers.kind === "refused") {
    io.err(`pickup serve: ${callers.message}`);
    return 1;
  }
  const { vault } = callers;
  for (const warning of callers.warnings) io.err(warning);
  try {
    const opened = openSqliteStore({ path: join(settings.dataDir, "events.db"), vault });
    if (opened.kind === "refused") {
      io.err(`pickup serve: ${opened.message}`);
      return 1;
    }
    try {
      return await use({ store: opened.store, vault });
    } finally {
      await opened.store.close();
    }
  } finally {
    vault.close();
  }
}

async function serve(settings: Settings, kept: Kept, dev: boolean, io: CommandIo): Promise<number> {
  const folded = await foldLog(settings, kept, io);
  if (folded.kind === "refused") {
    io.err(`pickup serve: ${folded.problem}`);
    return 1;
  }
  const { pipeline } = folded;
  try {
    return await serveBoards(settings, pipeline, dev, io);
  } finally {
    await pipeline.close();
  }
}

type Folded =
  { readonly kind: "folded"; readonly pipeline: Pipeline } | { readonly kind: "refused"; readonly problem: string };

async function foldLog({ site, sources, dataDir }: Settings, kept: Kept, io: CommandIo): Promise<Folded> {
  try {
    const pipeline = await createPipeline({
      site,
      calendar: createCalendar(site.timeZone, site.dayStartsAtMinute),
      sourceIds: sources.map(({ id }) => id),
      ...kept,
      clock: io.clock,
      epoch: randomBytes(4).toString("hex"),
      log: io.err,
    });
    return { kind: "folded", pipeline };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { kind: "refused", problem: `the event log in ${dataDir} cannot be read: ${why.replace(/\s+/g, " ")}` };
  }
}

async function serveBoards(settings: Settings, pipeline: Pipeline, dev: boolean, io: CommandIo): Promise<number> {
  const { clock } = io;
  const pages = dev ? await (await import("../dev-pages")).createDevPages(settings.port) : null;
  const app = createApp({
    feed: pipeline,
    clock,
    staticDir: staticDir(),
    host: settings.host,
    hostnames: [hostname()],
    origins: settings.origins,
    build: buildId(),
    say: io.err,
    ...(pages === null ? {} : { dev: pages }),
  });
  try {
    const listening = await listen(app, settings);
    if (listening.kind === "refused") {
      io.err(`pickup serve: ${listening.problem}`);
      return 1;
    }
    for (const line of describeAddresses(settings.host, listening.port)) io.out(line);
    for (const config of settings.sources) pipeline.run(createSource(config, settings.site, clock));
    await stopped(io.signal);
    return 0;
  } finally {
    await app.close();
  }
}

type Listening =
  { readonly kind: "listening"; readonly port: number } | { readonly kind: "refused"; readonly problem: string };

async function listen(app: App, settings: Settings): Promise<Listening> {
  try {
    const { port } = await app.listen(settings.port, settings.host);
    return { kind: "listening", port };
  } catch (error) {
    return { kind: "refused", problem: listenProblem(error, settings) };
  }
}

const stopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });

function listenProblem(error: unknown, { port, host }: Settings): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "EADDRINUSE") return `port ${port} on ${host} is taken; set PORT to another`;
  if (code === "EACCES") return `port ${port} may not be opened by this user; set PORT to one above 1023`;
  if (code === "EADDRNOTAVAIL") return `this machine has no address ${host}; set HOST to one of its own`;
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") {
    return `HOST must be an address of this machine or a name of one; nobody knows ${host} (${code})`;
  }
  if (code !== "") return `port ${port} on ${host} cannot be opened (${code})`;
  throw error;
}
