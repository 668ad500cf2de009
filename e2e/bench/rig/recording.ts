import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { writeInto } from "./boards";
import { RUN } from "../outside";

type ConnectionLine = { readonly n: number; readonly connected_ms: number; readonly closed_ms: number };
type ArrivalLine = { readonly received_ms: number; readonly byte_offset: number; readonly length: number };

/** One connection's stream and when which piece of it came. */
export type Recorded = {
  readonly n: number;
  readonly connectedMs: number;
  readonly closedMs: number;
  readonly bytes: Buffer;
  readonly arrivals: readonly ArrivalLine[];
};

const read = (file: string): Buffer => (existsSync(file) ? readFileSync(file) : gunzipSync(readFileSync(`${file}.gz`)));

export function readRecording(): readonly Recorded[] {
  const connections = JSON.parse(readFileSync(path.join(RUN, "connections.json"), "utf8")) as readonly ConnectionLine[];
  return connections.map(({ n, connected_ms, closed_ms }) => ({
    n,
    connectedMs: connected_ms,
    closedMs: closed_ms,
    bytes: read(path.join(RUN, `ami-${n}.txt`)),
    arrivals: read(path.join(RUN, `ami-${n}.times.jsonl`))
      .toString()
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as ArrivalLine),
  }));
}

const TIMES = /^(Timestamp|LoginTime|LastCall|LastPause): (\d{10})/gm;
/** A Timestamp has six decimals, an id fewer. */
const IDS = /\b(\d{10})(\.\d{1,5})(?!\d)/g;

/** The same stream so many seconds later, with calls of its own; as long as it was, to the byte. */
export function laterBy(bytes: Buffer, seconds: number): Buffer {
  const shifted = bytes
    .toString("latin1")
    .replace(TIMES, (_, header: string, second: string) => `${header}: ${Number(second) + seconds}`)
    .replace(IDS, (_, second: string, rest: string) => `${Number(second) + seconds}${rest}`);
  return Buffer.from(shifted, "latin1");
}

/**
 * A copy of the first connection that happens from now on, in a folder that the stub can play as it stands: it need
 * not rewrite anything on the way then, and feeds several times as fast.
 */
export function recordingFromNow(nowMs: number): string {
  const [first] = readRecording();
  if (first === undefined) throw new Error(`${RUN} has no connection`);
  const seconds = Math.ceil((nowMs - first.connectedMs) / 1000);
  const laterMs = seconds * 1000;
  const folder = mkdtempSync(path.join(tmpdir(), "pickup-recording-"));
  const connection = { n: 1, connected_ms: first.connectedMs + laterMs, closed_ms: first.closedMs + laterMs };
  const arrivals = first.arrivals.map((line) => JSON.stringify({ ...line, received_ms: line.received_ms + laterMs }));
  writeInto(folder, "connections.json", JSON.stringify([connection]));
  writeInto(folder, "ami-1.txt", laterBy(first.bytes, seconds));
  writeInto(folder, "ami-1.times.jsonl", `${arrivals.join("\n")}\n`);
  return folder;
}
