import { closeSync, fstatSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { QUEUE_LOG_MARGIN_MS, queueLogInstantOf, queueLogLinesAround } from "./queue-log-lines";

/** `lines`: whole lines, oldest first, each with its line end. */
export type QueueLogExcerpt =
  { readonly kind: "lines"; readonly text: string } | { readonly kind: "unreadable"; readonly problem: string };

const BLOCK_BYTES = 64 * 1024;
/** Nothing else happens while it is read, so there is an end to it: about 300,000 lines. */
const MAX_BYTES = 32 * 1024 * 1024;

/**
 * The lines of Asterisk's queue_log between two instants and a few seconds around them, read backwards from the end
 * of the file, and on into the rotated files beside it where it does not reach back far enough.
 * @param fromMs epoch milliseconds by the source's clock, like `toMs`
 */
export function readQueueLogBetween(path: string, fromMs: number, toMs: number): QueueLogExcerpt {
  const earliestMs = fromMs - QUEUE_LOG_MARGIN_MS;
  const parts: string[] = [];
  let budget = MAX_BYTES;
  try {
    for (const file of newestFirst(path)) {
      const tail = readTail(file, earliestMs, budget);
      if (tail === null) return { kind: "unreadable", problem: `${path} holds too much since then to read it at once` };
      parts.unshift(tail.text);
      budget -= tail.bytes;
      if (tail.reachesBack) break;
    }
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    return { kind: "unreadable", problem: error.message };
  }
  if (parts.length === 0) return { kind: "unreadable", problem: `there is no file ${path}` };
  return { kind: "lines", text: queueLogLinesAround(parts.join(""), fromMs, toMs) };
}

type Tail = { readonly text: string; readonly bytes: number; readonly reachesBack: boolean };

/** The end of a file from the last line before `earliestMs` on; null: more than `budget` bytes. */
function readTail(path: string, earliestMs: number, budget: number): Tail | null {
  const file = openSync(path, "r");
  try {
    const blocks: Buffer[] = [];
    let position = fstatSync(file).size;
    let bytes = 0;
    let reachesBack = false;
    while (position > 0 && !reachesBack) {
      const length = Math.min(BLOCK_BYTES, position);
      if (bytes + length > budget) return null;
      const block = Buffer.alloc(length);
      position -= length;
      bytes += readSync(file, block, 0, length, position);
      blocks.unshift(block);
      reachesBack = startsBefore(block, earliestMs);
    }
    return { text: wholeLines(Buffer.concat(blocks), position === 0), bytes, reachesBack };
  } finally {
    closeSync(file);
  }
}

/** Whether the first whole line of a block is older than `earliestMs`. */
function startsBefore(block: Buffer, earliestMs: number): boolean {
  const start = block.indexOf("\n") + 1;
  const atMs = queueLogInstantOf(block.toString("latin1", start, start + 24));
  return atMs !== null && atMs < earliestMs;
}

/** Without the line that the first block cut in two, and without a last line still being written. */
function wholeLines(bytes: Buffer, fromFileStart: boolean): string {
  const start = fromFileStart ? 0 : bytes.indexOf("\n") + 1;
  return bytes.toString("utf8", start, bytes.lastIndexOf("\n") + 1);
}

/**
 * The file itself, where it is there, and the rotated ones: `queue_log.1`, `queue_log.0`, `queue_log-20261122`, by age,
 * as the habits of rotation differ. Packed ones are left out.
 */
function newestFirst(path: string): string[] {
  const folder = dirname(path);
  const name = basename(path);
  const names = readdirSync(folder).filter((other) => other.startsWith(name));
  const rotated = names.filter((other) => /^[.-]\d+$/.test(other.slice(name.length)));
  const aged = rotated.map((other) => ({ path: join(folder, other), atMs: statSync(join(folder, other)).mtimeMs }));
  const older = aged.toSorted((left, right) => right.atMs - left.atMs).map((file) => file.path);
  return names.includes(name) ? [path, ...older] : older;
}
