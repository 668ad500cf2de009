import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../harness";

/** Recordings and measuring tools that are not part of the project. */
export const CAPTURES = path.resolve(ROOT, process.env["PICKUP_CAPTURES"] ?? "../shared/captures");
export const TOOLS = path.resolve(ROOT, process.env["PICKUP_BENCH"] ?? "../shared/bench");
/** The recorded run that is played: a real Asterisk 22 with a lunch spike. */
export const RUN = path.join(CAPTURES, "asterisk22-a");
/** What only the baselines need. */
const BASELINE_PACKAGES = ["asterisk-manager@0.2.0", "socket.io@4.8.4", "ws@8.21.3"];
const MODULES = path.join(ROOT, "node_modules/.cache/bench");

export const tool = (name: string): string => path.join(TOOLS, name);

/** Ends the command in one plain line, claiming nothing, where something outside the project is missing. */
export function needOutside(...files: readonly string[]): void {
  const missing = files.find((file) => !existsSync(file));
  if (missing !== undefined) skip(`Not measured: ${missing} is missing (PICKUP_CAPTURES and PICKUP_BENCH say where).`);
}

/** The folder with the baselines' packages, installed where they are not yet. */
export function baselineModules(): string {
  if (existsSync(path.join(MODULES, "node_modules/asterisk-manager"))) return MODULES;
  mkdirSync(MODULES, { recursive: true });
  try {
    execFileSync("npm", ["i", "--prefix", MODULES, "--no-audit", "--no-fund", "--silent", ...BASELINE_PACKAGES]);
  } catch {
    skip("Not measured: the baselines' packages cannot be installed from the npm registry.");
  }
  return MODULES;
}

function skip(why: string): never {
  console.log(why);
  process.exit(0);
}
