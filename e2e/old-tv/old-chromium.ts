import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { ROOT } from "../harness";

/** An npm package that carries a real, old, headless Chromium for Linux on x64. */
export const CHROMIUM_75 = { package: "chrome-aws-lambda@1.15.1", file: "package/bin/chromium-75.0.3765.0.br" };

/** @returns the browser's path, or a sentence that says why there is none */
export function fetchOldChromium(old: typeof CHROMIUM_75): { readonly path: string } | { readonly problem: string } {
  if (process.platform !== "linux" || process.arch !== "x64") return { problem: "It exists for Linux on x64 only." };
  const folder = path.join(ROOT, "node_modules/.cache/old-chromium", old.package);
  const browser = path.join(folder, "chromium");
  if (existsSync(browser)) return { path: browser };
  mkdirSync(folder, { recursive: true });
  const npm = spawnSync("npm", ["pack", "--json", old.package], { cwd: folder, encoding: "utf8", timeout: 300_000 });
  if (npm.status !== 0)
    return { problem: `npm pack ${old.package} did not work: ${npm.stderr.trim().split("\n").at(-1)}` };
  const [packed] = JSON.parse(npm.stdout) as readonly { readonly filename: string }[];
  const tar = spawnSync("tar", ["-xzf", packed?.filename ?? "", old.file], { cwd: folder });
  if (tar.status !== 0) return { problem: `${old.package} could not be unpacked.` };
  writeFileSync(`${browser}.part`, brotliDecompressSync(readFileSync(path.join(folder, old.file))));
  chmodSync(`${browser}.part`, 0o755);
  renameSync(`${browser}.part`, browser);
  for (const used of ["package", packed?.filename ?? "package"])
    rmSync(path.join(folder, used), { recursive: true, force: true });
  return { path: browser };
}
