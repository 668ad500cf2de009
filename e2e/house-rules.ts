import type { ScannedFile } from "./source-scan";

export const AREAS = ["lib", "components", "app", "server", "e2e"] as const;
type Area = (typeof AREAS)[number];

const MAY_IMPORT: Readonly<Record<Area, readonly Area[]>> = {
  lib: ["lib"],
  components: ["lib", "components"],
  app: ["lib", "components", "app"],
  server: ["lib", "server"],
  e2e: AREAS,
};

/** A clock is read in one place of the server and in one ticking component. */
const CLOCKS = new Set(["server/clock.ts", "components/shared/time/use-now.ts"]);
const CLOCK_READ = /\bDate\.now\b|\bperformance\.now\b|\bnew Date\(\s*\)|\bprocess\.hrtime\b|\bTemporal\.Now\b/;
/** server/setup runs before there is anything to configure: it prepares the environment of npm and apt-get. */
const ENVIRONMENT = /^server\/(?:main|settings)\.ts$|^server\/setup\/[^/]+\.mjs$/;
const PURE_PARTS = /^server\/sources\/[^/]+\/(?:framing|translate|resync)\b/;
const RANDOM = /\bMath\.random\b|\bcrypto\.(?:randomUUID|getRandomValues)\b/;

const areaOf = (name: string): Area | null => AREAS.find((area) => name.startsWith(`${area}/`)) ?? null;
/** A port's contract suite stands beside the port and is run by its implementations' tests. */
const isTest = (file: ScannedFile): boolean =>
  /\.test\.tsx?$|\/testing\/|\/contract\.ts$/.test(file.path) || areaOf(file.path) === "e2e";

/** What this file may not take from another part of the tree. */
function areaProblem(file: ScannedFile, area: Area, target: string, targetArea: Area): string | null {
  if (!MAY_IMPORT[area].includes(targetArea)) return `${area} may not import ${targetArea}: ${target}`;
  const isForTests = target.includes("/testing/") && !isTest(file);
  return isForTests ? `ships, yet imports what only tests need: ${target}` : null;
}

/** What this file may not take from a package or from Node. */
function packageProblem(file: ScannedFile, area: Area, target: string): string | null {
  if (isTest(file)) return null;
  if (area === "lib" && target !== "temporal-polyfill") return `lib is pure, yet imports ${target}`;
  if (!target.startsWith("node:")) return null;
  if (area === "components" || area === "app") return `a screen has no ${target}`;
  return PURE_PARTS.test(file.path) ? `does no I/O, yet imports ${target}` : null;
}

function importProblems(file: ScannedFile, area: Area): string[] {
  return file.imports.flatMap((target) => {
    const targetArea = areaOf(target);
    return (targetArea ? areaProblem(file, area, target, targetArea) : packageProblem(file, area, target)) ?? [];
  });
}

function textProblems(file: ScannedFile, area: Area): string[] {
  if (isTest(file)) return [];
  const forbidden: readonly (readonly [boolean, RegExp, string])[] = [
    [!CLOCKS.has(file.path), CLOCK_READ, "reads a clock"],
    [!ENVIRONMENT.test(file.path), /\bprocess\.env\b/, "reads process.env"],
    [area === "lib", RANDOM, "lib is pure, yet draws at random"],
    [true, /\bdangerouslySetInnerHTML\b/, "sets inner HTML"],
  ];
  return forbidden.filter(([applies, pattern]) => applies && pattern.test(file.code)).map(([, , what]) => what);
}

/** What in this file breaks the house rules, a sentence each; empty: nothing. */
export function houseProblems(file: ScannedFile): string[] {
  const area = areaOf(file.path);
  if (area === null) return [];
  const barrel = /(?:^|\/)index\.(?:tsx?|mjs)$/.test(file.path) ? ["is a barrel"] : [];
  return [...importProblems(file, area), ...textProblems(file, area), ...barrel].map((what) => `${file.path}: ${what}`);
}
