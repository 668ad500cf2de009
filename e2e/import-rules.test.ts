import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { AREAS, houseProblems } from "./house-rules";
import { scanText, scanTree } from "./source-scan";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const problemsOf = (file: string, text: string): string[] => houseProblems(scanText(file, text));

describe("what may import what", () => {
  it("holds in the whole tree", () => {
    const files = scanTree(ROOT, AREAS);
    expect(files.length).toBeGreaterThan(20);
    expect(files.flatMap(houseProblems)).toEqual([]);
  });

  it.each([
    ["lib/metrics/fold.ts", `import { a } from "../../server/clock";`],
    ["lib/metrics/fold.ts", `import type { A } from "../../components/a";`],
    ["lib/format.ts", `import { readFileSync } from "node:fs";`],
    ["lib/format.ts", `export { z } from "zod";`],
    ["lib/format.test.ts", `import { a } from "../server/clock";`],
    ["components/wall/wall.tsx", `import {\n  a,\n  b,\n} from "../../server/clock";`],
    ["components/wall/wall.tsx", `const a = await import("../../server/clock");`],
    ["components/wall/wall.tsx", `import "node:fs";`],
    ["app/wall/page.tsx", `export * from "../../server/main";`],
    ["server/pipeline.ts", `import { Wall } from "../components/wall/wall";`],
    ["server/pipeline.ts", `import { at } from "../lib/testing/scenario";`],
    ["server/pipeline.ts", `import { startPickup } from "../e2e/harness";`],
    ["server/sources/asterisk/framing.ts", `import net from "node:net";`],
    ["server/sources/asterisk/translate/calls.ts", `import { log } from "node:console";`],
  ])("a planted import is found: %s, %s", (file, text) => {
    expect(problemsOf(file, text)).toHaveLength(1);
  });

  it.each([
    ["lib/calendar.ts", `import { Temporal } from "temporal-polyfill";\nimport { a } from "./config";`],
    ["lib/format.test.ts", `import { expect } from "vitest";\nimport { readFileSync } from "node:fs";`],
    ["app/wall/page.tsx", `import { Wall } from "../../components/wall/wall";\nimport Link from "next/link";`],
    ["server/sources/asterisk/connection.ts", `import net from "node:net";`],
    ["lib/format.ts", `// like import x from "../server/clock"\nexport const url = "http://a"; /* from "zod" */`],
  ])("an allowed one is not: %s", (file, text) => {
    expect(problemsOf(file, text)).toEqual([]);
  });
});

describe("what may be read where", () => {
  it.each([
    ["lib/metrics/fold.ts", "const now = Date.now();"],
    ["server/pipeline.ts", "const today = new Date();"],
    ["components/wall/clock.tsx", "const now = performance.now();"],
    ["server/store/sqlite.ts", "const dir = process.env.PICKUP_DATA_DIR;"],
    ["components/shared/build.ts", "const build = process.env['BUILD'];"],
    ["lib/seed.ts", "const seed = Math.random();"],
    ["components/wall/wall.tsx", "<p dangerouslySetInnerHTML={{ __html: name }} />"],
    ["lib/metrics/index.ts", "const barrel = true;"],
  ])("a planted one is found: %s, %s", (file, text) => {
    expect(problemsOf(file, text)).toHaveLength(1);
  });

  it.each([
    ["server/clock.ts", "const nowMs = () => Date.now();"],
    ["components/shared/time/use-now.ts", "const now = Date.now();"],
    ["server/settings.ts", "const port = process.env.PORT;"],
    ["server/pipeline.test.ts", "const startedAt = Date.now();"],
    ["lib/format.ts", "const day = new Date(atMs); // not Date.now()"],
  ])("an allowed one is not: %s", (file, text) => {
    expect(problemsOf(file, text)).toEqual([]);
  });
});
