import { readFileSync, existsSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Calendar } from "../lib/calendar";
import type { SiteConfig } from "../lib/config";
import type { SourceEvent } from "../lib/events";
import { advanceTo } from "../lib/metrics/advance";
import { applyEvent } from "../lib/metrics/fold";
import { createFold, type Fold } from "../lib/metrics/fold-state";
import { buildSnapshot } from "../lib/metrics/snapshot";
import type { BoardSnapshot } from "../lib/metrics/snapshot-types";
import { MAIN_BOARD, sourceId } from "../lib/vocabulary";
import { createAmiSession } from "./sources/asterisk/session";
import { NOTHING_KNOWN } from "./sources/source";

const SOURCE = sourceId("replay");
/** Without arrival times the bytes are fed in pieces of this size, as a socket would. */
const PIECE_BYTES = 64 * 1024;

/** An outcome that waited for its reason when the recording ended is settled by then. */
const SETTLE_MS = 10_000;

export type ReplayOptions = {
  /** Recorded streams in order, one per connection, plain or gzip. */
  readonly files: readonly string[];
  /** Asterisk's queue_log, to fill the gaps between them from; null: none. */
  readonly queueLogFile: string | null;
  /** The board is shown as it stood then; null: at the end. */
  readonly untilMs: number | null;
  readonly site: SiteConfig;
  readonly calendar: Calendar;
  readonly onProblem: (what: string, sample: string) => void;
};

export type Replayed = { readonly snapshot: BoardSnapshot; readonly facts: number; readonly problems: number };

/**
 * Folds recorded AMI streams by their own clock: the recording's instants are all the time there is.
 * @throws Error when a file cannot be read
 */
export function replayAsterisk(options: ReplayOptions): Replayed {
  const { site, calendar, untilMs } = options;
  const fold = createFold(site, calendar);
  const seen = new Set<string>();
  let problems = 0;
  let past = false;
  const queueLog = options.queueLogFile === null ? null : readMaybeGzip(options.queueLogFile).toString("utf8");

  const take = (batch: readonly SourceEvent[]): void => {
    for (const event of batch) {
      if (untilMs !== null && event.atMs > untilMs) past = true;
      else if (!seen.has(event.sourceKey)) {
        seen.add(event.sourceKey);
        applyEvent(fold, { ...event, seq: seen.size, sourceId: SOURCE });
        advanceTo(fold, Math.max(fold.nowMs, event.atMs));
      }
    }
  };
  const session = createAmiSession(
    {
      wrapUpMsOf: (queueId) => site.queues.find(({ id }) => id === queueId)?.wrapUpMs ?? null,
      resume: NOTHING_KNOWN,
    },
    {
      emit: take,
      onResponse: ignore,
      onBanner: ignore,
      onFullyBooted: ignore,
      onSnapshotComplete: ignore,
      onShutdown: ignore,
      problem: (what, sample) => {
        problems += 1;
        options.onProblem(what, sample);
      },
      readQueueLog: queueLog === null ? null : (fromMs, toMs) => linesBetween(queueLog, fromMs, toMs),
    },
  );
  for (const file of options.files) {
    if (past) break;
    const pieces = piecesOf(file);
    session.connectionMade(pieces[0]?.receivedAtMs ?? session.lastAtMs() ?? 0);
    for (const { bytes, receivedAtMs } of pieces) {
      if (past) break;
      session.bytes(bytes, receivedAtMs);
    }
    session.connectionLost(pieces.at(-1)?.receivedAtMs ?? null, "end of the recording");
  }
  const endMs = session.lastAtMs() ?? fold.nowMs;
  if (!past) session.advanceTo(endMs + SETTLE_MS);
  advanceTo(fold, untilMs ?? endMs);
  return { snapshot: boardAtEnd(fold), facts: seen.size, problems };
}

/** Lines of a queue_log whose second may lie in the gap: the log is cut to whole seconds. */
function linesBetween(queueLog: string, fromMs: number, toMs: number): string {
  const within = (line: string): boolean => {
    const second = Number.parseInt(line, 10);
    return second >= Math.floor(fromMs / 1000) && second <= Math.ceil(toMs / 1000);
  };
  return queueLog.split("\n").filter(within).join("\n");
}

function boardAtEnd(fold: Fold): BoardSnapshot {
  const board = fold.site.boards.find(({ id }) => id === MAIN_BOARD);
  if (board === undefined) throw new Error(`the site has no board ${MAIN_BOARD}`);
  const source = { id: SOURCE, kind: "asterisk-ami", state: "live", lastProofAtMs: fold.nowMs } as const;
  return buildSnapshot(fold, { board, revision: { epoch: "replay", number: fold.version }, sources: [source] }, null);
}

const ignore = (): void => undefined;

type Piece = { readonly bytes: Buffer; readonly receivedAtMs: number | null };

/** A recording in the pieces in which it arrived where `FILE.times.jsonl` says so (`ami-1.txt` → `ami-1.times.jsonl`). */
function piecesOf(file: string): readonly Piece[] {
  const bytes = readMaybeGzip(file);
  const times = readTimes(file);
  if (times !== null) {
    return times.map(({ received_ms, byte_offset, length }) => ({
      bytes: bytes.subarray(byte_offset, byte_offset + length),
      receivedAtMs: received_ms,
    }));
  }
  const pieces: Piece[] = [];
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    pieces.push({ bytes: bytes.subarray(at, at + PIECE_BYTES), receivedAtMs: null });
  }
  return pieces;
}

type ArrivalLine = { readonly received_ms: number; readonly byte_offset: number; readonly length: number };

function readTimes(file: string): readonly ArrivalLine[] | null {
  const plain = file.replace(/\.gz$/, "");
  const names = [plain, plain.replace(/\.txt$/, "")].flatMap((base) => [
    `${base}.times.jsonl`,
    `${base}.times.jsonl.gz`,
  ]);
  const found = names.find((name) => existsSync(name));
  if (found === undefined) return null;
  const lines = readMaybeGzip(found).toString("utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line) as ArrivalLine);
}

const GZIP_MAGIC = Buffer.from([0x1f, 0x8b]);

function readMaybeGzip(file: string): Buffer {
  const bytes = readFileSync(file);
  return bytes.subarray(0, 2).equals(GZIP_MAGIC) ? gunzipSync(bytes) : bytes;
}
