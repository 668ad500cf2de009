import { defineConfig } from "vitest/config";

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  test: {
    include: ["{lib,server,components,app,e2e}/**/*.test.{ts,tsx}"],
    testTimeout: 20_000,
  },
});
