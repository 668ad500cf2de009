import type { SiteConfig, SourceConfig } from "../../lib/config";
import type { OidcSettings } from "../access/oidc/oidc-settings";
import { alertProblems, inboxProblems, unencrypted, unlistedRuleQueues } from "./alert-checks";
import { type AlertSettings, completeAlerts } from "./complete/alerts";
import { type CallerSettings, completeCallers, unreadShared } from "./complete/callers";
import { completeEdges, type EdgeSettings } from "./complete/edges";
import { completeMissed, type MissedSettings } from "./complete/missed";
import { completeOidc, unknownAddress, unlistedLeadQueues } from "./complete/oidc";
import { completeSite, completeSource } from "./complete/site";
import { crossCheck, unlistedQueues, unreadableScreens } from "./cross-checks";
import { parseConfigDocument, type ConfigDocument } from "./document";
import { decodeEnvironment, type EnvironmentSettings } from "./environment";
import { problemsOfIssues, type FoundProblem } from "./issues";
import { type ConfigPath, pathText, type SettingsProblem } from "./problem";
import { configSchema, type WrittenConfig } from "./schema/config";
import { fillSecrets, type Env } from "./secrets";

/** Everything that is decided before the first part is built. */
export type Settings = EnvironmentSettings &
  EdgeSettings & {
    /** The simulator plays: `--demo`, or there is no file. */
    readonly demo: boolean;
    readonly site: SiteConfig;
    readonly sources: readonly SourceConfig[];
    /** The company's own way to sign in; null: there is none. */
    readonly oidc: OidcSettings | null;
    readonly alerts: AlertSettings;
    readonly missed: MissedSettings;
    readonly callers: CallerSettings;
    /** Where it was read from; null: there is no file. */
    readonly configPath: string | null;
  };

export type DecodedSettings =
  /** `notes`: what may well be meant so, and may be a mistake. */
  | { readonly ok: true; readonly settings: Settings; readonly notes: readonly SettingsProblem[] }
  | {
      readonly ok: false;
      readonly problems: readonly SettingsProblem[];
      /** Without what its secrets are missing of (sources, the way to sign in, channels), where nothing else is wrong; else null. */
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
  const secrets = fillSecrets(sectionOf(values, "sources"), env, ["sources"]);
  const oidcSecrets = fillSecrets(sectionOf(values, "oidc"), env, ["oidc"]);
  const alertSecrets = fillSecrets(sectionOf(values, "alerts"), env, ["alerts"]);
  const missing = [...secrets.problems, ...oidcSecrets.problems, ...alertSecrets.problems];
  const written = configSchema.safeParse(values);
  const found: FoundProblem[] = [
    ...missing,
    ...(written.success
      ? [
          ...unknownAddress(written.data, environment.settings),
          ...alertProblems(written.data),
          ...inboxProblems(written.data),
        ]
      : problemsOfIssues(written.error.issues, values)),
    ...crossCheck(values, document.lineOf),
  ];
  const problems = [...document.problems, ...locate(found, document), ...environment.problems];
  if (!written.success || problems.length > missing.length) return refuse(problems);

  const site = completeSite(written.data, options.machineTimeZone);
  const settingsWith = (sources: readonly WrittenSource[], rest: Pick<WrittenConfig, "oidc" | "alerts">): Settings => ({
    ...environment.settings,
    ...completeEdges(written.data),
    demo,
    site,
    sources: sources.map(completeSource),
    oidc: rest.oidc === undefined ? null : completeOidc(rest.oidc),
    alerts: completeAlerts(rest.alerts),
    missed: completeMissed(written.data.missed),
    callers: completeCallers(written.data.callers),
    configPath: null,
  });
  // Only now: a problem must never quote what stands in the environment.
  const oidc = configSchema.shape.oidc.safeParse(oidcSecrets.filled);
  const alerts = configSchema.shape.alerts.safeParse(alertSecrets.filled);
  if (problems.length > 0) {
    const without = new Set(secrets.problems.map(({ path }) => path[1]));
    const others = listOf(secrets.filled).filter((_, index) => !without.has(index));
    const rest = others.flatMap((source) => configSchema.shape.sources.element.safeParse(source).data ?? []);
    const isOidcWhole = oidc.success && oidcSecrets.problems.length === 0;
    const whole = {
      oidc: isOidcWhole ? oidc.data : undefined,
      alerts: alerts.success ? withoutUnfilled(alerts.data, alertSecrets.problems) : undefined,
    };
    return { ok: false, problems, rest: settingsWith(rest, whole) };
  }
  const sources = configSchema.shape.sources.safeParse(secrets.filled);
  const plain = alerts.success && alerts.data !== undefined ? unencrypted(alerts.data) : [];
  if (!sources.success || !oidc.success || !alerts.success || plain.length > 0) {
    const wrong = [
      ...environmentValueProblems(sources.error?.issues ?? [], ["sources"]),
      ...environmentValueProblems(oidc.error?.issues ?? [], ["oidc"]),
      ...environmentValueProblems(alerts.error?.issues ?? [], ["alerts"]),
      ...plain,
    ];
    return refuse(locate(wrong, document));
  }
  const notes = [
    ...unlistedQueues(written.data),
    ...unlistedLeadQueues(written.data),
    ...unlistedRuleQueues(written.data),
    ...unreadableScreens(written.data),
    ...unreadShared(written.data),
  ];
  return {
    ok: true,
    settings: settingsWith(sources.data, { oidc: oidc.data, alerts: alerts.data }),
    notes: locate(notes, document),
  };
}

/** The demonstration disturbs nobody: it knows no channels. */
const UNHEARD = { alerts: undefined };

type WrittenSource = WrittenConfig["sources"][number];

const refuse = (problems: readonly SettingsProblem[]): DecodedSettings => ({ ok: false, problems, rest: null });

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function withDemo(values: unknown): unknown {
  if (typeof values !== "object" || values === null || Array.isArray(values)) return values ?? DEMO;
  const written = values as { readonly site?: unknown };
  const site = typeof written.site === "object" ? { ...DEMO.site, ...written.site } : (written.site ?? DEMO.site);
  const missed = "missed" in values ? { missed: withoutInbox(values.missed) } : {};
  return { ...DEMO, ...values, ...UNHEARD, ...missed, site, sources: DEMO.sources };
}

const withoutInbox = (missed: unknown): unknown =>
  typeof missed === "object" && missed !== null && !Array.isArray(missed) ? { ...missed, inbox: undefined } : missed;

function withoutUnfilled(
  alerts: WrittenConfig["alerts"],
  missing: readonly { readonly path: ConfigPath }[],
): WrittenConfig["alerts"] {
  const without = new Set(missing.map(({ path }) => path[2]));
  const channels = alerts?.channels?.filter((_, index) => !without.has(index));
  const isSwitchMissing = missing.some(({ path }) => path[1] === "deadMansSwitch");
  return { ...alerts, channels, ...(isSwitchMissing ? { deadMansSwitch: undefined } : {}) };
}

const sectionOf = (values: unknown, key: "sources" | "oidc" | "alerts"): unknown =>
  typeof values === "object" && values !== null ? (values as Readonly<Record<string, unknown>>)[key] : undefined;

function environmentValueProblems(
  issues: Parameters<typeof problemsOfIssues>[0],
  section: ConfigPath,
): readonly FoundProblem[] {
  return problemsOfIssues(issues, null).map(({ path, what }) => ({
    path: [...section, ...path],
    what: `${what.replace(/, got nothing$/, "")}, got something else from the environment`,
  }));
}

function locate(found: readonly FoundProblem[], document: ConfigDocument): SettingsProblem[] {
  return found
    .map(({ path, what }) => ({ where: pathText(path), line: document.lineOf(path), what }))
    .toSorted((a, b) => a.line - b.line);
}
