import type { SiteConfig, SourceConfig } from "../../lib/config";
import { completeEdges, type EdgeSettings } from "./complete/edges";
import { completeSite, completeSource } from "./complete/site";
import { crossCheck, unlistedQueues, unreadableScreens } from "./cross-checks";
import { parseConfigDocument, type ConfigDocument } from "./document";
import { decodeEnvironment, type EnvironmentSettings } from "./environment";
import { problemsOfIssues, type FoundProblem } from "./issues";
import { pathText, type SettingsProblem } from "./problem";
import { configSchema, type WrittenConfig } from "./schema/config";
import { fillSecrets, type Env } from "./secrets";

/** Everything that is decided before the first part is built. */
export type Settings = EnvironmentSettings &
  EdgeSettings & {
    /** The simulator plays: `--demo`, or there is no file. */
    readonly demo: boolean;
    readonly site: SiteConfig;
    readonly sources: readonly SourceConfig[];
    /** Where it was read from; null: there is no file. */
    readonly configPath: string | null;
  };

export type DecodedSettings =
  /** `notes`: what may well be meant so, and may be a mistake. */
  | { readonly ok: true; readonly settings: Settings; readonly notes: readonly SettingsProblem[] }
  | {
      readonly ok: false;
      readonly problems: readonly SettingsProblem[];
      /** Without the sources whose secrets are missing, where nothing else is wrong; else null. */
      readonly rest: Settings | null;
    };

export type DecodeOptions = {
  /** The zone of a site that names none. */
  readonly machineTimeZone: string;
  /** The simulator in place of the file's sources; the rest of the file still counts. */
  readonly demo?: boolean;
};

/** What stands in for a file that is not there, and under `--demo` for what a file leaves open. */
const DEMO = {
  site: { name: "Acme Support" },
  sources: [{ id: "simulator", kind: "simulator" }],
  queues: [
    { id: "sales", name: "Sales" },
    { id: "support", name: "Support" },
    { id: "billing", name: "Billing" },
    { id: "priority", name: "Priority" },
  ],
};

/**
 * Decides all settings from the text of a configuration file (null: none, the demonstration) and the environment.
 * @returns the settings, or every problem, in the order of the file.
 */
export function decodeSettings(text: string | null, env: Env, options: DecodeOptions): DecodedSettings {
  const environment = decodeEnvironment(env);
  const document = parseConfigDocument(text ?? "");
  if (document.problems.length > 0 && document.values === null) {
    return refuse([...document.problems, ...environment.problems]);
  }
  const demo = text === null || options.demo === true;
  const values = demo ? withDemo(document.values) : (document.values ?? {});
  const secrets = fillSecrets(sourcesOf(values), env, ["sources"]);
  const written = configSchema.safeParse(values);
  const found: FoundProblem[] = [
    ...secrets.problems,
    ...(written.success ? [] : problemsOfIssues(written.error.issues, values)),
    ...crossCheck(values, document.lineOf),
  ];
  const problems = [...document.problems, ...locate(found, document), ...environment.problems];
  if (!written.success || problems.length > secrets.problems.length) return refuse(problems);

  const site = completeSite(written.data, options.machineTimeZone);
  const settingsWith = (sources: readonly WrittenSource[]): Settings => {
    const edges = completeEdges(written.data);
    return { ...environment.settings, ...edges, demo, site, sources: sources.map(completeSource), configPath: null };
  };
  if (problems.length > 0) {
    const without = new Set(secrets.problems.map(({ path }) => path[1]));
    const others = listOf(secrets.filled).filter((_, index) => !without.has(index));
    const rest = others.flatMap((source) => configSchema.shape.sources.element.safeParse(source).data ?? []);
    return { ok: false, problems, rest: settingsWith(rest) };
  }
  // Only now: a problem must never quote what stands in the environment.
  const filled = configSchema.shape.sources.safeParse(secrets.filled);
  if (!filled.success) return refuse(locate(environmentValueProblems(filled.error.issues), document));
  const notes = locate([...unlistedQueues(written.data), ...unreadableScreens(written.data)], document);
  return { ok: true, settings: settingsWith(filled.data), notes };
}

type WrittenSource = WrittenConfig["sources"][number];

const refuse = (problems: readonly SettingsProblem[]): DecodedSettings => ({ ok: false, problems, rest: null });

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function withDemo(values: unknown): unknown {
  if (typeof values !== "object" || values === null || Array.isArray(values)) return values ?? DEMO;
  const written = values as { readonly site?: unknown };
  const site = typeof written.site === "object" ? { ...DEMO.site, ...written.site } : (written.site ?? DEMO.site);
  return { ...DEMO, ...values, site, sources: DEMO.sources };
}

const sourcesOf = (values: unknown): unknown =>
  typeof values === "object" && values !== null && "sources" in values ? values.sources : undefined;

function environmentValueProblems(issues: Parameters<typeof problemsOfIssues>[0]): FoundProblem[] {
  return problemsOfIssues(issues, null).map(({ path, what }) => ({
    path: ["sources", ...path],
    what: `${what.replace(/, got nothing$/, "")}, got something else from the environment`,
  }));
}

function locate(found: readonly FoundProblem[], document: ConfigDocument): SettingsProblem[] {
  return found
    .map(({ path, what }) => ({ where: pathText(path), line: document.lineOf(path), what }))
    .toSorted((a, b) => a.line - b.line);
}
