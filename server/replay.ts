import type { Calendar } from "../lib/calendar";
import type { SiteConfig } from "../lib/config";
import type { SourceEvent } from "../lib/events";
import { advanceTo } from "../lib/metrics/advance";
import { applyEvent } from "../lib/metrics/fold";
import { createFold, type Fold } from "../lib/metrics/fold-state";
import { buildSnapshot } from "../lib/metrics/snapshot";
import type { BoardSnapshot } from "../lib/metrics/snapshot-types";
import { recoveriesIn } from "../lib/recovery/figures";
import type { Recovery } from "../lib/recovery/recovery-types";
import { MAIN_BOARD, sourceId } from "../lib/vocabulary";
import { entrustEvents } from "./callers/entrust-events";
import { createMemoryVault } from "./callers/memory-vault";
import type { NumberReader } from "./callers/rules/normal-number";
import { NUMBERS_KEPT_DAYS } from "./callers/rules/retention";
import { readRecordedText } from "./recording";
import { noInstant, readInOrder, spanText } from "./recordings-in-order";
import { queueLogLinesAround } from "./sources/asterisk/queue-log-lines";
import { createAmiSession } from "./sources/asterisk/session";
import { NOTHING_KNOWN } from "./sources/source";

const SOURCE = sourceId("replay");
const QUEUE_LOG_LINE = /^\d{9,11}\|[^|]*\|[^|]*\|/m;

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
  /** How callers' numbers are read. */
  readonly numbers: NumberReader;
  readonly onProblem: (what: string, sample: string) => void;
};

export type Replayed = {
  readonly snapshot: BoardSnapshot;
  /** Who was missed and what became of it, the first missed first. */
  readonly recoveries: readonly ReplayedRecovery[];
  readonly facts: number;
  readonly problems: number;
};
/** `number` null: withheld. */
export type ReplayedRecovery = Recovery & { readonly number: string | null };
/** `problem`: one line for people: what was expected of which file, and what came. */
export type ReplayAnswer =
  { readonly kind: "replayed"; readonly replayed: Replayed } | { readonly kind: "refused"; readonly problem: string };

/** Folds recorded AMI streams by their own clock: the recording's instants are all the time there is. */
export function replayAsterisk(options: ReplayOptions): ReplayAnswer {
  const { site, calendar, untilMs } = options;
  const fold = createFold(site, calendar);
  const seen = new Set<string>();
  const vault = createMemoryVault(NUMBERS_KEPT_DAYS, options.numbers);
  const numberOf = ({ caller }: Recovery): string | null =>
    caller === null ? null : (vault.reveal(caller)?.number ?? null);
  let problems = 0;
  const queueLog = options.queueLogFile === null ? null : readRecordedText(options.queueLogFile, "a queue_log");
  if (queueLog?.kind === "unreadable") return { kind: "refused", problem: queueLog.problem };
  if (queueLog !== null && !QUEUE_LOG_LINE.test(queueLog.text)) {
    return { kind: "refused", problem: `${options.queueLogFile} holds no line of a queue_log (second|call|queue|…)` };
  }

  const read = readInOrder(options.files);
  if (read.kind === "refused") return read;
  const { recordings, fromMs: beginMs } = read;

  const take = (batch: readonly SourceEvent[]): void => {
    for (const event of entrustEvents(vault, batch, fold.nowMs)) {
      // What happened until then is partly told later: why a caller left, what became of the callers of a gap.
      if ((untilMs !== null && event.atMs > untilMs) || seen.has(event.sourceKey)) continue;
      seen.add(event.sourceKey);
      applyEvent(fold, { ...event, seq: seen.size, sourceId: SOURCE });
      advanceTo(fold, Math.max(fold.nowMs, event.atMs));
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
      readQueueLog: queueLog === null ? null : (fromMs, toMs) => queueLogLinesAround(queueLog.text, fromMs, toMs),
    },
  );
  for (const { pieces } of recordings) {
    session.connectionMade(pieces[0]?.receivedAtMs ?? null);
    for (const { bytes, receivedAtMs } of pieces) session.bytes(bytes, receivedAtMs);
    session.connectionLost(pieces.at(-1)?.receivedAtMs ?? null, "end of the recording");
  }
  const endMs = session.lastAtMs();
  if (endMs === null) return { kind: "refused", problem: noInstant(options.files) };
  if (untilMs !== null && (untilMs < beginMs || untilMs > endMs)) {
    const until = new Date(untilMs).toISOString();
    const problem = `${until} lies outside the recording: it goes from ${spanText({ fromMs: beginMs, toMs: endMs })}`;
    return { kind: "refused", problem };
  }
  session.advanceTo(endMs + SETTLE_MS);
  advanceTo(fold, untilMs ?? endMs);
  const recoveries = [...recoveriesIn(fold.recoveries, null)]
    .map((recovery) => ({ ...recovery, number: numberOf(recovery) }))
    .toSorted((a, b) => a.firstMissedAtMs - b.firstMissedAtMs);
  return { kind: "replayed", replayed: { snapshot: boardAtEnd(fold), recoveries, facts: seen.size, problems } };
}

function boardAtEnd(fold: Fold): BoardSnapshot {
  const board = fold.site.boards.find(({ id }) => id === MAIN_BOARD);
  if (board === undefined) throw new Error(`the site has no board ${MAIN_BOARD}`);
  const source = { id: SOURCE, kind: "asterisk-ami", state: "live", lastProofAtMs: fold.nowMs } as const;
  return buildSnapshot(fold, { board, revision: { epoch: "replay", number: fold.version }, sources: [source] }, null);
}

const ignore = (): void => undefined;
