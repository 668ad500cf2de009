import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { createCalendar } from "../../lib/calendar";
import { logLine } from "../../lib/names/log-line";
import { createApp } from "../app";
import { buildId, staticDir } from "../build";
import { createNumberReader } from "../callers/rules/normal-number";
import { createSharedNumbers } from "../callers/shared-numbers";
import { createSetupLink } from "../access/setup-link";
import { readPair, watchCertificate } from "../http/ways/certificate";
import type { CertificatePair } from "../http/ways/http-server";
import { createPipeline, type Pipeline } from "../pipeline";
import { readSettings, type Settings } from "../settings";
import { createSource } from "../sources/create-source";
import { createEventIntake } from "../sources/http/event-intake";
import { addressesOf, greeting, setupLines } from "./addresses";
import { plainWarning } from "./check-edges";
import { type Command, type CommandIo, readArgs, refuseArgs } from "./command";
import { type Alerting, createAlerting } from "./serving/alerting";
import { companySignInOf } from "./serving/company-sign-in";
import { forgetNumbers } from "./serving/forget-numbers";
import { listen } from "./serving/listening";
import { type OpenedParts, withOpenedParts } from "./serving/opened-parts";
import { directoryProblem } from "./writable";

const HELP = `pickup serve [--demo] [--dev] [--config FILE]

Listens to the configured sources and serves the boards.

  --demo          the built-in simulator in place of the configured sources
  --dev           pages from Next's development server, with hot reload
  --config FILE   the configuration; otherwise PICKUP_CONFIG or pickup.config.yaml beside where it is started;
                  without any the built-in simulator plays

Environment: PORT (3000), HOST (127.0.0.1), PICKUP_DATA_DIR (data/), PICKUP_ORIGINS, PICKUP_KEY_FILE (in data/).`;

export const serveCommand: Command = {
  name: "serve",
  summary: "listen to the sources and serve the boards",
  help: HELP,
  run: async (args, surroundings) => {
    const io: CommandIo = { ...surroundings, err: (text) => surroundings.err(logLine(text)) };
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
    const tls = readTls(settings);
    if (tls.kind === "refused") {
      io.err(`pickup serve: ${tls.problem}`);
      return 1;
    }
    const serving = { settings, tls: tls.pair, dev: values.dev === true };
    const code = await withOpenedParts(settings, io, (parts) => serve(serving, parts, io));
    if (code === 0) io.out("Pickup has stopped.");
    return code;
  },
};

type Serving = {
  readonly settings: Settings;
  /** The certificate; null: not encrypted here. */
  readonly tls: CertificatePair | null;
  readonly dev: boolean;
};

type ReadTls =
  | { readonly kind: "read"; readonly pair: CertificatePair | null }
  | { readonly kind: "refused"; readonly problem: string };

const readTls = ({ tls }: Settings): ReadTls => (tls === null ? { kind: "read", pair: null } : readPair(tls));

async function serve(serving: Serving, parts: OpenedParts, io: CommandIo): Promise<number> {
  const alerting = await createAlerting(serving.settings, { ...parts, clock: io.clock, say: io.err });
  try {
    const folded = await foldLog(serving.settings, parts, alerting, io);
    if (folded.kind === "refused") {
      io.err(`pickup serve: ${folded.problem}`);
      return 1;
    }
    const { pipeline } = folded;
    try {
      return await serveBoards(serving, { ...parts, alerting }, pipeline, io);
    } finally {
      await pipeline.close();
    }
  } finally {
    await alerting.stop();
  }
}

type Folded =
  { readonly kind: "folded"; readonly pipeline: Pipeline } | { readonly kind: "refused"; readonly problem: string };

async function foldLog(
  { site, sources, dataDir, missed, callers }: Settings,
  parts: OpenedParts,
  { alerts, observers, undelivered }: Alerting,
  io: CommandIo,
): Promise<Folded> {
  try {
    const pipeline = await createPipeline({
      site,
      calendar: createCalendar(site.timeZone, site.dayStartsAtMinute),
      sourceIds: sources.map(({ id }) => id),
      store: parts.store,
      vault: parts.vault,
      clock: io.clock,
      watcher: alerts,
      observers,
      alertsUndelivered: undelivered,
      isShared: createSharedNumbers(parts.vault, callers.shared, createNumberReader(callers.numbers)),
      missed,
      epoch: randomBytes(4).toString("hex"),
      log: io.err,
    });
    return { kind: "folded", pipeline };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { kind: "refused", problem: `the event log in ${dataDir} cannot be read: ${why.replace(/\s+/g, " ")}` };
  }
}

async function serveBoards(
  { settings, tls, dev }: Serving,
  { access, vault, demo, alerting }: OpenedParts & { readonly alerting: Alerting },
  pipeline: Pipeline,
  io: CommandIo,
): Promise<number> {
  const { clock, err: say } = io;
  const { host, origins, trustedProxies, frameAncestors, sources, site } = settings;
  const pages = dev ? await (await import("../dev-pages")).createDevPages(settings.port) : null;
  let addresses = addressesOf({ host, port: settings.port, secure: tls !== null, origins });
  const setupLink = createSetupLink({
    isSetUp: () => demo || access.accounts.isSetUp(),
    clock,
    tell: (token) => setupLines(addresses, token).forEach(io.out),
  });
  const companySignIn = demo ? null : await companySignInOf(settings, clock, () => addresses.here);
  const intake = createEventIntake(sources, pipeline.keep);
  const app = createApp({
    feed: pipeline,
    intake,
    clock,
    access,
    alerts: alerting.alerts,
    missed: pipeline.missed,
    vault,
    demo,
    setupLink,
    ...(companySignIn === null ? {} : { companySignIn }),
    staticDir: staticDir(),
    host,
    hostnames: [hostname()],
    origins,
    trustedProxies,
    frameAncestors,
    build: buildId(),
    say,
    ...(settings.tls === null || tls === null
      ? {}
      : { tls: watchCertificate(settings.tls, { pair: tls, hsts: settings.tls.hsts }, say) }),
    ...(pages === null ? {} : { dev: pages }),
  });
  const stopForgetting = forgetNumbers({ vault, access, clock, say });
  try {
    const listening = await listen(app, settings);
    if (listening.kind === "refused") {
      say(`pickup serve: ${listening.problem}`);
      return 1;
    }
    addresses = addressesOf({ host, port: listening.port, secure: tls !== null, origins });
    for (const line of greeting(addresses, demo)) io.out(line);
    setupLink.announce();
    const warning = plainWarning(settings);
    if (warning !== null) say(`warning: ${warning}`);
    for (const config of sources) pipeline.run(createSource(config, site, clock, intake));
    alerting.start(pipeline);
    await stopped(io.signal);
    return 0;
  } finally {
    stopForgetting();
    await app.close();
  }
}

const stopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
