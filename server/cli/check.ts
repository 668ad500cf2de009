import { accessSync, constants, statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { SourceConfig } from "../../lib/config";
import { assertNever } from "../../lib/vocabulary";
import { readSettings, type Settings } from "../settings";
import { fileTroubleWords } from "../plain-words";
import { readQueueLogBetween } from "../sources/asterisk/queue-log-file";
import { createSource } from "../sources/create-source";
import { tryChannels } from "./check-channels";
import { type Finding, plainWarning, proxyNote, tryEdges } from "./check-edges";
import { tryOidc } from "./check-oidc";
import { readArgs, refuseArgs, type Command, type CommandIo } from "./command";
import { directoryProblem } from "./writable";

const PROBE_LIMIT_MS = 15_000;

/** Reads the configuration and tries everything in it once, changing nothing. */
export const checkCommand: Command = {
  name: "check",
  summary: "tries the configuration, every source and the data directory once",
  help: `
pickup check [--config FILE]

Reads the configuration, logs in to each source once, and looks whether the data
directory can be written, the certificate fits its key, the company's way to sign
in answers and the hosts of the channels of alerts take a connection. Says what is right; everything that is wrong is listed
together; a note is no problem. Nothing is started and nothing is kept.

  --config FILE   the configuration; otherwise PICKUP_CONFIG, or pickup.config.yaml
                  beside where it is started, or none at all: the simulator

Exit code: 0 everything is right, 1 something is wrong.`,
  run: async (args, io) => {
    const parsed = readArgs(args, {
      options: { config: { type: "string" } },
      positionals: { min: 0, max: 0, what: "nothing" },
    });
    if (!parsed.ok) return refuseArgs("check", parsed.problem, io);
    const configPath = parsed.values.config ?? null;
    const read = await readSettings({ cwd: io.cwd, env: io.env, configPath, demo: false });
    if (!read.ok) {
      const findings = read.rest === null ? [] : await tryEverything(read.rest, io);
      return report(findings, read.problems, io);
    }
    for (const note of read.notes) io.out(note);
    for (const note of [plainWarning(read.settings), proxyNote(read.settings)])
      if (note !== null) io.out(`note: ${note}`);
    const { configPath: file } = read.settings;
    if (file !== null) io.out(`OK  configuration ${file}`);
    return report(await tryEverything(read.settings, io), [], io);
  },
};

async function tryEverything(settings: Settings, io: CommandIo): Promise<readonly Finding[]> {
  const store = directoryProblem(settings.dataDir);
  const company = tryOidc(settings);
  const channels = tryChannels(settings);
  const sources = settings.sources.map(async (config): Promise<readonly Finding[]> => {
    // Its log is tried apart: it may be wrong besides the connection.
    const alone = config.kind === "asterisk-ami" ? { ...config, queueLog: null } : config;
    const probe = createSource(alone, settings.site, io.clock).probe();
    const subject = `source ${config.id} (${describeSource(config)})`;
    return [{ subject, problem: await withinLimit(probe) }, ...tryQueueLog(config, io)];
  });
  return [
    { subject: `data directory ${settings.dataDir}`, problem: await store },
    ...tryEdges(settings, io.clock.nowMs()),
    ...(await company),
    ...(await channels),
    ...(await Promise.all(sources)).flat(),
  ];
}

function tryQueueLog(config: SourceConfig, io: CommandIo): readonly Finding[] {
  if (config.kind !== "asterisk-ami" || config.queueLog === null) return [];
  const subject = `queue_log of source ${config.id}, ${config.queueLog}`;
  return [{ subject, problem: queueLogProblem(config.queueLog, io.clock.nowMs()) }];
}

function queueLogProblem(file: string, nowMs: number): string | null {
  const excerpt = readQueueLogBetween(file, nowMs, nowMs);
  if (excerpt.kind === "lines") return null;
  try {
    accessSync(file, constants.R_OK);
    if (statSync(file).isDirectory()) return "cannot be read: it is a directory";
    return excerpt.problem;
  } catch (error) {
    return `cannot be read: ${fileTroubleWords(error)}`;
  }
}

async function withinLimit(probe: Promise<string | null>): Promise<string | null> {
  const tooLate = new AbortController();
  const limit = sleep(PROBE_LIMIT_MS, `no answer within ${PROBE_LIMIT_MS / 1_000} s`, { signal: tooLate.signal });
  // Aborting a timer that lost the race rejects it; nobody waits for it then.
  limit.catch(() => {});
  const problem = await Promise.race([probe, limit]);
  tooLate.abort();
  return problem;
}

function describeSource(config: SourceConfig): string {
  switch (config.kind) {
    case "asterisk-ami":
      return `${config.kind}, ${config.host}:${config.port}${config.tls ? ", TLS" : ""}`;
    case "simulator":
    case "http":
      return config.kind;
    default:
      return assertNever(config);
  }
}

/** @param known what was wrong before anything was tried */
function report(findings: readonly Finding[], known: readonly string[], io: CommandIo): number {
  for (const { subject, problem } of findings) if (problem === null) io.out(`OK  ${subject}`);
  const found = findings.flatMap(({ subject, problem }) => (problem === null ? [] : [`${subject}: ${problem}`]));
  const problems = [...known, ...found];
  return problems.length === 0 ? 0 : listProblems(problems, io);
}

function listProblems(problems: readonly string[], io: CommandIo): number {
  io.err(problems.length === 1 ? "1 problem:" : `${problems.length} problems:`);
  for (const problem of problems) io.err(`  ${problem}`);
  return 1;
}
