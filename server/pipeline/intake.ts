import type { LoggedEvent, RecoveryAct } from "../../lib/events";
import type { Fold } from "../../lib/metrics/fold-state";
import { PEOPLE } from "../../lib/vocabulary";
import type { CallerVault } from "../callers/caller-vault";
import { entrustEvents } from "../callers/entrust-events";
import type { Clock } from "../clock";
import type { PipelineCounters } from "../publish/board-feed";
import type { HeardEvent, HeardLine } from "../sources/source";
import { createGroupCommit, type LogWriter } from "../store/group-commit";
import type { KeptBatch } from "../store/kept-batches";
import type { EventStore } from "../store/store";

export type IntakeParts = {
  readonly store: Pick<EventStore, "append">;
  readonly vault: Pick<CallerVault, "entrust">;
  readonly clock: Clock;
  /** Where it is counted how many instants were none. */
  readonly counters: Pick<Fold["counters"], "clamped">;
  /** What is new and in the log, in its order. */
  readonly onCommitted: (lines: readonly LoggedEvent[]) => void;
  /** One line for whoever runs the server. */
  readonly log: (line: string) => void;
};

/** The way into the log, for what sources tell and for what people do. */
export type Intake = {
  /** Takes what nobody would tell again; it waits in memory while the log refuses. */
  readonly push: (events: readonly HeardEvent[]) => void;
  /** Settles once they are durable, and on the boards; where the log refuses, nothing of them is kept. */
  readonly keep: (events: readonly HeardEvent[]) => Promise<KeptBatch>;
  /** The same for what somebody did on our own screens, now. */
  readonly keepAct: (key: string, act: RecoveryAct) => Promise<KeptBatch>;
  /** In the order of telling: who is said to be live has all that he told before on the boards. */
  readonly afterPending: (change: () => void) => void;
  readonly counters: () => Pick<PipelineCounters, "accepted" | "duplicates" | "storeFailures" | "pending">;
  /** Writes what is pending, trying once. */
  readonly close: () => Promise<void>;
};

export function createIntake({ store, vault, clock, counters, onCommitted, log }: IntakeParts): Intake {
  let accepted = 0;
  let storeFailures = 0;

  // Callers first: an alias in the log whose number nobody has is worse than a number nobody asks for.
  const writer: LogWriter<HeardLine> = {
    append: async (batch) => store.append(entrustEvents(vault, batch, clock.nowMs())),
  };

  const commit = createGroupCommit(writer, {
    clock,
    // The first of a burst goes to the disk at once; a disk write for each of the rest is most of what a busy day costs.
    minGapMs: 40,
    maxDelayMs: 50,
    onCommitted: (lines) => {
      accepted += lines.length;
      onCommitted(lines);
    },
    onFailure: (error, retryInMs) => {
      storeFailures += 1;
      log(`The event log cannot be written (${error.message}); trying again in ${retryInMs} ms.`);
    },
  });

  /** TI4: an instant that is none would be refused by the log for ever; the moment of hearing stands in for it. */
  const withInstants = (event: HeardEvent): HeardEvent => {
    if (Number.isFinite(event.atMs) && Number.isFinite(event.receivedAtMs)) return event;
    counters.clamped += 1;
    const receivedAtMs = Number.isFinite(event.receivedAtMs) ? event.receivedAtMs : clock.nowMs();
    return { ...event, atMs: Number.isFinite(event.atMs) ? event.atMs : receivedAtMs, receivedAtMs };
  };

  return {
    push: (events) => commit.push(events.map(withInstants)),
    keep: (events) => commit.keep(events.map(withInstants)),
    keepAct: (key, act) => {
      const atMs = clock.nowMs();
      return commit.keep([{ sourceId: PEOPLE, sourceKey: key, atMs, receivedAtMs: atMs, event: act }]);
    },
    afterPending: (change) => {
      if (commit.pending() === 0) change();
      else void commit.flush().then(change, change);
    },
    counters: () => ({
      accepted,
      duplicates: commit.duplicates(),
      storeFailures,
      pending: commit.pending(),
    }),
    close: async () => {
      const unwritten = await commit.close();
      if (unwritten > 0) log(`${unwritten} events could not be written to the event log.`);
    },
  };
}
