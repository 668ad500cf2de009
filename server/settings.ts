import { readFile } from "node:fs/promises";
import path from "node:path";
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

/** `problems` are whole lines for people, all of them. */
export type SettingsAnswer =
  { readonly ok: true; readonly settings: Settings } | { readonly ok: false; readonly problems: readonly string[] };

const CONFIG_NAME = "pickup.config.yaml";

/** Finds and reads the configuration: `--config`, PICKUP_CONFIG, or the file beside where it is started. */
export async function readSettings(request: SettingsRequest): Promise<SettingsAnswer> {
  const named = request.configPath ?? (request.env["PICKUP_CONFIG"] || null);
  const file = path.resolve(request.cwd, named ?? CONFIG_NAME);
  const read = await readText(file);
  if (read.problem !== null && (named !== null || !read.isMissing)) return { ok: false, problems: [read.problem] };

  const configPath = read.text === null ? null : file;
  const decoded = decodeSettings(read.text, request.env, { machineTimeZone: machineTimeZone(), demo: request.demo });
  if (!decoded.ok) return { ok: false, problems: inOneList(decoded.problems, configPath) };
  return { ok: true, settings: withWholePaths({ ...decoded.settings, configPath }, request.cwd) };
}

type ReadText =
  | { readonly text: string; readonly problem: null; readonly isMissing: false }
  | { readonly text: null; readonly problem: string; readonly isMissing: boolean };

async function readText(file: string): Promise<ReadText> {
  try {
    return { text: await readFile(file, "utf8"), problem: null, isMissing: false };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    if (code === "ENOENT") return { text: null, problem: `there is no configuration at ${file}`, isMissing: true };
    return { text: null, problem: `the configuration ${file} cannot be read (${code})`, isMissing: false };
  }
}

const inOneList = (problems: readonly SettingsProblem[], configPath: string | null): readonly string[] =>
  problems.map((problem) => describeProblem(problem, configPath));

/** Data lies beside where it is started, a source's own log beside the configuration. */
function withWholePaths(settings: Settings, cwd: string): Settings {
  const beside = settings.configPath === null ? cwd : path.dirname(settings.configPath);
  const sources = settings.sources.map((source) => {
    if (source.kind !== "asterisk-ami" || source.queueLog === null) return source;
    return Object.assign({}, source, { queueLog: path.resolve(beside, source.queueLog) });
  });
  return { ...settings, sources, dataDir: path.resolve(cwd, settings.dataDir) };
}

function machineTimeZone(): string {
  const { timeZone } = new Intl.DateTimeFormat("en-US").resolvedOptions();
  return timeZone === "" || timeZone === "Etc/Unknown" ? "UTC" : timeZone;
}
