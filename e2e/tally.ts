import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** `npm test` runs two runners; the second closes with one line for both. */
export type Tally = { readonly passed: number; readonly failed: number };

const FILE = fileURLToPath(new URL("results/unit-tally.json", import.meta.url));

/** Only inside `npm test` does a runner follow that another one closes for. */
const isWholeRun = (): boolean => process.env["npm_lifecycle_event"] === "test";

export function leaveTally(tally: Tally): void {
  mkdirSync(path.dirname(FILE), { recursive: true });
  writeFileSync(FILE, JSON.stringify(tally));
}

/** What the runner before this one left, once; nothing outside `npm test`. */
export function takeTally(): Tally {
  if (!existsSync(FILE)) return { passed: 0, failed: 0 };
  const tally = JSON.parse(readFileSync(FILE, "utf8")) as Tally;
  rmSync(FILE);
  return isWholeRun() ? tally : { passed: 0, failed: 0 };
}

export function closingLine(tally: Tally): string {
  return `${tally.passed} passed, ${tally.failed} failed`;
}
