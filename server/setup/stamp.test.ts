import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildStamp, depsStamp, isStamped, sourceFiles, writeStamp } from "./stamp.mjs";

const MACHINE = "node 20 linux x64";
let root: string;

function write(name: string, text: string) {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  writeFileSync(path.join(root, name), text);
}

function writeManifest(change: Record<string, unknown> = {}) {
  write("package.json", JSON.stringify({ scripts: { test: "a" }, dependencies: { next: "16.4.5" }, ...change }));
}

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "pickup-stamp-"));
  writeManifest();
  write("package-lock.json", "{}");
  write("lib/format.ts", "export const a = 1;");
  write("server/main.ts", "start();");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("the stamp of the installed packages", () => {
  it("stays when nothing changed, and when only a script did", () => {
    const before = depsStamp(root, MACHINE);
    writeManifest({ scripts: { test: "b" } });
    expect(depsStamp(root, MACHINE)).toBe(before);
  });

  it("changes with a dependency, the lock file, and the machine", () => {
    const before = depsStamp(root, MACHINE);
    expect(depsStamp(root, "node 24 linux x64")).not.toBe(before);
    write("package-lock.json", "{ }");
    const locked = depsStamp(root, MACHINE);
    expect(locked).not.toBe(before);
    writeManifest({ dependencies: { next: "16.4.6" } });
    expect(depsStamp(root, MACHINE)).not.toBe(locked);
  });
});

describe("the stamp of what was built", () => {
  it("changes with a source's text, a new source and a renamed one", () => {
    const stamps = [buildStamp(root, MACHINE)];
    write("lib/format.ts", "export const a = 2;");
    stamps.push(buildStamp(root, MACHINE));
    write("app/wall/page.tsx", "");
    stamps.push(buildStamp(root, MACHINE));
    rmSync(path.join(root, "app/wall/page.tsx"));
    write("app/walls/page.tsx", "");
    stamps.push(buildStamp(root, MACHINE));
    expect(new Set(stamps).size).toBe(4);
  });

  it("does not mind tests, fixtures and prose", () => {
    const before = buildStamp(root, MACHINE);
    write("lib/format.test.ts", "it()");
    write("server/fixtures/smoke/ami.txt", "Event: Hangup");
    write("server/sources/asterisk/testing/fake-asterisk.ts", "");
    write("lib/SPEC.md", "# Rules");
    expect(buildStamp(root, MACHINE)).toBe(before);
    expect(sourceFiles(root, ["lib", "server", "next.config.js"])).toEqual(["lib/format.ts", "server/main.ts"]);
  });
});

describe("a written stamp", () => {
  it("holds until the stamp or one of the outputs is another", () => {
    const file = path.join(root, "dist/.stamp");
    const output = path.join(root, "dist/pickup.mjs");
    expect(isStamped(file, "abc", [output])).toBe(false);
    writeStamp(file, "abc");
    expect(isStamped(file, "abc", [output])).toBe(false);
    write("dist/pickup.mjs", "");
    expect(isStamped(file, "abc", [output])).toBe(true);
    expect(isStamped(file, "abcd", [output])).toBe(false);
  });
});
