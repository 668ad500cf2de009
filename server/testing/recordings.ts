import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

/** Computed from a recording's queue_log alone (see server/fixtures/README.md). */
export type Expected = {
  readonly queues: Readonly<Record<string, ExpectedQueue>>;
  /** Call, queue, second of joining, seconds waited, seconds talked; null: not answered. */
  readonly visits: readonly (readonly [string, string, number, number, number | null])[];
};
export type ExpectedQueue = {
  readonly offered: number;
  readonly answered: number;
  readonly met: number;
  readonly abandoned: number;
  readonly shortAbandoned: number;
  readonly overflowed: Readonly<Record<string, number>>;
  readonly refused: Readonly<Record<string, number>>;
  readonly ringNoAnswer: number;
};

export const RECORDINGS = ["asterisk22-smoke", "asterisk22-a"] as const;
export type RecordingName = (typeof RECORDINGS)[number];

const pathOf = (name: RecordingName, file: string): string =>
  fileURLToPath(new URL(`../fixtures/${name}/${file}`, import.meta.url));

/** The recorded files as they lie in the repository: two connections, gzip, without arrival times. */
export const filesOf = (name: RecordingName): readonly [string, string] => [
  pathOf(name, "ami-1.txt.gz"),
  pathOf(name, "ami-2.txt.gz"),
];
export const queueLogOf = (name: RecordingName): string => pathOf(name, "queue_log.gz");
export const unpacked = (file: string): Buffer => gunzipSync(readFileSync(file));

export const expectedOf = (name: RecordingName): Expected =>
  JSON.parse(readFileSync(pathOf(name, "expected.json"), "utf8")) as Expected;

/** Arrival times as a recorder would have written them: a piece of so many bytes when its last message was stamped. */
export function arrivalTimes(bytes: Buffer, pieceBytes: number): string {
  let receivedMs = stampMs(bytes.toString("latin1")) ?? 0;
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const piece = bytes.subarray(at, at + pieceBytes);
    receivedMs = Math.max(receivedMs, lastStampMs(piece.toString("latin1")) ?? 0);
    lines.push(JSON.stringify({ received_ms: receivedMs, byte_offset: at, length: piece.length }));
  }
  return `${lines.join("\n")}\n`;
}

const STAMP = /^Timestamp: (\d{10}\.\d{3})/m;
const stampMs = (text: string): number | null => {
  const stamp = STAMP.exec(text)?.[1];
  return stamp === undefined ? null : Number(stamp) * 1000;
};
const lastStampMs = (text: string): number | null => {
  const at = text.lastIndexOf("\nTimestamp: ");
  return at < 0 ? null : stampMs(text.slice(at));
};
