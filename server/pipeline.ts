import type { Calendar } from "../lib/calendar";
import type { SiteConfig } from "../lib/config";
import type { LoggedEvent, Revision, SourceEvent } from "../lib/events";
import { advanceTo, hearFrom } from "../lib/metrics/advance";
import { applyEvent } from "../lib/metrics/fold";
import { sourceFoldOf } from "../lib/metrics/fold-state";
import { membershipsOf, openVisitsOf, staysOf } from "../lib/metrics/open-visits";
import type { SourceStatus, SourceView } from "../lib/metrics/snapshot-types";
import { type CallerAlias, PEOPLE, type SourceId } from "../lib/vocabulary";
import type { FoldWatcher } from "./alerts/engine/fold-watcher";
import { createCallerBehind } from "./caller-behind";
import type { CallerVault } from "./callers/caller-vault";
import { entrustEvents } from "./callers/entrust-events";
import { scrubNumbers } from "./callers/scrub-numbers";
import type { Clock } from "./clock";
import { createContactPages } from "./contact-pages";
import { createDesks } from "./desks";
import { createFeeds } from "./feeds";
import { foldBack } from "./fold-back";
import { createFoldSaver } from "./fold-saver";
import { createMissed } from "./missed/create-missed";
import type { FoldObserver } from "./missed/inbox/inbox";
import type { Missed } from "./missed/missed";
import type { BoardFeed } from "./publish/board-feed";
import type { MissedSettings } from "./settings/complete/missed";
import type { HeardEvent, HeardLine, Source, SourceResume, SourceSink } from "./sources/source";
import { createSnapshots } from "./snapshots";
import { createGroupCommit, type LogWriter } from "./store/group-commit";
import type { KeptBatch } from "./store/kept-batches";
import type { EventStore } from "./store/store";

/** Thresholds pass, windows slide and proofs run out between events too. */
const TICK_MS = 200;
const SAVE_EVERY_MS = 60_000;
const NOTHING_TO_OPEN = { callLink: null, recordingLink: null };

export type PipelineOptions = {
  readonly site: SiteConfig;
  readonly calendar: Calendar;
  /** The configured sources: what others left in the log is not folded. */
  readonly sourceIds: readonly SourceId[];
  readonly store: EventStore;
  /** Who calls goes here and nowhere else. */
  readonly vault: CallerVault;
  readonly clock: Clock;
  /** Left out: nobody is alerted to anything. */
  readonly watcher?: FoldWatcher;
  /** Who else looks at the fold. Left out: nobody. */
  readonly observers?: readonly FoldObserver[];
  /** Whether messages about alerts do not reach people. Left out: there are none. */
  readonly alertsUndelivered?: () => boolean;
  /** Whether several people call from a number (RE1). Left out: from none. */
  readonly isShared?: (caller: CallerAlias) => boolean;
  /** How missed callers are called, and where they can be heard. Left out: by hand, nowhere. */
  readonly missed?: Pick<MissedSettings, "callLink" | "recordingLink">;
  /** Names this run's numbering of revisions. */
  readonly epoch: string;
  /** One line for whoever runs the server. */
  readonly log: (line: string) => void;
};

/** The one writer: what sources tell goes into the log, from the log into the fold, from the fold onto the boards. */
export type Pipeline = BoardFeed & {
  /** Who was missed, and what people do about it. */
  readonly missed: Missed;
  /** Starts a source; its events are folded once they are in the log. */
  readonly run: (source: Source) => void;
  /**
   * Takes facts, of several sources too, whose teller waits to hear that they are durable, and would tell them again.
   * Settles when they are, and on the boards; where the log refuses, nothing of them is kept.
   */
  readonly keep: (events: readonly HeardEvent[]) => Promise<KeptBatch>;
  /** Stops the sources, writes what is pending, puts the fold down. The store is the caller's to close. */
  readonly close: () => Promise<void>;
};

/** @throws Error when the log cannot be read. */
export async function createPipeline(options: PipelineOptions): Promise<Pipeline> {
  const { site, store, vault, clock, watcher, epoch, log } = options;
  const foldedBack = await foldBack(store, options, clock.nowMs());
  const { fold } = foldedBack;
  const saver = createFoldSaver(options, foldedBack);
  const feeds = createFeeds();
  const listeners = new Set<() => void>();
  const stopping = new AbortController();
  const running: Promise<void>[] = [];
  let revision: Revision = { epoch, number: 0 };
  let shownVersion = fold.version;
  let shownFeeds = "";
  let tellingListeners = false;
  let alertsChanged = false;
  const alertsUndelivered = options.alertsUndelivered ?? ((): boolean => false);
  let shownUndelivered = false;
  let accepted = 0;
  let problems = 0;
  let storeFailures = 0;
  let started = false;
  // A source that tries again every second has nothing new to say each time.
  const lastLines = new Map<SourceId, string>();

  const tellListeners = (): void => {
    tellingListeners = false;
    for (const listener of listeners) listener();
  };

  const showChanges = (): void => {
    const nowFeeds = feeds
      .statuses(clock.nowMs())
      .map(({ state }) => state)
      .join();
    const nowUndelivered = alertsUndelivered();
    if (nowUndelivered !== shownUndelivered) alertsChanged = true;
    if (fold.version === shownVersion && nowFeeds === shownFeeds && !alertsChanged) return;
    alertsChanged = false;
    shownUndelivered = nowUndelivered;
    shownVersion = fold.version;
    shownFeeds = nowFeeds;
    revision = { epoch, number: revision.number + 1 };
    if (tellingListeners) return;
    tellingListeners = true;
    setImmediate(tellListeners);
  };

  const onCommitted = (lines: readonly LoggedEvent[]): void => {
    for (const line of lines) {
      applyEvent(fold, line);
      feeds.hear(line.sourceId, line.receivedAtMs);
    }
    accepted += lines.length;
    advanceTo(fold, clock.nowMs());
    showChanges();
    void saver.saveIfMuch();
  };

  // Callers first: an alias in the log whose number nobody has is worse than a number nobody asks for.
  const writer: LogWriter<HeardLine> = {
    append: async (batch) => store.append(entrustEvents(vault, batch, clock.nowMs())),
  };

  const commit = createGroupCommit(writer, {
    clock,
    // The first of a burst goes to the disk at once; a disk write for each of the rest is most of what a busy day costs.
    minGapMs: 40,
    maxDelayMs: 50,
    onCommitted,
    onFailure: (error, retryInMs) => {
      storeFailures += 1;
      log(`The event log cannot be written (${error.message}); trying again in ${retryInMs} ms.`);
    },
  });

  /** In the order of telling: who is said to be live has all that he told before on the boards. */
  const afterPending = (change: () => void): void => {
    const show = (): void => {
      change();
      showChanges();
    };
    if (commit.pending() === 0) show();
    else void commit.flush().then(show, show);
  };

  const sinkFor = (source: Source): SourceSink => ({
    events: (batch) => commit.push(heardFrom(source, batch)),
    state: (state, told) => {
      const detail = scrubNumbers(told);
      const line = `Source ${source.id}: ${state}${detail === "" ? "" : ` (${detail})`}`;
      if (line !== lastLines.get(source.id)) log(line);
      lastLines.set(source.id, line);
      afterPending(() => feeds.tell(source.id, state, detail));
    },
    proof: (atMs) => {
      afterPending(() => {
        feeds.prove(source.id, atMs);
        hearFrom(fold, source.id, atMs);
      });
    },
    problem: (what, sample) => {
      problems += 1;
      log(`Source ${source.id}: ${what}: ${JSON.stringify(scrubNumbers(sample.slice(0, 200)))}`);
    },
  });

  const heardFrom = (source: Source, batch: readonly SourceEvent[]): readonly HeardEvent[] =>
    batch.map((event) => withInstants({ ...event, sourceId: source.id }));

  /** TI4: an instant that is none would be refused by the log for ever; the moment of hearing stands in for it. */
  const withInstants = <Line extends HeardLine>(event: Line): Line => {
    if (Number.isFinite(event.atMs) && Number.isFinite(event.receivedAtMs)) return event;
    fold.counters.clamped += 1;
    const receivedAtMs = Number.isFinite(event.receivedAtMs) ? event.receivedAtMs : clock.nowMs();
    return { ...event, atMs: Number.isFinite(event.atMs) ? event.atMs : receivedAtMs, receivedAtMs };
  };

  const resumeFor = (source: Source): SourceResume => {
    const heard = sourceFoldOf(fold, source.id);
    return {
      openVisits: openVisitsOf(heard),
      stays: staysOf(heard),
      memberships: membershipsOf(heard),
      heardUntilMs: heard.heardUntilMs,
    };
  };

  const stopHearingOfAlerts = watcher?.onChange(() => {
    alertsChanged = true;
    showChanges();
  });

  const ticking = setInterval(() => {
    advanceTo(fold, clock.nowMs());
    // Before the sources were started nothing is known of them, and what is not known is no reason.
    if (started) {
      watcher?.look(fold, sources);
      for (const { look } of options.observers ?? []) look(fold);
    }
    showChanges();
    void saver.saveIfMuch();
  }, TICK_MS);
  const savingAtTimes = setInterval(() => void saver.save().then(saver.forgetOld), SAVE_EVERY_MS);
  ticking.unref();
  savingAtTimes.unref();
  await saver.saveIfMuch();
  await saver.forgetOld();

  const statuses = (): readonly SourceStatus[] => feeds.statuses(clock.nowMs());

  const sources = (): readonly SourceView[] =>
    statuses().map(({ id, kind, state, lastProofAtMs }) => ({ id, kind, state, lastProofAtMs }));

  const shown = {
    fold,
    store,
    vault,
    sourceIds: options.sourceIds,
    keptUntilMs: saver.keptUntilMs,
    sources,
    revision: () => revision,
    alerts: () => watcher?.firing() ?? [],
    // As of the revision: within one a board says one thing.
    alertsUndelivered: () => shownUndelivered,
  };

  return {
    run: (source) => {
      started = true;
      feeds.add(source.id, source.kind);
      const run = source.start(sinkFor(source), resumeFor(source), stopping.signal).catch((error: unknown) => {
        const why = scrubNumbers(String(error));
        feeds.tell(source.id, "down", why);
        log(`Source ${source.id} ended: ${why}`);
        showChanges();
      });
      running.push(run);
    },
    keep: (events) => commit.keep(events.map((event) => withInstants(event))),
    missed: createMissed({
      fold,
      revision: () => revision,
      vault,
      settings: options.missed ?? NOTHING_TO_OPEN,
      keep: (sourceKey, event) => {
        const atMs = clock.nowMs();
        return commit.keep([{ sourceId: PEOPLE, sourceKey, atMs, receivedAtMs: atMs, event }]);
      },
    }),
    close: async () => {
      stopping.abort();
      await Promise.all(running);
      clearInterval(ticking);
      stopHearingOfAlerts?.();
      clearInterval(savingAtTimes);
      const unwritten = await commit.close();
      if (unwritten > 0) log(`${unwritten} events could not be written to the event log.`);
      // One that is under way may have begun before the last lines were written.
      await saver.save();
      await saver.save();
    },
    boards: () => site.boards,
    rotations: () => site.rotations,
    snapshot: createSnapshots(shown),
    desk: createDesks(shown),
    contacts: createContactPages(shown),
    callerBehind: createCallerBehind(shown),
    revision: () => revision,
    sources: statuses,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ready: () => started,
    counters: () => ({
      accepted,
      duplicates: commit.duplicates(),
      clamped: fold.counters.clamped,
      late: fold.counters.late,
      overLimit: fold.counters.overLimit,
      problems,
      storeFailures,
      pending: commit.pending(),
    }),
  };
}
