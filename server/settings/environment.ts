import { quoteValue, type SettingsProblem } from "./problem";
import type { Env } from "./secrets";

/** What the environment alone decides. */
export type EnvironmentSettings = {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly origins: readonly string[];
  /** The file with the key of the callers' numbers; null: beside the data. */
  readonly keyFile: string | null;
};

/** Reads PORT, HOST, PICKUP_DATA_DIR, PICKUP_ORIGINS and PICKUP_KEY_FILE; an empty one counts as not set. */
export function decodeEnvironment(env: Env): {
  readonly settings: EnvironmentSettings;
  readonly problems: readonly SettingsProblem[];
} {
  const problems: SettingsProblem[] = [];
  const refuse = (where: string, expected: string, got: string): void => {
    problems.push({ where, line: null, what: `expected ${expected}, got ${quoteValue(got)}` });
  };

  const portText = env["PORT"] || "3000";
  const port = /^\d{1,5}$/.test(portText) ? Number(portText) : Number.NaN;
  if (!(port <= 65_535)) refuse("PORT", "a port from 1 to 65535, or 0 for any free one", portText);

  const host = env["HOST"] || "127.0.0.1";
  if (!/^[\w.:%-]+$/.test(host)) refuse("HOST", "a host name or address", host);

  const origins = (env["PICKUP_ORIGINS"] ?? "").split(",").flatMap((written) => {
    const text = written.trim();
    if (text === "") return [];
    const origin = originOf(text);
    if (origin !== null) return [origin];
    refuse("PICKUP_ORIGINS", "addresses such as https://wall.example.com, separated by commas", text);
    return [];
  });

  const dataDir = env["PICKUP_DATA_DIR"] || "data";
  return { settings: { port, host, dataDir, origins, keyFile: env["PICKUP_KEY_FILE"] || null }, problems };
}

/** Scheme, host and port as a browser sends them; null: no such address, or more than that. */
export function originOf(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isBare = url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "";
  return isBare && (url.protocol === "http:" || url.protocol === "https:") ? url.origin : null;
}
