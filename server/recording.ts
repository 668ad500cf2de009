import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { fileTroubleWords } from "./plain-words";

/** `receivedAtMs: null`: when it came was not recorded. */
export type RecordedPiece = { readonly bytes: Buffer; readonly receivedAtMs: number | null };

type Unreadable = { readonly kind: "unreadable"; readonly problem: string };
/** The first and the last instant, epoch ms. */
export type Span = { readonly fromMs: number; readonly toMs: number };
/** `arrived` by the clock of whoever recorded, `stamped` by the source's own; null: it does not say. */
export type Recording = {
  readonly kind: "recording";
  readonly pieces: readonly RecordedPiece[];
  readonly arrived: Span | null;
  readonly stamped: Span | null;
};
export type ReadRecording = Recording | Unreadable;
export type ReadText = { readonly kind: "text"; readonly text: string } | Unreadable;
type ReadBytes = { readonly kind: "bytes"; readonly bytes: Buffer } | Unreadable;

/** Without arrival times the bytes are fed in pieces of this size, as a socket would. */
const PIECE_BYTES = 64 * 1024;
const GZIP_MAGIC = Buffer.from([0x1f, 0x8b]);

const unreadable = (problem: string): Unreadable => ({ kind: "unreadable", problem });

/**
 * A recorded AMI connection, plain or gzip, in the pieces in which it arrived where `FILE.times.jsonl` says so
 * (`ami-1.txt` → `ami-1.times.jsonl` too).
 */
export function readRecording(file: string): ReadRecording {
  const read = readMaybeGzip(file, "a recording");
  if (read.kind === "unreadable") return read;
  const { bytes } = read;
  if (!holdsAmiMessage(bytes)) {
    const got = JSON.stringify(bytes.toString("utf8", 0, 40));
    return unreadable(`${file} holds no AMI message: expected lines such as "Event: QueueCallerJoin", got ${got}`);
  }
  const timesFile = timesFileOf(file);
  const cut = timesFile === null ? inEvenPieces(bytes) : piecesByTimes(file, bytes, timesFile);
  if ("kind" in cut) return cut;
  return { kind: "recording", pieces: cut, arrived: spanOfArrivals(cut), stamped: spanOfStamps(bytes) };
}

function spanOfStamps(bytes: Buffer): Span | null {
  const stamps = [...bytes.toString("latin1").matchAll(/^Timestamp: (\d{10}\.\d+)/gm)].map(([, stamp]) => stamp);
  if (stamps.length === 0) return null;
  return { fromMs: Math.floor(Number(stamps[0]) * 1_000), toMs: Math.floor(Number(stamps.at(-1)) * 1_000) };
}

function spanOfArrivals(pieces: readonly RecordedPiece[]): Span | null {
  const fromMs = pieces[0]?.receivedAtMs ?? null;
  const toMs = pieces.at(-1)?.receivedAtMs ?? null;
  return fromMs === null || toMs === null ? null : { fromMs, toMs };
}

/** A text file that lies beside a recording, plain or gzip. `what`: what is expected of it, `a queue_log`. */
export function readRecordedText(file: string, what: string): ReadText {
  const read = readMaybeGzip(file, what);
  return read.kind === "unreadable" ? read : { kind: "text", text: read.bytes.toString("utf8") };
}

function readMaybeGzip(file: string, what: string): ReadBytes {
  let isGzip = false;
  try {
    const bytes = readFileSync(file);
    if (bytes.length === 0) return unreadable(`${file} is empty: expected ${what}, got no byte`);
    isGzip = bytes.subarray(0, 2).equals(GZIP_MAGIC);
    return { kind: "bytes", bytes: isGzip ? gunzipSync(bytes) : bytes };
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    if (isGzip) return unreadable(`${file} is no whole gzip file: it was cut or damaged (${error.message})`);
    if (error.code === "ENOENT") return unreadable(`there is no file ${file}`);
    if (error.code === "EISDIR") return unreadable(`${file} is a directory: expected ${what}`);
    return unreadable(`${file} cannot be read: ${fileTroubleWords(error)}`);
  }
}

/** One whole message, that is: its first line, and an empty line somewhere after it. */
function holdsAmiMessage(bytes: Buffer): boolean {
  const text = bytes.toString("latin1");
  const from = text.search(/^(?:Event|Response): \S/m);
  return from >= 0 && (text.includes("\n\r\n", from) || text.includes("\n\n", from));
}

function inEvenPieces(bytes: Buffer): readonly RecordedPiece[] {
  const pieces: RecordedPiece[] = [];
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    pieces.push({ bytes: bytes.subarray(at, at + PIECE_BYTES), receivedAtMs: null });
  }
  return pieces;
}

function timesFileOf(file: string): string | null {
  const plain = file.replace(/\.gz$/, "");
  const names = [plain, plain.replace(/\.txt$/, "")].flatMap((base) => [
    `${base}.times.jsonl`,
    `${base}.times.jsonl.gz`,
  ]);
  return names.find((name) => existsSync(name)) ?? null;
}

function piecesByTimes(file: string, bytes: Buffer, timesFile: string): readonly RecordedPiece[] | Unreadable {
  const read = readMaybeGzip(timesFile, "the arrival times of a recording");
  if (read.kind === "unreadable") return read;
  const pieces: RecordedPiece[] = [];
  let toldBytes = 0;
  for (const [index, line] of read.bytes.toString("utf8").trimEnd().split("\n").entries()) {
    const arrival = decodeArrival(line);
    if (arrival === null || arrival.byteOffset !== toldBytes) {
      const expected = `{"received_ms":…,"byte_offset":${toldBytes},"length":…}`;
      return unreadable(`${timesFile}:${index + 1}: expected ${expected}, got ${JSON.stringify(line.slice(0, 80))}`);
    }
    toldBytes += arrival.length;
    pieces.push({ bytes: bytes.subarray(arrival.byteOffset, toldBytes), receivedAtMs: arrival.receivedMs });
  }
  if (toldBytes === bytes.length) return pieces;
  return unreadable(
    `${timesFile} is of another recording: it tells of ${toldBytes} bytes, ${file} has ${bytes.length}`,
  );
}

type Arrival = { readonly receivedMs: number; readonly byteOffset: number; readonly length: number };

function decodeArrival(line: string): Arrival | null {
  const { received_ms: receivedMs, byte_offset: byteOffset, length } = fieldsOf(line);
  if (!isCount(receivedMs) || !isCount(byteOffset) || !isCount(length)) return null;
  return { receivedMs, byteOffset, length };
}

const isCount = (value: unknown): value is number => typeof value === "number" && value >= 0 && Number.isFinite(value);

/** Empty where the line is no object. */
function fieldsOf(line: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
