import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";

/** server/setup/ensure.mjs wrote down which browser it found; without it Playwright uses its own. */
function chromiumPath(): string | null {
  const file = fileURLToPath(new URL("../node_modules/.chromium-path", import.meta.url));
  return existsSync(file) ? readFileSync(file, "utf8").trim() : null;
}

const executablePath = chromiumPath();
const TIMED = ["performance/*.spec.ts", "faults/*.spec.ts"].map((files) => `**/${files}`);

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: "results/playwright",
  snapshotPathTemplate: "{testDir}/visual/pictures/{arg}{ext}",
  workers: 2,
  // What is timed has the machine to itself.
  projects: [
    { name: "screens", testIgnore: TIMED },
    { name: "timed", testMatch: TIMED, workers: 1, dependencies: ["screens"] },
  ],
  timeout: 150_000,
  // A busy machine may stall a browser for seconds; what passes only at the second try is named in the closing lines.
  retries: 1,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["./closing-reporter.ts"]],
  use: {
    viewport: { width: 1920, height: 1080 },
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic"],
    },
  },
});
