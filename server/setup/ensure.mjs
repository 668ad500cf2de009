// What `npm start` and `npm test` need from a fresh clone: `node server/setup/ensure.mjs deps build browser proxy`.
// Plain Node without dependencies: it runs before anything is installed.
import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { findBrowser } from "./browser.mjs";
import { findProxy } from "./proxy.mjs";
import { buildStamp, depsStamp, isStamped, writeStamp } from "./stamp.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const [major, minor] = process.versions.node.split(".").map(Number);
const machine = `node ${major} ${process.platform} ${process.arch}`;

function say(text) {
  process.stderr.write(`pickup: ${text}\n`);
}

function stop(problem, code = 1) {
  say(problem);
  process.exit(code);
}

/** Everything the child prints goes to our stderr: stdout stays the server's and the tests' own. */
function run(command, args, env = {}) {
  const child = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", 2, 2],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
    shell: process.platform === "win32" && command === "npm",
  });
  return child.status ?? 1;
}

function npm(args, env) {
  const self = process.env.npm_execpath;
  return self && path.basename(self) === "npm-cli.js"
    ? run(process.execPath, [self, ...args], env)
    : run("npm", args, env);
}

const steps = {
  deps() {
    const file = path.join(root, "node_modules/.stamp");
    const stamp = depsStamp(root, machine);
    if (isStamped(file, stamp)) return;
    say("installing packages (npm ci)");
    // With NODE_ENV=production npm would leave out the compilers.
    const code = npm(["ci", "--include=dev", "--no-audit", "--no-fund"], { NODE_ENV: "" });
    if (code !== 0) stop("npm ci failed; what it said stands above.", code);
    writeStamp(file, stamp);
  },
  build() {
    const file = path.join(root, "dist/.stamp");
    const stamp = buildStamp(root, machine);
    const outputs = ["out/index.html", "dist/pickup.mjs"].map((name) => path.join(root, name));
    if (isStamped(file, stamp, outputs)) return;
    // Chunks are named by their content: those of the last build would pile up.
    rmSync(path.join(root, "dist"), { recursive: true, force: true });
    say("building the screens and the server (npm run build)");
    const code = npm(["run", "build"], { NODE_ENV: "production" });
    if (code !== 0) stop("The build failed; what it said stands above.", code);
    writeStamp(file, stamp);
  },
  async browser() {
    const found = await findBrowser((...command) => run(...command) === 0, say);
    if (found.problem) stop(found.problem);
    writeFileSync(path.join(root, "node_modules/.chromium-path"), `${found.path}\n`);
  },
  proxy() {
    const found = findProxy((...command) => run(...command) === 0, say);
    if (found.problem) stop(found.problem);
    writeFileSync(path.join(root, "node_modules/.nginx-path"), `${found.path}\n`);
  },
};

if (major < 20 || (major === 20 && minor < 19)) {
  stop(`Pickup needs Node 20.19 or newer; this is ${process.versions.node}.`);
}
for (const name of process.argv.slice(2)) {
  if (!Object.hasOwn(steps, name)) stop(`There is no step "${name}": deps, build, browser or proxy.`);
  await steps[name]();
}
