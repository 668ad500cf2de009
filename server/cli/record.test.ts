import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { systemClock } from "../clock";
import { amiMessage } from "../sources/asterisk/testing/ami-text";
import { type FakeAsterisk, startFakeAsterisk } from "../sources/asterisk/testing/fake-asterisk";
import type { CommandIo } from "./command";
import { recordCommand } from "./record";

let folder = "";
let fake: FakeAsterisk;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "pickup-record-"));
  fake = await startFakeAsterisk({ clock: systemClock });
  writeConfig("right secret");
});
afterEach(async () => {
  await fake.close();
  rmSync(folder, { recursive: true });
});

function writeConfig(secret: string): void {
  const source = `{ id: pbx, kind: asterisk-ami, host: 127.0.0.1, port: ${fake.port}, username: pickup, secret: "${secret}" }`;
  writeFileSync(join(folder, "pickup.config.yaml"), `site: { name: Test, timeZone: UTC }\nsources:\n  - ${source}\n`);
}

function run(...args: string[]) {
  const stop = new AbortController();
  const out: string[] = [];
  const err: string[] = [];
  const io: CommandIo = {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    input: () => Readable.from([]),
    env: {},
    cwd: folder,
    clock: systemClock,
    signal: stop.signal,
  };
  return { stop: () => stop.abort(), out, err, code: recordCommand.run(args, io) };
}

const file = (name: string): string => readFileSync(join(folder, name), "utf8");
const piece = (number: number): string => amiMessage({ Event: "Reload", Module: `ção ${number}` });
const POLL = { timeout: 5_000 };

describe("pickup record", () => {
  test("saves every byte after the login, with the time it came, a file for each connection", async () => {
    const recording = run("--source", "pbx", "pbx.txt");
    await expect.poll(() => recording.err, POLL).toContain("Live");
    fake.say(piece(1));
    fake.say(Uint8Array.of(0, 255, 13, 10));
    await expect.poll(() => existsSync(join(folder, "pbx.txt")) && file("pbx.txt"), POLL).toContain("\0");
    fake.cut();
    await expect.poll(() => recording.err.filter((line) => line === "Live"), POLL).toHaveLength(2);
    fake.say(piece(2));
    await expect.poll(() => existsSync(join(folder, "pbx.txt.2")) && file("pbx.txt.2"), POLL).toContain(piece(2));
    recording.stop();
    expect(await recording.code).toBe(0);

    expect(file("pbx.txt")).toMatch(/^Event: FullyBooted\r\n/);
    expect(file("pbx.txt")).toContain(piece(1));
    expect(file("pbx.txt.2")).toMatch(/^Event: FullyBooted\r\n/);
    const bytes = readFileSync(join(folder, "pbx.txt"));
    expect(bytes.includes(Buffer.from([0, 255, 13, 10]))).toBe(true);
    let end = 0;
    for (const line of file("pbx.txt.times.jsonl").trimEnd().split("\n")) {
      const { received_ms: receivedMs, byte_offset: offset, length } = JSON.parse(line) as Record<string, number>;
      expect(offset).toBe(end);
      expect(Math.abs((receivedMs ?? 0) - systemClock.nowMs())).toBeLessThan(20_000);
      end += length ?? 0;
    }
    expect(end).toBe(bytes.length);
    expect(statSync(join(folder, "pbx.txt")).mode & 0o777).toBe(0o600);
    expect(recording.out[0]).toMatch(/^Saved \d+ bytes in .*pbx\.txt, .*pbx\.txt\.2$/);
  });

  test("a wrong secret, nobody there, a file that exists: one line, and exit 1", async () => {
    writeFileSync(join(folder, "taken.txt"), "dear to someone");
    const taken = run("--source", "pbx", "taken.txt");
    expect(await taken.code).toBe(1);
    expect(taken.err.at(-1)).toMatch(/^pickup record: .*taken\.txt exists already$/);
    expect(file("taken.txt")).toBe("dear to someone");

    writeConfig("a wrong one");
    const refused = run("--source", "pbx", "pbx.txt");
    expect(await refused.code).toBe(1);
    expect(refused.err.at(-1)).toBe('pickup record: Asterisk refused the login of "pickup": Authentication failed');

    await fake.stopListening();
    const alone = run("--source", "pbx", "pbx.txt");
    expect(await alone.code).toBe(1);
    expect(alone.err.at(-1)).toBe(`pickup record: 127.0.0.1:${fake.port} refuses connections`);
    expect(existsSync(join(folder, "pbx.txt"))).toBe(false);
  });

  test("mistakes in the arguments exit with 2", async () => {
    const mistakes = [run("pbx.txt"), run("--source", "pbx"), run("--source", "other", "pbx.txt"), run("--sauce", "x")];
    expect(await Promise.all(mistakes.map(({ code }) => code))).toEqual([2, 2, 2, 2]);
    expect(mistakes.map(({ err }) => err[0]?.replace(/ \(pickup record --help.*/, ""))).toEqual([
      "pickup record: --source ID is missing",
      "pickup record: FILE is missing",
      'pickup record: there is no source "other"; there is pbx',
      'pickup record: there is no option --sauce – did you mean "--source"?',
    ]);
  });
});
