import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

// The bundle lies in dist/, the sources in server/: both one folder below the package.
const packageDir = new URL("..", import.meta.url);

/** Where the exported pages lie. */
export const staticDir = (): string => fileURLToPath(new URL("out", packageDir));

/** Names the build of the pages: another one makes screens reload. `dev` where nothing is built. */
export function buildId(): string {
  try {
    const wall = readFileSync(fileURLToPath(new URL("out/wall.html", packageDir)));
    return createHash("sha256").update(wall).digest("hex").slice(0, 12);
  } catch {
    return "dev";
  }
}
