#!/usr/bin/env node
// `npx pickup`: the built command, built first where there is none yet. Plain Node, it runs before anything exists.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const built = new URL("../../dist/pickup.mjs", import.meta.url);
if (!existsSync(built)) {
  const ensure = fileURLToPath(new URL("../setup/ensure.mjs", import.meta.url));
  const { status } = spawnSync(process.execPath, [ensure, "deps", "build"], { stdio: ["ignore", 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}
await import(built.href);
