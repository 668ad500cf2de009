import { defineConfig } from "vitest/config";
import { UnitReporter } from "./unit-reporter";

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  test: {
    include: ["{lib,server,components,app,e2e}/**/*.test.{ts,tsx}"],
    testTimeout: 60_000,
    // Most files wait for a disk or a clock: two cores are not full with one.
    maxWorkers: 2,
    reporters: ["default", new UnitReporter()],
  },
});
