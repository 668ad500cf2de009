import { hearFrom } from "../../lib/metrics/advance";
import { type Fold, sourceFoldOf } from "../../lib/metrics/fold-state";
import { membershipsOf, openVisitsOf, staysOf } from "../../lib/metrics/open-visits";
import { detailText } from "../../lib/metrics/source-detail";
import type { SourceId } from "../../lib/vocabulary";
import { scrubNumbers } from "../callers/scrub-numbers";
import type { Source, SourceResume, SourceSink } from "../sources/source";
import type { Feeds } from "./feeds";
import type { Intake } from "./intake";

export type SourceRunsParts = {
  readonly fold: Fold;
  readonly feeds: Feeds;
  readonly intake: Pick<Intake, "push" | "afterPending">;
  readonly showChanges: () => void;
  /** One line for whoever runs the server. */
  readonly log: (line: string) => void;
};

/** Starts sources and stops them: each is told where it had left off, and gets a sink to report to. */
export type SourceRuns = {
  readonly run: (source: Source) => void;
  /** Whether any was started. */
  readonly started: () => boolean;
  /** What sources said that does not fit, since the start. */
  readonly problems: () => number;
  /** Settles when all that they opened is closed. */
  readonly stop: () => Promise<void>;
};

export function createSourceRuns({ fold, feeds, intake, showChanges, log }: SourceRunsParts): SourceRuns {
  const stopping = new AbortController();
  const running: Promise<void>[] = [];
  let started = false;
  let problems = 0;
  // A source that tries again every second has nothing new to say each time.
  const lastLines = new Map<SourceId, string>();

  const showAfterPending = (change: () => void): void =>
    intake.afterPending(() => {
      change();
      showChanges();
    });

  const sinkFor = ({ id }: Source): SourceSink => ({
    events: (batch) => intake.push(batch.map((event) => ({ ...event, sourceId: id }))),
    state: (state, told) => {
      const detail = typeof told === "string" ? scrubNumbers(told) : told;
      const why = detailText(detail);
      const line = `Source ${id}: ${state}${why === "" ? "" : ` (${why})`}`;
      if (line !== lastLines.get(id)) log(line);
      lastLines.set(id, line);
      showAfterPending(() => feeds.tell(id, state, detail));
    },
    proof: (atMs) => {
      showAfterPending(() => {
        feeds.prove(id, atMs);
        hearFrom(fold, id, atMs);
      });
    },
    problem: (what, sample) => {
      problems += 1;
      log(`Source ${id}: ${what}: ${JSON.stringify(scrubNumbers(sample.slice(0, 200)))}`);
    },
  });

  const resumeFor = ({ id }: Source): SourceResume => {
    const heard = sourceFoldOf(fold, id);
    return {
      openVisits: openVisitsOf(heard),
      stays: staysOf(heard),
      memberships: membershipsOf(heard),
      heardUntilMs: heard.heardUntilMs,
    };
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
    started: () => started,
    problems: () => problems,
    stop: async () => {
      stopping.abort();
      await Promise.all(running);
    },
  };
}
