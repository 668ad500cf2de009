import { appendFileSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readQueueLogBetween } from "./queue-log-file";

let folder = "";
let path = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pickup-queue-log-"));
  path = join(folder, "queue_log");
});
afterEach(() => rmSync(folder, { recursive: true }));

const START_S = 1_795_324_930;
const lineAt = (second: number): string =>
  `${START_S + second}|${START_S + second}.${second}|sales|Ana|ENTERQUEUE||+35121551${second}|1\n`;
const lines = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, index) => lineAt(from + index)).join("");
const read = (fromSecond: number, toSecond: number): string => {
  const excerpt = readQueueLogBetween(path, (START_S + fromSecond) * 1000, (START_S + toSecond) * 1000);
  return excerpt.kind === "lines" ? excerpt.text : excerpt.problem;
};

describe("[UN4] the lines of queue_log around a gap", () => {
  test("are those within it and 5 s on both sides, in their order", () => {
    writeFileSync(path, lines(0, 100));
    expect(read(40, 60)).toBe(lines(35, 65));
  });

  test("come from the end of a long file, whatever block they begin in", () => {
    writeFileSync(path, lines(0, 20_000));
    for (const from of [19_990, 19_000, 15_000, 6]) expect(read(from, 20_000)).toBe(lines(from - 5, 20_000));
    expect(read(5_000, 5_010)).toBe(lines(4_995, 5_015));
  });

  test("may begin before the file does", () => {
    writeFileSync(path, lines(100, 120));
    expect(read(0, 110)).toBe(lines(100, 115));
  });

  test("are followed into the rotated files, the youngest first, however they are called", () => {
    writeFileSync(join(folder, "queue_log.2"), lines(0, 999));
    writeFileSync(join(folder, "queue_log-20261122"), lines(1_000, 1_999));
    writeFileSync(join(folder, "queue_log.1.gz"), "packed");
    writeFileSync(path, lines(2_000, 2_010));
    utimesSync(join(folder, "queue_log.2"), START_S + 999, START_S + 999);
    utimesSync(join(folder, "queue_log-20261122"), START_S + 1_999, START_S + 1_999);
    expect(read(2_002, 2_004)).toBe(lines(2_000, 2_009).replace(/^/, lines(1_997, 1_999)));
    expect(read(500, 2_004)).toBe(lines(495, 2_009));
  });

  test("are found when the file has just been rotated away", () => {
    writeFileSync(path, lines(0, 50));
    renameSync(path, `${path}.1`);
    expect(read(20, 30)).toBe(lines(15, 35));
    appendFileSync(path, lines(51, 60));
    expect(read(48, 52)).toBe(lines(43, 57));
  });

  test("leave out a line that is still being written, and what is no line of a queue_log", () => {
    writeFileSync(path, `${lines(0, 3)}\n\0garbage\nno|time|here\n${lineAt(4)}${lineAt(5).slice(0, 30)}`);
    expect(read(0, 10)).toBe(lines(0, 4));
  });

  test("keep a name in any script whole, also where a block ends within it", () => {
    const named = Array.from({ length: 9_000 }, (_, index) => `${START_S + index}|1.1|sales|Łukasz Żółw|CONNECT|1\n`);
    writeFileSync(path, named.join(""));
    expect(read(6, 9_000)).toBe(named.slice(1).join(""));
  });

  test("are not there without a file, and that is said", () => {
    expect(read(0, 10)).toBe(`there is no file ${path}`);
    path = join(folder, "nowhere", "queue_log");
    expect(read(0, 10)).toContain("no such file or directory");
  });
});
