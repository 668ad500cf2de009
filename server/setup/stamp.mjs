// Stamps: one line that says what a step was made from, so that it runs again only when that has changed.
// Plain Node without dependencies: this runs before anything is installed.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/** What the screens and the server are built from; what only tests read is left out. */
export const BUILD_SOURCES = ["app", "components", "lib", "server", "next.config.js", "tsconfig.json"];
const NOT_BUILT = /\.test\.|\.md$|\.tsbuildinfo$|(^|\/)(testing|fixtures)\//;

/** Of package.json, what `npm ci` and the build look at: a new script line must not install everything again. */
const PACKAGE_FIELDS = [
  "type",
  "dependencies",
  "devDependencies",
  "optionalDependencies",
  "allowScripts",
  "browserslist",
  "postcss",
];

/** Every file under `names` that the build reads, as sorted paths relative to `root`. */
export function sourceFiles(root, names) {
  const found = [];
  const visit = (name) => {
    const stat = statSync(path.join(root, name), { throwIfNoEntry: false });
    if (stat?.isDirectory()) for (const entry of readdirSync(path.join(root, name))) visit(`${name}/${entry}`);
    else if (stat?.isFile() && !NOT_BUILT.test(name)) found.push(name);
  };
  for (const name of names) visit(name);
  return found.toSorted();
}

function digest(parts) {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  return hash.digest("hex");
}

function packageParts(root) {
  const manifest = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const fields = PACKAGE_FIELDS.map((field) => JSON.stringify(manifest[field] ?? null));
  return [...fields, readFileSync(path.join(root, "package-lock.json"))];
}

/** What node_modules is made from. `machine` is Node's major version, the platform and the processor. */
export function depsStamp(root, machine) {
  return digest([machine, ...packageParts(root)]);
}

/** What out/ and dist/ are made from. */
export function buildStamp(root, machine) {
  const files = sourceFiles(root, BUILD_SOURCES);
  return digest([
    machine,
    JSON.stringify(JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")).scripts?.["build:server"] ?? null),
    ...packageParts(root),
    ...files.flatMap((name) => [name, readFileSync(path.join(root, name))]),
  ]);
}

/** Whether `file` holds this stamp and everything it vouches for is still there. */
export function isStamped(file, stamp, outputs = []) {
  return existsSync(file) && readFileSync(file, "utf8").trim() === stamp && outputs.every((name) => existsSync(name));
}

export function writeStamp(file, stamp) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${stamp}\n`);
}
