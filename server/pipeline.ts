import type { Calendar } from "../lib/calendar";
import type { SiteConfig } from "../lib/config";
import type { LoggedEvent } from "../lib/events";
import { advanceTo } from "../lib/metrics/advance";
import { applyEvent } from "../lib/metrics/fold";
import type { SourceStatus, SourceView } from "../lib/metrics/snapshot-types";
import type { CallerAlias, SourceId } from "../lib/vocabulary";
import type { FoldWatcher } from "./alerts/engine/fold-watcher";
import type { CallerVault } from "./callers/caller-vault";
import type { Clock } from "./clock";
import { createMissed } from "./missed/create-missed";
import type { FoldObserver } from "./missed/inbox/inbox";
import type { Missed } from "./missed/missed";
import type { BoardFeed } from "./publish/board-feed";
import type { MissedSettings } from "./settings/complete/missed";
import type { HeardEvent, Source } from "./sources/source";
import type { KeptBatch } from "./store/kept-batches";
import type { EventStore } from "./store/store";
import { createCallerBehind } from "./pipeline/answers/caller-behind";
import { createContactPages } from "./pipeline/answers/contact-pages";
import { createDesks } from "./pipeline/answers/desks";
import { createSnapshots } from "./pipeline/answers/snapshots";
import { createFeeds } from "./pipeline/feeds";
import { createIntake } from "./pipeline/intake";
import { createRevisions } from "./pipeline/revisions";
import { foldBack } from "./pipeline/saved-fold/fold-back";
import { createFoldSaver } from "./pipeline/saved-fold/fold-saver";
import { createSourceRuns } from "./pipeline/source-runs";

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
  const statuses = (): readonly SourceStatus[] => feeds.statuses(clock.nowMs());
  const sources = (): readonly SourceView[] =>
    statuses().map(({ id, kind, state, lastProofAtMs }) => ({ id, kind, state, lastProofAtMs }));
  const revisions = createRevisions({
    fold,
    statuses,
    alertsUndelivered: options.alertsUndelivered ?? ((): boolean => false),
    epoch,
  });
  const { showChanges } = revisions;

  const onCommitted = (lines: readonly LoggedEvent[]): void => {
    for (const line of lines) {
      applyEvent(fold, line);
      feeds.hear(line.sourceId, line.receivedAtMs);
    }
    advanceTo(fold, clock.nowMs());
    showChanges();
    void saver.saveIfMuch();
  };
  const intake = createIntake({ store, vault, clock, counters: fold.counters, onCommitted, log });
  const runs = createSourceRuns({ fold, feeds, intake, showChanges, log });

  const stopHearingOfAlerts = watcher?.onChange(revisions.showAlerts);
  const ticking = setInterval(() => {
    advanceTo(fold, clock.nowMs());
    // Before the sources were started nothing is known of them, and what is not known is no reason.
    if (runs.started()) {
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

  const shown = {
    fold,
    store,
    vault,
    sourceIds: options.sourceIds,
    keptUntilMs: saver.keptUntilMs,
    sources,
    revision: revisions.now,
    alerts: () => watcher?.firing() ?? [],
    alertsUndelivered: revisions.alertsUndelivered,
  };

  return {
    run: runs.run,
    keep: intake.keep,
    missed: createMissed({
      fold,
      revision: revisions.now,
      vault,
      settings: options.missed ?? NOTHING_TO_OPEN,
      keep: intake.keepAct,
    }),
    close: async () => {
      await runs.stop();
      clearInterval(ticking);
      stopHearingOfAlerts?.();
      clearInterval(savingAtTimes);
      await intake.close();
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
    revision: revisions.now,
    sources: statuses,
    onChange: revisions.onChange,
    ready: runs.started,
    counters: () => ({
      ...intake.counters(),
      clamped: fold.counters.clamped,
      late: fold.counters.late,
      overLimit: fold.counters.overLimit,
      problems: runs.problems(),
    }),
  };
}
