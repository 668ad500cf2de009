import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { BoardSnapshot } from "../../lib/metrics/snapshot-types";
import { arrivalTimes, expectedOf, filesOf, queueLogOf, unpacked } from "../testing/recordings";
import { runCli } from "./main-cli";
import { captureIo } from "./testing/captured-io";

let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "pickup-replay-test-"));
  write("pickup.config.yaml", "site: { name: Lab, timeZone: UTC }\nsources: [{ id: lab, kind: simulator }]\n");
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const write = (name: string, content: string | Buffer): void => writeFileSync(join(cwd, name), content);
async function replay(...args: string[]) {
  const io = captureIo({ cwd });
  const code = await runCli(["replay", ...args], io);
  return { code, out: io.outLines, err: io.errLines };
}
const NAME = "asterisk22-smoke";
const FILES = filesOf(NAME);
const LOG = queueLogOf(NAME);
const AS = ["--as", "asterisk-ami"];

/** The number under a title of the table. */
const at = (header: readonly string[], row: readonly string[], title: string): number =>
  Number(row[header.indexOf(title)]);

describe("pickup replay", () => {
  it("prints a table of every queue and the total, and the gap with what filled it", async () => {
    const { code, out, err } = await replay(...FILES, ...AS, "--queue-log", LOG);
    expect({ code, err }).toEqual({ code: 0, err: [] });
    expect(out[0]).toMatch(/^Lab, 2026-11-22, as of 2026-11-22T05:36:49\.\d{3}Z: \d+ facts, 0 problems$/);
    const [header = [], ...rows] = out.slice(1, -1).map((line) => line.split(/ {2,}/));
    const { queues } = expectedOf(NAME);
    expect(rows.map(([name]) => name)).toEqual(["billing", "support", "sales", "total"]);
    for (const [name = "", ...cells] of rows.slice(0, -1)) {
      const row = [name, ...cells];
      for (const title of ["offered", "answered", "met", "abandoned"] as const) {
        expect([name, title, at(header, row, title)]).toEqual([name, title, queues[name]?.[title]]);
      }
      expect(at(header, row, "short")).toBe(queues[name]?.shortAbandoned);
      expect(at(header, row, "ring-no-answer")).toBe(queues[name]?.ringNoAnswer);
    }
    const total = rows.at(-1) ?? [];
    expect(
      ["offered", "answered", "overflowed", "refused", "waiting"].map((title) => at(header, total, title)),
    ).toEqual([43, 33, 3, 1, 0]);
    expect(out.at(-1)).toBe("gap 2026-11-22T05:35:36.509Z – 2026-11-22T05:35:48.513Z, filled from the source's log");
  });

  it("without the log the gap is not filled", async () => {
    const { code, out } = await replay(...FILES, ...AS);
    expect([code, out.at(-1)]).toEqual([0, "gap 2026-11-22T05:35:36.509Z – 2026-11-22T05:35:48.513Z, not filled"]);
  });

  it("takes the recording for what it can only be when --as is left out", async () => {
    expect(await replay(...FILES)).toEqual(await replay(...FILES, ...AS));
  });

  it("--json is the snapshot and nothing else, --until the board as it stood then, one file has no gap", async () => {
    const whole = await replay(...FILES, ...AS, "--queue-log", LOG, "--json");
    const snapshot = JSON.parse(whole.out.join("\n")) as BoardSnapshot;
    expect(snapshot).toMatchObject({
      type: "snapshot",
      boardId: "main",
      total: { today: { offered: 43, refused: 1 } },
    });
    const first = await replay(FILES[0], ...AS, "--json", "--until", "2026-11-22T07:34:00+02:00");
    const then = JSON.parse(first.out.join("\n")) as BoardSnapshot;
    expect(then).toMatchObject({ asOfMs: Date.UTC(2026, 10, 22, 5, 34), gaps: [], total: { today: { offered: 1 } } });
  });

  it("takes plain files and arrival times, under their short name and packed too", async () => {
    const whole = await replay(...FILES, ...AS, "--queue-log", LOG);
    for (const [index, file] of FILES.entries()) write(`ami-${index}.txt`, unpacked(file));
    const names = FILES.map((_, index) => `ami-${index}.txt`);
    write("queue_log", unpacked(LOG));
    expect((await replay(...names, ...AS, "--queue-log", "queue_log")).out).toEqual(whole.out);
    const [plain, packed] = FILES.map((file) => arrivalTimes(unpacked(file), 5_000));
    write("ami-0.times.jsonl", plain ?? "");
    write("ami-1.txt.times.jsonl.gz", gzipSync(packed ?? ""));
    const timed = await replay(...names, ...AS, "--queue-log", "queue_log");
    expect(timed.out.slice(1, -1)).toEqual(whole.out.slice(1, -1));
  });

  it("judges by the configured target, and needs no configuration", async () => {
    write("strict.yaml", "target: { thresholdSeconds: 1 }\nsources: [{ id: lab, kind: simulator }]\n");
    const strict = await replay(...FILES, ...AS, "--json", "--config", "strict.yaml");
    const { total } = JSON.parse(strict.out.join("\n")) as BoardSnapshot;
    expect(total.today.met).toBeLessThan(10);
    rmSync(join(cwd, "pickup.config.yaml"));
    expect((await replay(...FILES, ...AS)).out[0]).toMatch(/^Recording, /);
  });
});

describe("pickup replay, asked wrongly, says so in one line and exits 2", () => {
  it.each([
    [["--as"], "--as wants a value after it, and none is there"],
    [["--as="], "--as must be asterisk-ami, not left empty"],
    [["--as", "freeswitch"], "--as must be asterisk-ami, not freeswitch"],
    [[...AS, "--until", "noon"], "--until takes an instant like 2026-11-22T05:34:00Z, not noon"],
    [[...AS, "--until", "5"], "--until takes an instant like 2026-11-22T05:34:00Z, not 5"],
    [[...AS, "--until", "2026-11-22"], "--until takes an instant like 2026-11-22T05:34:00Z, not 2026-11-22"],
    [[...AS, "--until", "2026-13-22T05:34:00Z"], "--until takes an instant like"],
    [[...AS, "--until", "2026-11-22T05:34:00"], "--until takes an instant like"],
  ])("%j", async (args, problem) => {
    const { code, out, err } = await replay(FILES[0], ...args);
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(err).toHaveLength(1);
    expect(err[0]).toContain(`pickup replay: ${problem}`);
  });
});

/** The one line, without the folder. */
const refusalOf = async (...args: string[]): Promise<string> => {
  const { code, out, err } = await replay(...args, ...AS);
  expect({ code, out }).toEqual({ code: 1, out: [] });
  expect(err).toHaveLength(1);
  return (err[0] ?? "").replaceAll(`${cwd}/`, "").replace("pickup replay: ", "");
};

/** A line of arrival times, and what is said of another one. */
const line = (offset: number, length: number) =>
  `${JSON.stringify({ received_ms: 1_795_325_636_005, byte_offset: offset, length })}\n`;
const wanted = (offset: number) => `expected {"received_ms":…,"byte_offset":${offset},"length":…}, got`;

describe("pickup replay of what is no recording says what was expected and what came, and exits 1", () => {
  const MESSAGE = "Event: Hangup\r\nTimestamp: 1795325636.000000\r\nUniqueid: 1.1\r\n\r\n";
  it("a file that is not there, a directory, an empty file", async () => {
    expect(await refusalOf("nowhere.txt")).toBe("there is no file nowhere.txt");
    expect(await refusalOf(".")).toBe(`${cwd} is a directory: expected a recording`);
    write("empty.txt", "");
    expect(await refusalOf("empty.txt")).toBe("empty.txt is empty: expected a recording, got no byte");
    write("nothing.gz", gzipSync(""));
    expect(await refusalOf("nothing.gz")).toContain('nothing.gz holds no AMI message: expected lines such as "Event: ');
  });

  it("a gzip file that was cut or damaged", async () => {
    const whole = readFileSync(FILES[0]);
    write("cut.gz", whole.subarray(0, whole.length / 2));
    expect(await refusalOf("cut.gz")).toBe(
      "cut.gz is no whole gzip file: it was cut or damaged (unexpected end of file)",
    );
    write("damaged.gz", Buffer.concat([whole.subarray(0, 40), Buffer.alloc(40, 0xa5), whole.subarray(80)]));
    expect(await refusalOf("damaged.gz")).toContain("damaged.gz is no whole gzip file: it was cut or damaged (");
  });

  it("a file without any AMI message in it", async () => {
    const expected = 'holds no AMI message: expected lines such as "Event: QueueCallerJoin", got';
    write("page.html", "<!doctype html>\n<html>\n\n</html>\n");
    expect(await refusalOf("page.html")).toBe(`page.html ${expected} "<!doctype html>\\n<html>\\n\\n</html>\\n"`);
    write("banner.txt", "Asterisk Call Manager/11.0.0\r\n");
    expect(await refusalOf("banner.txt")).toContain(`banner.txt ${expected}`);
    write("begun.txt", "Event: Hangup\r\nUniqueid: 1.1\r\n");
    expect(await refusalOf("begun.txt")).toContain(`begun.txt ${expected}`);
    expect(await refusalOf(FILES[0], "page.html")).toContain(`page.html ${expected}`);
  });

  it("arrival times that are broken, or another recording's", async () => {
    write("a.txt", MESSAGE);
    write("a.times.jsonl", `${line(0, 10)}{"received_ms": 17953`);
    expect(await refusalOf("a.txt")).toBe(`a.times.jsonl:2: ${wanted(10)} "{\\"received_ms\\": 17953"`);
    write("a.times.jsonl", `${line(0, 10)}{"received_ms":"now","byte_offset":10,"length":1}\n`);
    expect(await refusalOf("a.txt")).toContain(`a.times.jsonl:2: ${wanted(10)}`);
    write("a.times.jsonl", line(0, 10) + line(20, 10));
    expect(await refusalOf("a.txt")).toContain(`a.times.jsonl:2: ${wanted(10)}`);
    write("a.times.jsonl", line(0, MESSAGE.length + 1));
    expect(await refusalOf("a.txt")).toBe(
      `a.times.jsonl is of another recording: it tells of ${MESSAGE.length + 1} bytes, a.txt has ${MESSAGE.length}`,
    );
    write("a.times.jsonl", "");
    expect(await refusalOf("a.txt")).toContain("a.times.jsonl is empty: expected the arrival times of a recording");
    write("a.times.jsonl", line(0, MESSAGE.length));
    expect((await replay("a.txt", ...AS)).code).toBe(0);
  });

  it("messages that say nowhere when they were", async () => {
    write("a.txt", MESSAGE.replace(/Timestamp.*\r\n/, ""));
    const { code, err } = await replay("a.txt", ...AS);
    expect([code, err.at(-1)]).toEqual([1, expect.stringContaining("pickup replay: when did it happen? Expected")]);
  });

  it("files that are not in the order of time: it names both and their spans", async () => {
    const [first, second] = FILES;
    const spans = [
      "2026-11-22T05:33:43.888Z to 2026-11-22T05:35:36.509Z",
      "2026-11-22T05:35:48.513Z to 2026-11-22T05:36:49.254Z",
    ];
    const begins = "the files must come in the order of time:";
    expect(await refusalOf(second, first)).toBe(
      `${begins} ${first} (${spans[0]}) begins before the end of ${second} (${spans[1]})`,
    );
    expect(await refusalOf(first, first)).toContain(
      `${begins} ${first} (${spans[0]}) begins before the end of ${first}`,
    );
    for (const [index, file] of [second, first].entries()) {
      write(`${index}.txt`, unpacked(file));
      write(`${index}.times.jsonl`, arrivalTimes(unpacked(file), 5_000));
    }
    expect(await refusalOf("0.txt", "1.txt")).toContain(`${begins} 1.txt (2026-11-22T05:33:`);
    expect((await replay("1.txt", "0.txt", ...AS)).code).toBe(0);
  });

  it("an instant outside the recording: a millisecond before it and after it, but not its first and its last", async () => {
    const outside = "lies outside the recording: it goes from 2026-11-22T05:33:43.888Z to 2026-11-22T05:36:49.254Z";
    for (const until of ["2026-11-22T05:33:43.887Z", "2026-11-22T05:36:49.255Z"]) {
      expect(await refusalOf(...FILES, "--until", until)).toBe(`${until} ${outside}`);
    }
    for (const until of ["2026-11-22T05:33:43.888Z", "2026-11-22T05:36:49.254Z"]) {
      expect((await replay(...FILES, "--until", until)).code).toBe(0);
    }
  });

  it("a queue_log that is none", async () => {
    expect(await refusalOf(...FILES, "--queue-log", "nowhere")).toBe("there is no file nowhere");
    write("empty", "");
    expect(await refusalOf(...FILES, "--queue-log", "empty")).toBe("empty is empty: expected a queue_log, got no byte");
    write("other.csv", "a,b,c\n1,2,3\n");
    expect(await refusalOf(...FILES, "--queue-log", "other.csv")).toBe(
      "other.csv holds no line of a queue_log (second|call|queue|…)",
    );
  });
});
