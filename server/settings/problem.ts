import path from "node:path";
import { logLine } from "../../lib/names/log-line";

/** Where in the configuration: keys and list positions from the top. */
export type ConfigPath = readonly (string | number)[];

/** One thing that is wrong. `line` counts from 1; null: it does not stand in the file. */
export type SettingsProblem = {
  /** `queues[2].hours.mon`, or the name of an environment variable. */
  readonly where: string;
  readonly line: number | null;
  /** `expected a whole number, got "many"`. */
  readonly what: string;
};

/** `["queues", 2, "id"]` → `queues[2].id`. */
export function pathText(steps: ConfigPath): string {
  let text = "";
  for (const step of steps) {
    if (typeof step === "number") text += `[${step}]`;
    else text += text === "" ? step : `.${step}`;
  }
  return text === "" ? "the file" : text;
}

/** A value as it is quoted back: short, on one line, what cannot be seen in it spelt out. */
export function quoteValue(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "object") return "a section of its own";
  const text = logLine(JSON.stringify(value));
  return text.length > 60 ? `${text.slice(0, 57)}…"` : text;
}

/** One line for people: `pickup.config.yaml:12 sources[0].port: expected …, got …`. */
export function describeProblem(problem: SettingsProblem, configPath: string | null): string {
  if (problem.line === null || configPath === null) return `${problem.where}: ${problem.what}`;
  return `${path.basename(configPath)}:${problem.line} ${problem.where}: ${problem.what}`;
}
