import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileTroubleWords } from "./plain-words";
import { decodeSettings, type Settings } from "./settings/decode";
import { describeProblem, type SettingsProblem } from "./settings/problem";
import type { Env } from "./settings/secrets";

export type { Settings } from "./settings/decode";

export type SettingsRequest = {
  /** Relative paths and `pickup.config.yaml` are looked for here. */
  readonly cwd: string;
  readonly env: Env;
  /** What `--config` names; null: not given. */
  readonly configPath: string | null;
  /** The built-in simulator in place of the configured sources. */
  readonly demo: boolean;
};

/** `problems` and `notes` are whole lines for people, all of them. */
export type SettingsAnswer =
  | { readonly ok: true; readonly settings: Settings; readonly notes: readonly string[] }
  | {
      readonly ok: false;
      readonly problems: readonly string[];
      /** What can still be tried where no more than some sources' secrets are missing; null: nothing. */
      readonly rest: Settings | null;
    };

const CONFIG_NAME = "pickup.config.yaml";
/** What people call it instead. */
const OTHER_NAMES = ["pickup.config.yml", "pickup.config.json", "pickup.yaml", "pickup.yml"];

/** Finds and reads the configuration: `--config`, PICKUP_CONFIG, or the file beside where it is started. */
export async function readSettings(request: SettingsRequest): Promise<SettingsAnswer> {
  const named = request.configPath ?? (request.env["PICKUP_CONFIG"] || null);
  const file = path.resolve(request.cwd, named ?? CONFIG_NAME);
  const read = await readText(file);
  if (read.problem !== null && (named !== null || !read.isMissing)) return refuse([read.problem]);
  const misnamed = read.text === null ? await findMisnamed(request.cwd) : null;
  // Made-up figures must never stand where somebody expects his own.
  if (misnamed !== null && !request.demo) return refuse([`no ${CONFIG_NAME} here, but ${misnamed}`]);

  const configPath = read.text === null ? null : file;
  const decoded = decodeSettings(read.text, request.env, { machineTimeZone: machineTimeZone(), demo: request.demo });
  const finish = (settings: Settings): Settings => withWholePaths({ ...settings, configPath }, request.cwd);
  if (!decoded.ok) {
    const rest = decoded.rest === null ? null : finish(decoded.rest);
    return { ok: false, problems: inOneList(decoded.problems, configPath), rest };
  }
  const notes = inOneList(decoded.notes, configPath).map((note) => `note: ${note}`);
  if (configPath === null) notes.unshift(noConfiguration(misnamed));
  return { ok: true, settings: finish(decoded.settings), notes };
}

const refuse = (problems: readonly string[]): SettingsAnswer => ({ ok: false, problems, rest: null });

const noConfiguration = (misnamed: string | null): string =>
  `No ${CONFIG_NAME} here: the built-in contact centre plays.${misnamed === null ? "" : ` But ${misnamed}.`}`;

/** Whoever wrote one of these meant it to be read. */
async function findMisnamed(folder: string): Promise<string | null> {
  const present = await namesIn(folder);
  const found = OTHER_NAMES.find((name) => present.includes(name));
  return found === undefined ? null : `found ${found}: rename it to ${CONFIG_NAME}, or name it with --config`;
}

/** A folder that cannot be listed names nothing. */
const namesIn = (folder: string): Promise<readonly string[]> => readdir(folder).catch(() => []);

type ReadText =
  | { readonly text: string; readonly problem: null; readonly isMissing: false }
  | { readonly text: null; readonly problem: string; readonly isMissing: boolean };

async function readText(file: string): Promise<ReadText> {
  try {
    return { text: await readFile(file, "utf8"), problem: null, isMissing: false };
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (isMissing) return { text: null, problem: `there is no configuration at ${file}`, isMissing: true };
    return {
      text: null,
      problem: `the configuration ${file} cannot be read: ${fileTroubleWords(error)}`,
      isMissing: false,
    };
  }
}

const inOneList = (problems: readonly SettingsProblem[], configPath: string | null): string[] =>
  problems.map((problem) => describeProblem(problem, configPath));

/** Data lies beside where it is started, a source's own log and certificates beside the configuration. */
function withWholePaths(settings: Settings, cwd: string): Settings {
  const beside = settings.configPath === null ? cwd : path.dirname(settings.configPath);
  const sources = settings.sources.map((source) => {
    if (source.kind !== "asterisk-ami" || source.queueLog === null) return source;
    return Object.assign({}, source, { queueLog: path.resolve(beside, source.queueLog) });
  });
  const { tls, dataDir, keyFile } = settings;
  return {
    ...settings,
    sources,
    tls:
      tls === null
        ? null
        : { ...tls, certPath: path.resolve(beside, tls.certPath), keyPath: path.resolve(beside, tls.keyPath) },
    dataDir: path.resolve(cwd, dataDir),
    keyFile: keyFile === null ? null : path.resolve(cwd, keyFile),
  };
}

function machineTimeZone(): string {
  const { timeZone } = new Intl.DateTimeFormat("en-US").resolvedOptions();
  return timeZone === "" || timeZone === "Etc/Unknown" ? "UTC" : timeZone;
}
